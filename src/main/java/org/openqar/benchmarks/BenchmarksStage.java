package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.openqar.tables.Table.RATE;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.openqar.breakdowns.Dimension;
import org.openqar.breakdowns.Programme;
import org.openqar.breakdowns.Reach;
import org.openqar.config.Settings;
import org.openqar.imports.ProgramFigures;
import org.openqar.rules.Edition;
import org.openqar.tables.KeyRange;
import org.openqar.tables.TableStore;
import org.openqar.tables.TableStore.Write;
import org.openqar.tables.Tables;

/**
 * Works out the thresholds of the groups, the place of each provider, and the providers that are
 * similar to it.
 */
public final class BenchmarksStage {
  private final TableStore store;
  private final Settings.Benchmarks settings;
  private final int firstYear;
  private final int reportYear;
  private final KeyRange range;
  private final ExpectedRates mix;

  /**
   * Makes the stage.
   *
   * @throws org.openqar.messages.UserException if {@code benchmarks.mix} is not a pair of
   *     breakdowns
   */
  public BenchmarksStage(TableStore store, Settings settings, Edition edition) {
    this.store = store;
    this.settings = settings.benchmarks();
    this.firstYear = settings.firstReportedYear();
    this.reportYear = settings.reportYear();
    this.range = KeyRange.of(edition.edition(), reportYear);
    this.mix = ExpectedRates.of(this.settings.mix());
  }

  /**
   * Refuses settings that this stage cannot use, before any stage has worked.
   *
   * @throws org.openqar.messages.UserException if {@code benchmarks.mix} is not a pair of
   *     breakdowns
   */
  public static void refuseUnusable(Settings settings) {
    ExpectedRates.of(settings.benchmarks().mix());
  }

  /**
   * Replaces the thresholds, places, similar providers and groups of this edition and report year.
   */
  public void run() {
    Dataset<Row> national = store.read(Tables.QAR_NATIONAL, range);
    CellNumbers cells = CellNumbers.of(national);
    Dataset<Row> counts =
        cells.number(
            store
                .read(Tables.QAR_PROVIDER, range)
                .where(col("dimension").isin(Dimension.names(Reach.NATIONAL).toArray())));
    Dataset<Row> ladder =
        Ladder.of(Rates.of(counts, List.of("leavers"), List.of()), settings.minimumLeavers())
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      write(national, cells, counts, ladder);
    } finally {
      ladder.unpersist();
    }
  }

  private void write(
      Dataset<Row> national, CellNumbers cells, Dataset<Row> counts, Dataset<Row> ladder) {
    Peers peers = new Peers(counts, cells, reportYear, settings.minimumLeavers());
    store.replaceAll(
        List.of(
            new Write(Tables.QUARTILE_THRESHOLD, thresholds(ladder, national, cells), range),
            new Write(Tables.STANDARD_THRESHOLD, standards(national, cells), range),
            new Write(
                Tables.PROVIDER_PEER,
                peers.nearest(store.read(Tables.PROVIDER), settings.peers()),
                range)));
    Dataset<Row> thresholds = cells.numberSets(store.read(Tables.QUARTILE_THRESHOLD, range));
    store.replaceAll(
        List.of(
            new Write(
                Tables.PROVIDER_BENCHMARK,
                placed(
                    positions(thresholds.where(col("method").isin(placing()))),
                    inContext(counts, national, cells, peers),
                    ladder),
                range),
            new Write(Tables.GROUP_BENCHMARK, positions(thresholds).of(ofGroups(counts)), range)));
  }

  private Positions positions(Dataset<Row> thresholds) {
    return new Positions(thresholds, settings.groups());
  }

  private Dataset<Row> ofGroups(Dataset<Row> counts) {
    return ProviderGroups.rates(
        counts, store.read(Tables.PROVIDER_GROUP), settings.minimumLeavers());
  }

  private Object[] placing() {
    return settings.placing().stream().map(Settings.Method::label).toArray();
  }

  /** Returns the thresholds of the loaded providers, and those of published tables. */
  private Dataset<Row> thresholds(Dataset<Row> ladder, Dataset<Row> national, CellNumbers cells) {
    Dataset<Row> computed =
        cells.nameSets(National.addTo(Thresholds.of(ladder, settings), cells.number(national)));
    return computed
        .select(Tables.QUARTILE_THRESHOLD.columns())
        .unionByName(published(ladder.sparkSession(), cells));
  }

  /** Returns the thresholds of imported tables and of the figures that come with the program. */
  private Dataset<Row> published(SparkSession spark, CellNumbers cells) {
    IntStream years = IntStream.rangeClosed(firstYear, reportYear);
    List<Row> ofProgram = ProgramFigures.rows();
    if (!store.exists(Tables.PUBLISHED_RATE)) {
      return spark.createDataFrame(
          new ProgramSets(ofProgram, cells).sets(years, settings),
          Tables.QUARTILE_THRESHOLD.schema());
    }
    Dataset<Row> all =
        store
            .read(Tables.PUBLISHED_RATE)
            .withColumn(ImportedThresholds.OF_PROGRAM, lit(false))
            .unionByName(
                spark
                    .createDataFrame(ofProgram, Tables.PUBLISHED_RATE.schema())
                    .withColumn(ImportedThresholds.OF_PROGRAM, lit(true)));
    return new ImportedThresholds(all, cells).thresholds(years, settings);
  }

  /**
   * Returns the distribution of the national rates of standards, in the form that thresholds give
   * for the rates of providers.
   */
  private Dataset<Row> standards(Dataset<Row> national, CellNumbers cells) {
    Dataset<Row> ofStandards =
        national
            .where(
                col("provider_type")
                    .equalTo(Dimension.ALL_OF_IT)
                    .and(col("dimension").equalTo(Programme.PROGRAMME.name()))
                    .and(col("value").startsWith(Programme.OF_STANDARD)))
            .withColumns(
                Map.of(
                    "dimension", lit(Dimension.TOTAL.name()),
                    "value", lit(Dimension.ALL_OF_IT)));
    return cells
        .nameSets(
            Thresholds.of(
                Ladder.of(
                    Rates.of(cells.number(ofStandards), List.of("leavers"), List.of()),
                    settings.minimumLeavers()),
                settings.quartilesOnly()))
        .withColumnRenamed("providers", "standards");
  }

  /** Adds the comparisons to each provider's counts. */
  private Dataset<Row> inContext(
      Dataset<Row> counts, Dataset<Row> national, CellNumbers cells, Peers peers) {
    return mix.addTo(new Trends(firstYear, reportYear).addTo(counts), counts, national, cells)
        .join(
            broadcast(peers.rates(store.read(Tables.PROVIDER_PEER, range))),
            Rates.seq(List.of("ukprn", "cell")),
            "left");
  }

  private Dataset<Row> placed(Positions positions, Dataset<Row> inContext, Dataset<Row> ladder) {
    Dataset<Row> rates =
        Rates.of(
            inContext,
            List.of("ukprn", "leavers"),
            Stream.concat(Trends.ADDED.stream(), Stream.of(ExpectedRates.ADDED, Peers.ADDED))
                .toList());
    return Positions.ranked(positions.of(Ranks.addTo(rates, ladder, settings.minimumLeavers())))
        .withColumnsRenamed(
            Map.of(
                "year_before",
                "rate_year_before",
                ExpectedRates.ADDED,
                "expected_rate",
                Peers.ADDED,
                "peer_rate"))
        .withColumns(
            Map.of(
                "change_on_year_before",
                col("rate_value").minus(col("rate_year_before")).cast(RATE),
                "gap_to_expected",
                col("rate_value").minus(col("expected_rate")).cast(RATE),
                "gap_to_peers",
                col("rate_value").minus(col("peer_rate")).cast(RATE)));
  }
}

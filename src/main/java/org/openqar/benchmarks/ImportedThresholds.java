package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.openqar.breakdowns.Dimension;
import org.openqar.config.Settings.Benchmarks;
import org.openqar.tables.Figure;
import org.openqar.tables.PublishedState;
import org.openqar.tables.Spelling;
import org.openqar.tables.Table;
import org.openqar.tables.Tables;

/**
 * Thresholds and national rates of published tables, beside those of the loaded providers. A year
 * of ours takes the thresholds of the nearest published year of its report type and measure, with
 * the national rate of that year. A cell of ours without published thresholds takes only the
 * national rate, from the nearest year that publishes one. If two publications have the same cell
 * and year, an imported one wins over one that comes with the program. After that, the publication
 * whose name comes first wins.
 */
final class ImportedThresholds {
  /** Whether a row comes with the program, rather than from an import. */
  static final String OF_PROGRAM = "of_program";

  private static final List<String> CELL = List.of("report_type", "measure", "dimension", "value");

  private static final String OWN_TYPE = "provider_type";

  private final Dataset<Row> rows;
  private final CellNumbers ours;

  /**
   * Takes the published rates.
   *
   * @param rows rows of {@code published_rate} with {@link #OF_PROGRAM}
   * @param ours the cells of our national counts, whose spelling of values the results use
   */
  ImportedThresholds(Dataset<Row> rows, CellNumbers ours) {
    this.rows = rows.where(size(col("other_filters")).equalTo(0));
    this.ours = ours;
  }

  /**
   * Returns rows of {@code quartile_threshold}.
   *
   * @param years our years
   */
  Dataset<Row> thresholds(IntStream years, Benchmarks settings) {
    Dataset<Row> ofProviders = counts("provider", "ukprn", settings.minimumLeavers());
    Dataset<Row> ofAll =
        counts("national", OWN_TYPE, settings.minimumLeavers())
            .where(col(OWN_TYPE).equalTo(Dimension.ALL_OF_IT));
    CellNumbers cells =
        CellNumbers.of(CellNumbers.names(ofProviders).unionByName(CellNumbers.names(ofAll)));
    Dataset<Row> national =
        Rates.of(cells.number(ofAll), List.of("publication"), List.of())
            .where(col("rate_value").isNotNull())
            .select(
                col("set"),
                col("rate_value").as("national_rate"),
                col("publication").as("national_publication"));
    Dataset<Row> ourYears =
        ofProviders
            .sparkSession()
            .createDataset(years.boxed().toList(), Encoders.INT())
            .toDF("year");
    Dataset<Row> sets =
        nearestYears(
            cells.nameSets(
                Thresholds.of(
                        Ladder.of(
                            Rates.of(cells.number(ofProviders), List.of("leavers"), List.of()),
                            settings.minimumLeavers()),
                        settings)
                    .drop("published_year")
                    .join(broadcast(national), Rates.seq(List.of("set")), "left")
                    .where(col("providers").gt(lit(0L)).or(col("national_rate").isNotNull()))),
            ourYears,
            List.of("report_type", "measure"));
    Dataset<Row> rates =
        nearestYears(
                cells.nameSets(national),
                ourYears,
                Stream.concat(CELL.stream(), Stream.of("rate")).toList())
            .join(
                broadcast(CellNumbers.names(ours.numbered())),
                Rates.seq(Stream.concat(CELL.stream(), Stream.of("year")).toList()),
                "left_semi")
            .join(
                sets,
                Rates.seq(Stream.concat(CELL.stream(), Stream.of("year", "rate")).toList()),
                "left_anti");
    return conforming(sets).unionByName(conforming(withoutThresholds(rates, settings)));
  }

  private static Dataset<Row> conforming(Dataset<Row> sets) {
    return sets.withColumn("source", lit(Thresholds.PUBLISHED))
        .select(Tables.QUARTILE_THRESHOLD.columns());
  }

  /** Returns sets with only a national rate, for each method and number of groups. */
  private static Dataset<Row> withoutThresholds(Dataset<Row> rates, Benchmarks settings) {
    Column[] kinds =
        settings.methods().stream()
            .flatMap(
                method ->
                    settings.groups().stream()
                        .map(n -> struct(lit(method.label()).as("method"), lit(n).as("groups"))))
            .toArray(Column[]::new);
    Map<String, Column> nothing = new LinkedHashMap<>();
    nothing.put("providers", lit(0L));
    nothing.put("minimum_leavers", lit(settings.minimumLeavers()));
    nothing.put("thresholds", lit(null).cast(Tables.QUARTILE_THRESHOLD.field("thresholds").type()));
    for (String rate : List.of("q1", "q2", "q3")) {
      nothing.put(rate, lit(null).cast(Table.RATE));
    }
    Thresholds.BANDS.forEach(
        band -> nothing.put(Thresholds.below(band), lit(null).cast(Table.RATE)));
    return rates.select(col("*"), inline(array(kinds))).withColumns(nothing);
  }

  /**
   * Returns for each year of ours the rows of the nearest published year, and puts that year in
   * {@code published_year}.
   *
   * @param ofOne the columns that group the published years of one series
   */
  private static Dataset<Row> nearestYears(
      Dataset<Row> published, Dataset<Row> ourYears, List<String> ofOne) {
    Column[] nearestFirst = {abs(col("year").minus(col("published_year"))), col("published_year")};
    Dataset<Row> nearest =
        published
            .select(
                Stream.concat(
                        Stream.of(Rates.columns(ofOne)),
                        Stream.of(col("year").as("published_year")))
                    .toArray(Column[]::new))
            .distinct()
            .crossJoin(broadcast(ourYears))
            .withColumn(
                "nearness",
                row_number()
                    .over(
                        Window.partitionBy(
                                Rates.columns(
                                    Stream.concat(ofOne.stream(), Stream.of("year")).toList()))
                            .orderBy(nearestFirst)))
            .where(col("nearness").equalTo(1))
            .drop("nearness");
    return published
        .withColumnRenamed("year", "published_year")
        .join(
            broadcast(nearest),
            Rates.seq(Stream.concat(ofOne.stream(), Stream.of("published_year")).toList()));
  }

  /**
   * Gives published rows the form of the tables of counts, one row for each cell and provider (or
   * type).
   */
  private Dataset<Row> counts(String scope, String whose, int minimumLeavers) {
    Column[] key =
        Stream.of("report_type", "measure", "year", "dimension", "value", whose)
            .map(name -> col(name))
            .toArray(Column[]::new);
    // A file without a column of leavers does not say how many there are, so all its rates
    // are ranked.
    Column noLeavers = col("leavers_state").equalTo(PublishedState.ABSENT.label());
    Row any = ours.all().isEmpty() ? null : ours.all().get(0);
    return spelt(rows.where(col("scope").equalTo(scope)))
        .withColumn(
            "leavers",
            coalesce(col("leavers"), when(noLeavers, lit((long) minimumLeavers)), lit(0L)))
        .withColumn(
            "order",
            row_number()
                .over(
                    Window.partitionBy(key)
                        .orderBy(col(OF_PROGRAM), col("publication"), col("line"))))
        .where(col("order").equalTo(1))
        .select(
            Stream.of(
                    Stream.of(key),
                    Stream.of(col("publication")),
                    Figure.columns().stream().map(name -> col(name)),
                    Stream.of(
                        lit(any == null ? "" : any.getString(0)).as("edition"),
                        lit(any == null ? 0 : any.getInt(1)).as("report_year")))
                .flatMap(each -> each)
                .toArray(Column[]::new));
  }

  /** Spells values as our tables do, if the two spellings differ only in form. */
  private Dataset<Row> spelt(Dataset<Row> published) {
    Dataset<Row> known =
        ours.numbered()
            .select(
                col("dimension").as("our_dimension"),
                col("value").as("our_value"),
                Spelling.plain(col("value")).as("our_plain"))
            .dropDuplicates("our_dimension", "our_plain");
    return published
        .join(
            broadcast(known),
            col("dimension")
                .equalTo(col("our_dimension"))
                .and(Spelling.plain(col("value")).equalTo(col("our_plain"))),
            "left")
        .withColumns(Map.of("value", coalesce(col("our_value"), col("value"))))
        .drop("our_dimension", "our_value", "our_plain");
  }
}

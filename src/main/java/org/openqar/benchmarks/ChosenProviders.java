package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.breakdowns.Dimension;
import org.openqar.config.Settings;

/**
 * Treats some providers as a sector of their own, with thresholds, places and rates of these only.
 * It computes frames and writes nothing.
 */
public final class ChosenProviders {
  private static final String ALL = "all";

  private final CellNumbers cells;
  private final Dataset<Row> counts;
  private final Settings.Benchmarks settings;

  /**
   * Chooses the providers by their counts.
   *
   * @param counts rows of {@code qar_provider}
   */
  public ChosenProviders(Dataset<Row> counts, Settings.Benchmarks settings) {
    this.cells = CellNumbers.of(counts);
    this.counts = cells.number(counts);
    this.settings = settings;
  }

  /** Returns rows of {@code quartile_threshold}. */
  public Dataset<Row> thresholds() {
    return cells.nameSets(
        National.addTo(Thresholds.of(ladder(), settings), cells.number(together())));
  }

  /**
   * Returns rows of {@code provider_benchmark}. The national rate is that of these providers
   * together.
   */
  public Dataset<Row> places() {
    return Positions.ranked(
        new Positions(cells.numberSets(thresholds()), settings.groups())
            .of(Ranks.addTo(rates(), ladder(), settings.minimumLeavers())));
  }

  /**
   * Returns the counts of these providers together, and the number of {@code providers} with any.
   */
  public Dataset<Row> together() {
    Dataset<Row> members =
        counts
            .select("ukprn")
            .distinct()
            .withColumn("group_id", lit(ALL))
            .withColumn("group_name", lit(ALL));
    return cells
        .name(ProviderGroups.counts(counts, members))
        .withColumnRenamed("members", "providers")
        .withColumn("provider_type", lit(Dimension.ALL_OF_IT));
  }

  private Dataset<Row> ladder() {
    return Ladder.of(rates(), settings.minimumLeavers());
  }

  private Dataset<Row> rates() {
    return Rates.of(counts, List.of("ukprn", "leavers"), List.of());
  }
}

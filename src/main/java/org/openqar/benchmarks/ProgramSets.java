package org.openqar.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.openqar.benchmarks.Rates.Rate;
import org.openqar.config.Settings.Benchmarks;
import org.openqar.config.Settings.Method;
import org.openqar.tables.Tables;

/**
 * The national rates of the figures that come with the program, for use without an import. They
 * equal those that {@link ImportedThresholds} would give, but need no Spark job.
 */
final class ProgramSets {
  private final List<Row> published;
  private final CellNumbers ours;

  /**
   * Takes the figures.
   *
   * @param published national rows of {@code published_rate}, for all types of provider together
   * @param ours the cells of our national counts
   */
  ProgramSets(List<Row> published, CellNumbers ours) {
    this.published = published;
    this.ours = ours;
  }

  /**
   * Returns rows of {@code quartile_threshold}: for each published cell of ours, the rates of the
   * nearest year.
   *
   * @param years our years
   */
  List<Row> sets(IntStream years, Benchmarks settings) {
    List<Row> sets = new ArrayList<>();
    years.forEach(
        year ->
            ours.all().stream()
                .filter(cell -> CellNumbers.at(cell, "year").equals(year))
                .forEach(cell -> add(cell, year, settings, sets)));
    return sets;
  }

  private void add(Row cell, int year, Benchmarks settings, List<Row> sets) {
    for (Rate rate : Rates.ALL) {
      published.stream()
          .filter(row -> isOf(row, cell) && row.getAs(rate.column()) != null)
          .min(
              Comparator.<Row>comparingInt(row -> Math.abs(row.<Integer>getAs("year") - year))
                  .thenComparing(row -> row.<Integer>getAs("year")))
          .ifPresent(
              row -> {
                for (Method method : settings.methods()) {
                  settings
                      .groups()
                      .forEach(
                          n ->
                              sets.add(
                                  set(
                                      cell,
                                      rate,
                                      row,
                                      method.label(),
                                      n,
                                      settings.minimumLeavers())));
                }
              });
    }
  }

  private static boolean isOf(Row row, Row cell) {
    return List.of("report_type", "measure", "dimension", "value").stream()
        .allMatch(name -> row.getAs(name).equals(CellNumbers.at(cell, name)));
  }

  private static Row set(
      Row cell, Rate rate, Row row, String method, int groups, int minimumLeavers) {
    Map<String, Object> values = new HashMap<>();
    for (String name :
        List.of("edition", "report_year", "report_type", "measure", "year", "dimension", "value")) {
      values.put(name, CellNumbers.at(cell, name));
    }
    values.put("rate", rate.name());
    values.put("method", method);
    values.put("groups", groups);
    values.put("minimum_leavers", minimumLeavers);
    values.put("providers", 0L);
    values.put("source", Thresholds.PUBLISHED);
    values.put("published_year", row.getAs("year"));
    values.put("national_rate", row.getAs(rate.column()));
    values.put("national_publication", row.getAs("publication"));
    return RowFactory.create(
        Tables.QUARTILE_THRESHOLD.columnNames().stream().map(values::get).toArray());
  }
}

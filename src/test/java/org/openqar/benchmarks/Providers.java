package org.openqar.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.openqar.config.Settings.Benchmarks;
import org.openqar.config.Settings.Method;
import org.openqar.config.Settings.Places;
import org.openqar.support.SparkTest;
import org.openqar.tables.Field;
import org.openqar.tables.Table;
import org.openqar.tables.Tables;

/** Rows of the tables that benchmarks read: one set of thresholds a cell. */
final class Providers {
  static final Benchmarks SETTINGS =
      new Benchmarks(
          5, List.of(Method.PROVIDER), Places.FIRST_METHOD, List.of(4), "ssa_t1 x level", 10);

  private final List<Row> providers = new ArrayList<>();
  private final List<Row> national = new ArrayList<>();
  private final List<Row> thresholds = new ArrayList<>();

  /** A provider with so many achievers among its leavers; all of them completed. */
  Providers provider(String cell, int ukprn, long achievers, long leavers) {
    return provider(cell, ukprn, achievers, leavers, rate(achievers, leavers));
  }

  Providers provider(String cell, int ukprn, long achievers, long leavers, BigDecimal rate) {
    providers.add(row(Tables.QAR_PROVIDER, counts(cell, achievers, leavers, rate, "ukprn", ukprn)));
    return this;
  }

  /** The national row of a cell. */
  Providers national(String cell, String providerType, long achievers, long leavers) {
    national.add(
        row(
            Tables.QAR_NATIONAL,
            counts(
                cell,
                achievers,
                leavers,
                rate(achievers, leavers),
                "provider_type",
                providerType)));
    return this;
  }

  /** Thresholds that are given, of the achievement rate. */
  Providers thresholds(String cell, String q1, String q2, String q3) {
    Map<String, Object> values = new java.util.HashMap<>(key(cell));
    values.put("rate", "achievement");
    values.put("method", "provider");
    values.put("groups", 4);
    values.put("source", Thresholds.COMPUTED);
    values.put("minimum_leavers", 5);
    values.put("providers", 4L);
    values.put("q1", new BigDecimal(q1));
    values.put("q2", new BigDecimal(q2));
    values.put("q3", new BigDecimal(q3));
    values.put("thresholds", List.of(new BigDecimal(q1), new BigDecimal(q2), new BigDecimal(q3)));
    thresholds.add(row(Tables.QUARTILE_THRESHOLD, values));
    return this;
  }

  private Dataset<Row> rates() {
    Dataset<Row> counts = frame(Tables.QAR_PROVIDER, providers);
    return Rates.of(cells().number(counts), List.of("ukprn", "leavers"), List.of());
  }

  private Dataset<Row> ladder(Benchmarks settings) {
    return Ladder.of(rates(), settings.minimumLeavers());
  }

  private CellNumbers cells() {
    return CellNumbers.of(frame(Tables.QAR_PROVIDER, providers));
  }

  /** The thresholds of these providers. */
  Dataset<Row> computed() {
    return computed(SETTINGS);
  }

  Dataset<Row> computed(Benchmarks settings) {
    return cells()
        .nameSets(National.addTo(Thresholds.of(ladder(settings), settings), nationwide()))
        .select(Tables.QUARTILE_THRESHOLD.columns());
  }

  Dataset<Row> given() {
    return frame(Tables.QUARTILE_THRESHOLD, thresholds);
  }

  /** Where the providers stand in thresholds. */
  Dataset<Row> positions(Dataset<Row> in) {
    return positions(in, SETTINGS);
  }

  Dataset<Row> positions(Dataset<Row> in, Benchmarks settings) {
    return Positions.ranked(
        new Positions(
                National.addTo(cells().numberSets(in).drop("national_rate"), nationwide()),
                settings.groups())
            .of(Ranks.addTo(rates(), ladder(settings), settings.minimumLeavers())));
  }

  private Dataset<Row> nationwide() {
    return cells().number(frame(Tables.QAR_NATIONAL, national));
  }

  static BigDecimal rate(long part, long whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
  }

  private static Map<String, Object> counts(
      String cell, long achievers, long leavers, BigDecimal rate, String whose, Object who) {
    Map<String, Object> values = new java.util.HashMap<>(key(cell));
    values.put(whose, Objects.requireNonNull(who));
    values.put("leavers", leavers);
    values.put("completers", leavers);
    values.put("achievers", achievers);
    values.put("achievement_rate", rate);
    values.put("retention_rate", rate(leavers, leavers));
    values.put("pass_rate", rate);
    return values;
  }

  private static Map<String, Object> key(String cell) {
    return Map.of(
        "edition", "2024-25",
        "report_year", 2024,
        "report_type", "apprenticeship",
        "measure", "overall",
        "year", 2024,
        "dimension", "ssa_t1",
        "value", cell);
  }

  private static Row row(Table table, Map<String, Object> values) {
    return RowFactory.create(table.fields().stream().map(Field::name).map(values::get).toArray());
  }

  private static Dataset<Row> frame(Table table, List<Row> rows) {
    return SparkTest.spark().createDataFrame(rows, table.schema());
  }
}

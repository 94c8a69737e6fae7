package org.openqar.reports;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.openqar.reports.Comparison.Side;
import org.openqar.tables.Filter;
import org.openqar.tables.Table;
import org.openqar.tables.Tables;

/**
 * The effect of other rules on the rates of all providers together and of each provider. Each row
 * is one report type, year and provider, without a {@code ukprn} for the nation. It has leavers,
 * achievers and rate on both sides, and the {@code points} between the rates. There are only rows
 * in which a count differs.
 */
final class Effect {
  static final StructType MOVED =
      new StructType()
          .add("report_type", StringType)
          .add("ukprn", IntegerType)
          .add("year", IntegerType)
          .add("leavers_before", LongType)
          .add("leavers_after", LongType)
          .add("achievers_before", LongType)
          .add("achievers_after", LongType)
          .add("rate_before", Table.RATE)
          .add("rate_after", Table.RATE)
          .add("points", Table.RATE);

  private static final List<String> COUNTS = List.of("leavers", "completers", "achievers");

  private final List<Row> moved = new ArrayList<>();

  Effect(Side before, Side after) {
    Filter nation = Filter.equal("provider_type", "Total");
    add(rates(before, Tables.QAR_NATIONAL, nation), rates(after, Tables.QAR_NATIONAL, nation));
    add(
        rates(before, Tables.QAR_PROVIDER, Filter.all()),
        rates(after, Tables.QAR_PROVIDER, Filter.all()));
    moved.sort(RowOrder.by("report_type", "ukprn").thenComparing(RowOrder.descendingBy("year")));
  }

  /** Orders by report type and provider, the nation first, then from the newest year. */
  List<Row> rows() {
    return moved;
  }

  /** Returns the rows of all providers together. */
  List<Row> national() {
    return moved.stream().filter(row -> row.getAs("ukprn") == null).toList();
  }

  /** Returns the rows of single providers whose rates move, the largest moves first. */
  List<Row> largest() {
    return moved.stream()
        .filter(row -> row.getAs("ukprn") != null && row.getAs("points") != null)
        .sorted(
            Comparator.<Row, BigDecimal>comparing(
                    row -> row.<BigDecimal>getAs("points").abs(), Comparator.reverseOrder())
                .thenComparing(RowOrder.by("ukprn"))
                .thenComparing(RowOrder.descendingBy("year")))
        .toList();
  }

  private void add(Map<List<Object>, Row> before, Map<List<Object>, Row> after) {
    Set<List<Object>> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (List<Object> key : keys) {
      Row left = before.get(key);
      Row right = after.get(key);
      if (COUNTS.stream().anyMatch(one -> !Objects.equals(value(left, one), value(right, one)))) {
        BigDecimal rateBefore = (BigDecimal) value(left, "achievement_rate");
        BigDecimal rateAfter = (BigDecimal) value(right, "achievement_rate");
        moved.add(
            new GenericRowWithSchema(
                new Object[] {
                  key.get(0),
                  key.get(2),
                  key.get(1),
                  count(left, "leavers"),
                  count(right, "leavers"),
                  count(left, "achievers"),
                  count(right, "achievers"),
                  rateBefore,
                  rateAfter,
                  rateBefore == null || rateAfter == null ? null : rateAfter.subtract(rateBefore)
                },
                MOVED));
      }
    }
  }

  private static Object value(Row row, String column) {
    return row == null ? null : row.getAs(column);
  }

  private static long count(Row row, String column) {
    return row == null ? 0 : row.<Long>getAs(column);
  }

  /**
   * Returns the overall rates of all aims by report type, year and provider. The nation's rows have
   * no provider.
   */
  private static Map<List<Object>, Row> rates(Side side, Table table, Filter which) {
    boolean byProvider = table == Tables.QAR_PROVIDER;
    List<String> columns = new ArrayList<>(COUNTS);
    columns.addAll(List.of("achievement_rate", "report_type", "year"));
    if (byProvider) {
      columns.add("ukprn");
    }
    Filter total = Filter.equal("measure", "overall").and(Filter.equal("dimension", "total"));
    Map<List<Object>, Row> rates = new HashMap<>();
    side.reader()
        .list(table, columns, side.ours().and(total).and(which))
        .forEach(
            row ->
                rates.put(
                    Arrays.asList(
                        row.getAs("report_type"),
                        row.getAs("year"),
                        byProvider ? row.getAs("ukprn") : null),
                    row));
    return rates;
  }
}

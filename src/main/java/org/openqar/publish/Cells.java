package org.openqar.publish;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.messages.UserException;
import org.openqar.tables.Breakdown;
import org.openqar.tables.Breakdown.Reach;
import org.openqar.tables.KeyRange;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** The cells of the measures that may be published, of all report types, measures and years. */
final class Cells {
  /** The nation's cells have it in a column of their own, and every provider has one. */
  static final String PROVIDER_TYPE = "provider_type";

  private static final List<Breakdown> BREAKDOWNS =
      Breakdown.ALL.stream()
          .filter(one -> one.reach() == Reach.PUBLISHED && !one.columns().contains(PROVIDER_TYPE))
          .toList();

  private static final List<String> COLUMNS =
      BREAKDOWNS.stream().flatMap(one -> one.columns().stream()).distinct().toList();

  private final TableStore store;
  private final KeyRange range;

  Cells(TableStore store, KeyRange range) {
    this.store = store;
    this.range = range;
  }

  /** What is published of every provider and of the nation, by type of provider there. */
  static List<Breakdown> breakdowns() {
    return BREAKDOWNS;
  }

  /** The columns of these breakdowns, each once. */
  static List<String> columns() {
    return COLUMNS;
  }

  /** A breakdown's values apart, one for each column, {@code Total} where it has none. */
  static List<String> values(String dimension, String value) {
    Breakdown breakdown =
        breakdowns().stream()
            .filter(one -> one.dimension().equals(dimension))
            .findFirst()
            .orElseThrow();
    List<String> parts = parts(value);
    if (parts.size() != Math.max(1, breakdown.columns().size())) {
      throw UserException.failed(
          "The value '%s' of '%s' cannot be taken apart: '%s' may stand only between values."
              .formatted(value, dimension, Breakdown.BETWEEN));
    }
    List<String> values = new ArrayList<>();
    for (String column : columns()) {
      int at = breakdown.columns().indexOf(column);
      values.add(at < 0 ? Breakdown.ALL_OF_IT : parts.get(at));
    }
    if (!breakdown.columns().isEmpty() && parts.contains(Breakdown.ALL_OF_IT)) {
      throw UserException.failed(
          "The value '%s' of '%s' is called as the total is; give it another name."
              .formatted(value, dimension));
    }
    return values;
  }

  private static List<String> parts(String value) {
    return List.of(value.split(Pattern.quote(Breakdown.BETWEEN), -1));
  }

  /** One row a cell, the nation's with {@link Place#NATION} for the provider. */
  Dataset<Row> all() {
    Column published =
        col("dimension").isin(breakdowns().stream().map(Breakdown::dimension).toArray());
    return store
        .read(Tables.QAR_NATIONAL, range)
        .where(published)
        .select(cell(lit(Place.NATION), col(PROVIDER_TYPE)))
        .unionByName(
            store
                .read(Tables.QAR_PROVIDER, range)
                .where(published)
                .select(cell(col("ukprn"), lit(Breakdown.ALL_OF_IT))));
  }

  private static Column[] cell(Column ukprn, Column providerType) {
    return new Column[] {
      col("report_type"),
      col("measure"),
      col("year"),
      ukprn.as("ukprn"),
      providerType.as(PROVIDER_TYPE),
      col("dimension"),
      col("value"),
      col("leavers"),
      col("completers"),
      col("achievers")
    };
  }

  /** Each provider's type, as the national counts have it. */
  Map<Integer, String> providerTypes() {
    Map<Integer, String> types = new TreeMap<>();
    for (Row row :
        store
            .read(Tables.PROVIDER)
            .select(
                col("ukprn"),
                coalesce(
                    nullif(col(PROVIDER_TYPE), lit(Breakdown.ALL_OF_IT)), lit(Breakdown.UNKNOWN)))
            .collectAsList()) {
      types.put(row.getInt(0), row.getString(1));
    }
    return types;
  }

  /** What lies within what in each report type, as the counted aims tell. */
  Map<String, List<Nesting>> nestings() {
    Map<String, List<Nesting>> nestings = new HashMap<>();
    for (Nesting.Pair pair : Nesting.KNOWN) {
      if (Tables.QAR_AIM.columnNames().containsAll(List.of(pair.inner(), pair.outer()))) {
        outerOf(pair)
            .forEach(
                (reportType, outerOf) ->
                    nestings
                        .computeIfAbsent(reportType, any -> new ArrayList<>())
                        .add(new Nesting(pair.inner(), pair.outer(), outerOf)));
      }
    }
    return nestings;
  }

  /** By report type; an inner value that is met in several outer ones lies in none. */
  private Map<String, Map<String, String>> outerOf(Nesting.Pair pair) {
    Map<String, Map<String, String>> all = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Row row :
        store
            .read(Tables.QAR_AIM, range)
            .where("qar_status = 'QAR Inclusion' OR timely_cohort")
            .select(col("report_type"), col(pair.inner()), col(pair.outer()))
            .na()
            .drop()
            .distinct()
            .collectAsList()) {
      String known =
          all.computeIfAbsent(row.getString(0), any -> new HashMap<>())
              .put(row.getString(1), row.getString(2));
      if (known != null) {
        ambiguous.add(row.getString(1));
      }
    }
    all.values().forEach(outerOf -> outerOf.keySet().removeAll(ambiguous));
    return all;
  }
}

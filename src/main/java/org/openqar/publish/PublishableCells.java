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
import org.openqar.breakdowns.Breakdown;
import org.openqar.breakdowns.Breakdowns;
import org.openqar.breakdowns.Dimension;
import org.openqar.breakdowns.ProviderType;
import org.openqar.breakdowns.Reach;
import org.openqar.messages.UserException;
import org.openqar.tables.KeyRange;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** Reads the cells that may be published, for all report types, measures and years. */
final class PublishableCells {
  /** A separate column holds the type in the nation's cells, and every provider has one type. */
  static final String PROVIDER_TYPE = ProviderType.PROVIDER_TYPE.name();

  private static final List<Dimension> BREAKDOWNS =
      Dimension.ALL.stream()
          .filter(one -> one.reach() == Reach.PUBLISHED && !one.columns().contains(PROVIDER_TYPE))
          .toList();

  private static final List<String> COLUMNS =
      BREAKDOWNS.stream().flatMap(one -> one.columns().stream()).distinct().toList();

  private final TableStore store;
  private final KeyRange range;

  PublishableCells(TableStore store, KeyRange range) {
    this.store = store;
    this.range = range;
  }

  /** The breakdowns published for every provider and, by type of provider, for the nation. */
  static List<Dimension> breakdowns() {
    return BREAKDOWNS;
  }

  /** The columns of these breakdowns, without repeats. */
  static List<String> columns() {
    return COLUMNS;
  }

  /** Splits the values of a dimension into one for each column, {@code Total} where it has none. */
  static List<String> values(String name, String value) {
    Dimension dimension =
        breakdowns().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    List<String> parts = parts(value);
    if (parts.size() != Math.max(1, dimension.columns().size())) {
      throw UserException.failed(
          "The value '%s' of '%s' cannot be split: '%s' may only separate values."
              .formatted(value, name, Dimension.BETWEEN));
    }
    List<String> values = new ArrayList<>();
    for (String column : columns()) {
      int at = dimension.columns().indexOf(column);
      values.add(at < 0 ? Dimension.ALL_OF_IT : parts.get(at));
    }
    if (!dimension.columns().isEmpty() && parts.contains(Dimension.ALL_OF_IT)) {
      throw UserException.failed(
          "The value '%s' of '%s' has the name of the total; give it another name."
              .formatted(value, name));
    }
    return values;
  }

  private static List<String> parts(String value) {
    return List.of(value.split(Pattern.quote(Dimension.BETWEEN), -1));
  }

  /** Returns one row for each cell. The nation's have {@link CellPlace#NATION} for the provider. */
  Dataset<Row> all() {
    Column published = col("dimension").isin(breakdowns().stream().map(Dimension::name).toArray());
    return store
        .read(Tables.QAR_NATIONAL, range)
        .where(published)
        .select(cell(lit(CellPlace.NATION), col(PROVIDER_TYPE)))
        .unionByName(
            store
                .read(Tables.QAR_PROVIDER, range)
                .where(published)
                .select(cell(col("ukprn"), lit(Dimension.ALL_OF_IT))));
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

  /** Returns each provider's type, as the national counts use it. */
  Map<Integer, String> providerTypes() {
    Map<Integer, String> types = new TreeMap<>();
    for (Row row :
        store
            .read(Tables.PROVIDER)
            .select(
                col("ukprn"),
                coalesce(
                    nullif(col(PROVIDER_TYPE), lit(Dimension.ALL_OF_IT)), lit(Breakdown.UNKNOWN)))
            .collectAsList()) {
      types.put(row.getInt(0), row.getString(1));
    }
    return types;
  }

  /** Finds the nestings of each report type from the counted aims. */
  Map<String, List<Nesting>> nestings() {
    Map<String, List<Nesting>> nestings = new HashMap<>();
    for (Breakdown inner : Breakdowns.ALL) {
      for (Breakdown outer : inner.within()) {
        outerOf(inner, outer)
            .forEach(
                (reportType, outerOf) ->
                    nestings
                        .computeIfAbsent(reportType, any -> new ArrayList<>())
                        .add(new Nesting(inner.name(), outer.name(), outerOf)));
      }
    }
    return nestings;
  }

  /**
   * Returns the nestings by report type. An inner value that occurs in several outer values is in
   * none.
   */
  private Map<String, Map<String, String>> outerOf(Breakdown inner, Breakdown outer) {
    Map<String, Map<String, String>> all = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Row row :
        store
            .read(Tables.QAR_AIM, range)
            .where("qar_status = 'QAR Inclusion' OR timely_cohort")
            .select(col("report_type"), col(inner.name()), col(outer.name()))
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

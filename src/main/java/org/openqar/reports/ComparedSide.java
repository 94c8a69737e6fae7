package org.openqar.reports;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.openqar.breakdowns.Dimension;
import org.openqar.reports.export.SortedRows;
import org.openqar.tables.Figure;
import org.openqar.tables.PublishedState;
import org.openqar.tables.Spelling;

/**
 * The figures of one side, ours or a publication's, in the order of their cells. Each row is one
 * figure. There can be any number of rows.
 */
final class ComparedSide implements AutoCloseable {
  /**
   * The columns that identify a figure, with types of provider and values in the form used to
   * compare them.
   */
  private static final List<String> KEY =
      List.of(
          "report_type",
          "measure",
          "year",
          "scope",
          "ukprn",
          "compared_type",
          "dimension",
          "compared_value",
          "figure");

  private static final StructType SCHEMA =
      new StructType()
          .add("report_type", StringType)
          .add("measure", StringType)
          .add("year", IntegerType)
          .add("scope", StringType)
          .add("ukprn", IntegerType)
          .add("compared_type", StringType)
          .add("dimension", StringType)
          .add("compared_value", StringType)
          .add("figure", StringType)
          .add("provider_type", StringType)
          .add("value", StringType)
          .add("number", DataTypes.createDecimalType(18, 1))
          .add("state", StringType)
          .add("line", IntegerType);

  /** The columns that identify a cell in our tables of counts and rates. */
  static final List<String> CELL = List.of("report_type", "measure", "year", "dimension", "value");

  /**
   * The properties that the figures of one table share.
   *
   * @param byType whether the table separates types of providers; if not, its figures may be
   *     compared alone
   */
  record Kind(
      String reportType,
      String measure,
      int year,
      String scope,
      boolean byType,
      String dimension,
      String figure) {
    static Kind of(Row figure) {
      String type = figure.getAs("compared_type");
      return new Kind(
          figure.getAs("report_type"),
          figure.getAs("measure"),
          figure.<Integer>getAs("year"),
          figure.getAs("scope"),
          type != null && !type.equals(Dimension.ALL_OF_IT.toLowerCase(Locale.ROOT)),
          figure.getAs("dimension"),
          figure.getAs("figure"));
    }
  }

  private static final Comparator<Row> ORDER = RowOrder.by(KEY.toArray(String[]::new));

  private final SortedRows rows = new SortedRows(SCHEMA, KEY);
  private final Set<Kind> kinds = new HashSet<>();

  /** Returns the kinds of figures on this side. */
  Set<Kind> kinds() {
    return kinds;
  }

  /** Returns the values of one part of the kinds, without repeats. */
  List<Object> valuesOf(Function<Kind, Object> part) {
    return new ArrayList<>(new TreeSet<>(kinds.stream().map(part).toList()));
  }

  /** Adds the figures of a published row, except those for which its file has no column. */
  void addTheirs(Row row) {
    String scope = row.getAs("scope");
    for (Figure figure : Figure.values()) {
      String state = row.getAs(figure.stateColumn());
      if (!state.equals(PublishedState.ABSENT.label())) {
        Row one =
            figure(
                row,
                scope,
                row.getAs("ukprn"),
                scope.equals("national") ? row.getAs("provider_type") : null,
                figure,
                number(row.getAs(figure.column())),
                state,
                row.getAs("line"));
        kinds.add(Kind.of(one));
        rows.add(one);
      }
    }
  }

  /** Adds the figures of some kinds from a row of {@code qar_national} or {@code qar_provider}. */
  void addOurs(Row row, boolean national, Set<Kind> wanted) {
    for (Figure figure : Figure.values()) {
      BigDecimal number = number(row.getAs(figure.column()));
      if (number != null) {
        Row one =
            figure(
                row,
                national ? "national" : "provider",
                national ? null : row.getAs("ukprn"),
                national ? row.getAs("provider_type") : null,
                figure,
                number,
                null,
                null);
        Kind kind = Kind.of(one);
        if (wanted.contains(kind)) {
          kinds.add(kind);
          rows.add(one);
        }
      }
    }
  }

  private static Row figure(
      Row cell,
      String scope,
      Integer ukprn,
      String providerType,
      Figure figure,
      BigDecimal number,
      String state,
      Integer line) {
    String value = cell.getAs("value");
    return new GenericRowWithSchema(
        new Object[] {
          cell.getAs("report_type"),
          cell.getAs("measure"),
          cell.getAs("year"),
          scope,
          ukprn,
          providerType == null ? null : Spelling.plain(providerType),
          cell.getAs("dimension"),
          Spelling.plain(value),
          figure.column(),
          providerType,
          value,
          number,
          state,
          line
        },
        SCHEMA);
  }

  private static BigDecimal number(Object value) {
    return value == null
        ? null
        : value instanceof BigDecimal decimal
            ? decimal.setScale(1)
            : BigDecimal.valueOf(((Number) value).longValue()).setScale(1);
  }

  /** Returns the figures in order, cell by cell. */
  Iterator<List<Row>> cells() {
    Iterator<Row> figures = rows.inOrder();
    return new Iterator<>() {
      private Row next = figures.hasNext() ? figures.next() : null;

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public List<Row> next() {
        List<Row> alike = new ArrayList<>();
        Row first = next;
        while (next != null && compare(first, next) == 0) {
          alike.add(next);
          next = figures.hasNext() ? figures.next() : null;
        }
        return alike;
      }
    };
  }

  /** Orders two figures by the columns that identify them. */
  static int compare(Row one, Row other) {
    return ORDER.compare(one, other);
  }

  @Override
  public void close() {
    rows.close();
  }
}

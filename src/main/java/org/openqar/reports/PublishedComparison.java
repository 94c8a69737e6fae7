package org.openqar.reports;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.openqar.messages.UserException;
import org.openqar.reports.ComparedSide.Kind;
import org.openqar.reports.export.SortedRows;
import org.openqar.tables.Figure;
import org.openqar.tables.Filter;
import org.openqar.tables.PublishedState;
import org.openqar.tables.Rows;
import org.openqar.tables.Table;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;

/**
 * Compares our figures with those of publications, cell by cell, within their rounding (qar-rules
 * 5.2). It reads tables and computes none.
 */
public final class PublishedComparison {
  private static final DecimalType NUMBER = DataTypes.createDecimalType(18, 1);

  /** The columns of the comparison. Each row is one figure of a cell. */
  static final StructType FIGURE =
      new StructType()
          .add("publication", StringType)
          .add("report_type", StringType)
          .add("measure", StringType)
          .add("year", IntegerType)
          .add("scope", StringType)
          .add("ukprn", IntegerType)
          .add("provider_type", StringType)
          .add("dimension", StringType)
          .add("value", StringType)
          .add("figure", StringType)
          .add("ours", NUMBER)
          .add("theirs", NUMBER)
          .add("state", StringType)
          .add("difference", DataTypes.createDecimalType(19, 1))
          .add("verdict", StringType)
          .add("line", IntegerType);

  private static final List<String> ORDER =
      List.of(
          "publication",
          "report_type",
          "measure",
          "year",
          "scope",
          "ukprn",
          "provider_type",
          "dimension",
          "value",
          "figure");

  /** The mark of a figure that is missing. */
  private static final List<Row> NONE = Collections.singletonList(null);

  private final TableReader reader;
  private final Publications publications;
  private final List<String> compared;
  private final String edition;
  private final int reportYear;
  private long withOtherFilters;

  /**
   * @param publication the name of an imported or built-in publication; empty for all
   * @throws UserException if there is nothing to compare
   */
  public PublishedComparison(
      TableReader reader, String edition, int reportYear, Optional<String> publication) {
    this.reader = reader;
    this.publications = new Publications(reader);
    this.edition = edition;
    this.reportYear = reportYear;
    List<String> names = publications.names();
    this.compared = publication.map(List::of).orElse(names);
    if (!names.containsAll(compared)) {
      throw UserException.failed(
          "There is no publication %s; there are %s."
              .formatted(publication.orElse(""), String.join(", ", names)));
    }
    try (Rows any = ours(Tables.QAR_NATIONAL, Filter.all())) {
      if (!any.hasNext()) {
        throw UserException.failed(
            "The warehouse has no rates of edition %s and report year %d: run ./qar run with them first."
                .formatted(edition, reportYear));
      }
    }
  }

  String edition() {
    return edition;
  }

  int reportYear() {
    return reportYear;
  }

  /**
   * Returns the number of published rows that {@link #figures} left out because they have filters
   * that we do not break down by.
   */
  long withOtherFilters() {
    return withOtherFilters;
  }

  /**
   * Returns rows of {@link #FIGURE}. They include our cells if the publication has other cells of
   * the same breakdown and year. If we have no cell of a breakdown and year, the published cells
   * get the verdict "not computed here".
   */
  SortedRows figures() {
    SortedRows figures = new SortedRows(FIGURE, ORDER);
    withOtherFilters = 0;
    for (String publication : compared) {
      try (ComparedSide theirs = theirs(publication);
          ComparedSide ours = ours(theirs)) {
        pair(publication, theirs, ours, figures::add);
      }
    }
    return figures;
  }

  private ComparedSide theirs(String publication) {
    ComparedSide side = new ComparedSide();
    try (Rows rows = publications.rows(publication)) {
      while (rows.hasNext()) {
        Row row = rows.next();
        if (Publications.hasOtherFilters(row)) {
          withOtherFilters++;
        } else {
          side.addTheirs(row);
        }
      }
    }
    return side;
  }

  private ComparedSide ours(ComparedSide theirs) {
    ComparedSide side = new ComparedSide();
    Filter cells =
        Filter.among("report_type", theirs.valuesOf(Kind::reportType))
            .and(Filter.among("measure", theirs.valuesOf(Kind::measure)))
            .and(Filter.among("year", theirs.valuesOf(Kind::year)))
            .and(Filter.among("dimension", theirs.valuesOf(Kind::dimension)));
    for (String scope : List.of("national", "provider")) {
      boolean national = scope.equals("national");
      if (theirs.valuesOf(Kind::scope).contains(scope)) {
        try (Rows rows = ours(national ? Tables.QAR_NATIONAL : Tables.QAR_PROVIDER, cells)) {
          rows.forEachRemaining(row -> side.addOurs(row, national, theirs.kinds()));
        }
      }
    }
    return side;
  }

  private Rows ours(Table table, Filter cells) {
    return reader.read(
        table,
        Stream.of(
                ComparedSide.CELL,
                List.of(table == Tables.QAR_NATIONAL ? "provider_type" : "ukprn"),
                Figure.columns())
            .flatMap(List::stream)
            .toList(),
        Filter.of(edition, reportYear).and(cells));
  }

  /** Walks along both sides at once. Each is in the order of the cells. */
  private static void pair(
      String publication, ComparedSide theirs, ComparedSide ours, Consumer<Row> each) {
    Iterator<List<Row>> left = theirs.cells();
    Iterator<List<Row>> right = ours.cells();
    List<Row> their = next(left);
    List<Row> our = next(right);
    while (!their.isEmpty() || !our.isEmpty()) {
      int order =
          their.isEmpty() ? 1 : our.isEmpty() ? -1 : ComparedSide.compare(their.get(0), our.get(0));
      for (Row one : order <= 0 ? their : NONE) {
        for (Row other : order >= 0 ? our : NONE) {
          each.accept(figure(publication, one, other, ours.kinds()));
        }
      }
      their = order <= 0 ? next(left) : their;
      our = order >= 0 ? next(right) : our;
    }
  }

  private static List<Row> next(Iterator<List<Row>> cells) {
    return cells.hasNext() ? cells.next() : List.of();
  }

  private static Row figure(String publication, Row theirs, Row ours, Set<Kind> computed) {
    Row either = theirs == null ? ours : theirs;
    String figure = either.getAs("figure");
    String state = theirs == null ? null : theirs.getAs("state");
    FigurePair pair =
        new FigurePair(
            Figure.of(figure),
            ours == null ? null : ours.<BigDecimal>getAs("number"),
            state == null ? null : PublishedState.of(state),
            theirs == null ? null : theirs.<BigDecimal>getAs("number"),
            computed.contains(Kind.of(either)));
    return new GenericRowWithSchema(
        new Object[] {
          publication,
          either.getAs("report_type"),
          either.getAs("measure"),
          either.getAs("year"),
          either.getAs("scope"),
          either.getAs("ukprn"),
          either.getAs("provider_type"),
          either.getAs("dimension"),
          either.getAs("value"),
          figure,
          pair.ours(),
          pair.theirs(),
          state,
          pair.difference(),
          pair.verdict(),
          theirs == null ? null : theirs.getAs("line")
        },
        FIGURE);
  }
}

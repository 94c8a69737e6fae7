package org.openqar.reports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.openqar.imports.ProgramFigures;
import org.openqar.tables.Figure;
import org.openqar.tables.Filter;
import org.openqar.tables.Rows;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;
import scala.collection.Map;

/** The imported publications, and the built-in ones. */
final class Publications {
  private static final List<String> COLUMNS =
      Stream.of(
              List.of(
                  "line",
                  "report_type",
                  "measure",
                  "year",
                  "scope",
                  "ukprn",
                  "provider_type",
                  "dimension",
                  "value",
                  "other_filters"),
              Figure.columns(),
              Stream.of(Figure.values()).map(Figure::stateColumn).toList())
          .flatMap(List::stream)
          .toList();

  private final TableReader reader;
  private final TreeSet<String> imported = new TreeSet<>();

  Publications(TableReader reader) {
    this.reader = reader;
    if (reader.exists(Tables.PUBLISHED_RATE)) {
      try (Rows rows = reader.read(Tables.PUBLISHED_RATE, List.of("publication"), Filter.all())) {
        rows.forEachRemaining(row -> imported.add(row.getString(0)));
      }
    }
  }

  /**
   * Returns the imported ones in order, then the built-in one, unless an imported one has its name.
   */
  List<String> names() {
    List<String> names = new ArrayList<>(imported);
    if (!imported.contains(ProgramFigures.PUBLICATION)) {
      names.add(ProgramFigures.PUBLICATION);
    }
    return names;
  }

  /** Returns the rows of a publication, in the form of {@code published_rate}. */
  Rows rows(String name) {
    return imported.contains(name)
        ? reader.read(Tables.PUBLISHED_RATE, COLUMNS, Filter.equal("publication", name))
        : new InMemory(ProgramFigures.rows().iterator());
  }

  /** Whether a row has filters that we do not break down by. */
  static boolean hasOtherFilters(Row row) {
    return !row.<Map<?, ?>>getAs("other_filters").isEmpty();
  }

  /** Rows that are in no table. */
  private record InMemory(Iterator<Row> rows) implements Rows {
    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      return rows.next();
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}

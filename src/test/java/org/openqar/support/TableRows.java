package org.openqar.support;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.openqar.tables.Table;

/** What stands in a table, as two runs over the same returns must leave it. */
public final class TableRows {
  private TableRows() {}

  /** Every row as text, in a stable order, but for the time at which a run saw a file first. */
  public static List<String> of(Table table, Dataset<Row> rows) {
    return rows
        .select(
            table.columnNames().stream()
                .filter(name -> !name.equals("loaded_at"))
                .map(functions::col)
                .toArray(Column[]::new))
        .collectAsList()
        .stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }
}

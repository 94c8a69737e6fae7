package org.openqar.rules;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Frames in DuckDB, and what it answers. */
final class DuckDbAims implements AutoCloseable {
  private final Path folder;
  private final Connection connection;

  DuckDbAims(Path folder) throws SQLException {
    this.folder = folder;
    this.connection = DriverManager.getConnection("jdbc:duckdb:");
  }

  /** Makes a frame the table {@code aim}. */
  void aims(Dataset<Row> frame) throws SQLException {
    Path files = folder.resolve("aims");
    frame.coalesce(1).write().mode("overwrite").parquet(files.toString());
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE OR REPLACE TABLE aim AS SELECT * FROM read_parquet('%s/*.parquet')"
              .formatted(files));
    }
  }

  /** The rows of a query, by column. */
  List<Map<String, Object>> rows(String query) throws SQLException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns; i++) {
          Object value = found.getObject(i);
          row.put(
              found.getMetaData().getColumnName(i),
              value instanceof Array list ? Arrays.asList((Object[]) list.getArray()) : value);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

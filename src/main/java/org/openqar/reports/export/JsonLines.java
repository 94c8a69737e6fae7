package org.openqar.reports.export;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Writes one JSON object on each line, with every column in each. */
final class JsonLines extends Lines {
  private final StructType schema;
  private final RowJson json = RowJson.withNulls();

  JsonLines(StructType schema) {
    this.schema = schema;
  }

  @Override
  String header() {
    return "";
  }

  @Override
  String line(Row row) {
    return json.text(row, schema) + "\n";
  }
}

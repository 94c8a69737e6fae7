package org.openqar.pipeline;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A return that counts, by content. */
record CountedReturn(int ukprn, int fundingYear, int returnNumber, String returnId) {
  /** How {@code return_file} and {@code run} have it. */
  static final List<String> COLUMNS =
      List.of("ukprn", "funding_year", "return_number", "return_id");

  /** From a row of {@link #COLUMNS}. */
  static CountedReturn of(Row row) {
    return new CountedReturn(row.getInt(0), row.getInt(1), row.getInt(2), row.getString(3));
  }

  /** As such a row. */
  Row row() {
    return RowFactory.create(ukprn, fundingYear, returnNumber, returnId);
  }
}

package org.openqar.pipeline;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A return that counts, identified by its content. */
record CountedReturn(int ukprn, int fundingYear, int returnNumber, String returnId) {
  /** The columns of {@code return_file} and {@code run} that hold it. */
  static final List<String> COLUMNS =
      List.of("ukprn", "funding_year", "return_number", "return_id");

  /** Reads it from a row of {@link #COLUMNS}. */
  static CountedReturn of(Row row) {
    return new CountedReturn(row.getInt(0), row.getInt(1), row.getInt(2), row.getString(3));
  }

  /** Turns it into a row of {@link #COLUMNS}. */
  Row row() {
    return RowFactory.create(ukprn, fundingYear, returnNumber, returnId);
  }
}

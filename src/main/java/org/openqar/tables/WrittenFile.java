package org.openqar.tables;

import java.io.Serializable;
import java.util.Map;

/**
 * A Parquet file that a task wrote and that is not yet part of its table. It holds one year's rows
 * of one provider, or of several.
 *
 * @param table the table's name
 * @param name the name within the table's folder
 * @param modified the time of the last change, in milliseconds since 1970
 */
public record WrittenFile(
    String table,
    String name,
    long bytes,
    long modified,
    long rows,
    int fundingYear,
    int leastUkprn,
    int mostUkprn)
    implements Serializable {

  /** Returns the statistics of the rows for the table's log. */
  Map<String, Object> statistics() {
    return Map.of(
        "numRecords",
        rows,
        "minValues",
        Map.of("funding_year", fundingYear, "ukprn", leastUkprn),
        "maxValues",
        Map.of("funding_year", fundingYear, "ukprn", mostUkprn),
        "nullCount",
        Map.of("funding_year", 0, "ukprn", 0));
  }
}

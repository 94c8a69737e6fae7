package org.openqar.tables;

import java.io.Serializable;
import java.util.Map;

/**
 * A Parquet file of one year's rows of a provider, or of several, written by a task and no part of
 * its table yet.
 *
 * @param table the table's name
 * @param name within the table's folder
 * @param modified milliseconds since 1970
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

  /** What the table's log is to know of its rows. */
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

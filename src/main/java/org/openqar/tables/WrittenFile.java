package org.openqar.tables;

import java.io.Serializable;
import java.util.Map;

/**
 * A Parquet file of one provider's year, written by a task and no part of its table yet.
 *
 * @param table the table's name
 * @param name within the table's folder
 * @param modified milliseconds since 1970
 */
public record WrittenFile(
    String table, String name, long bytes, long modified, long rows, int ukprn, int fundingYear)
    implements Serializable {

  /** The action {@code add} as Delta's protocol lays it down. */
  String action() {
    Map<String, Integer> key = Map.of("funding_year", fundingYear, "ukprn", ukprn);
    return Json.of(
        Map.of(
            "add",
            Map.of(
                "path", name,
                "partitionValues", Map.of(),
                "size", bytes,
                "modificationTime", modified,
                "dataChange", true,
                "stats",
                    Json.of(
                        Map.of(
                            "numRecords",
                            rows,
                            "minValues",
                            key,
                            "maxValues",
                            key,
                            "nullCount",
                            Map.of("funding_year", 0, "ukprn", 0))))));
  }
}

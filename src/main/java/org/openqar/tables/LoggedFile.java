package org.openqar.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.openqar.tables.KeyRange.Share;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A file of a table, as the table's log describes it.
 *
 * @param partition the values of the columns that the table is partitioned by
 * @param statistics what the log says about its rows and their values
 */
record LoggedFile(AddFile action, Map<String, String> partition, JsonNode statistics) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The number of characters of a text that Delta logs. It may cut a text there. */
  private static final int WHOLE_TEXT = 32;

  static LoggedFile of(AddFile action) {
    return new LoggedFile(
        action,
        new HashMap<>(CollectionConverters.asJava(action.partitionValues())),
        statistics(action.stats()));
  }

  /**
   * Describes a file that is to become part of a table.
   *
   * @param path within the table's folder
   * @param partition the value of each column that the table is partitioned by
   */
  static AddFile added(
      String path, Map<String, ?> partition, long bytes, long modified, Map<String, ?> statistics) {
    Map<String, String> values = new HashMap<>();
    partition.forEach((column, value) -> values.put(column, String.valueOf(value)));
    return (AddFile)
        Action.fromJson(
            Json.of(
                Map.of(
                    "add",
                    Map.of(
                        "path",
                        path,
                        "partitionValues",
                        values,
                        "size",
                        bytes,
                        "modificationTime",
                        modified,
                        "dataChange",
                        true,
                        "stats",
                        Json.of(statistics)))));
  }

  private static JsonNode statistics(String json) {
    try {
      return json == null || json.isEmpty() ? JSON.createObjectNode() : JSON.readTree(json);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  /** Returns the number of rows; -1 if the log does not say. */
  long rows() {
    return statistics.path("numRecords").asLong(-1)
        - (action.deletionVector() == null ? 0 : action.deletionVector().cardinality());
  }

  /** Returns how many of its rows are in a range, as far as the log says. */
  Share shareOf(KeyRange range) {
    return range.shareOf(this::among);
  }

  /** Whether a row may have a whole number between two in a column. */
  boolean mayReach(String column, long least, long most) {
    JsonNode smallest = statistics.path("minValues").path(column);
    JsonNode largest = statistics.path("maxValues").path(column);
    return !smallest.isIntegralNumber()
        || !largest.isIntegralNumber()
        || largest.asLong() >= least && smallest.asLong() <= most;
  }

  /** Returns how many of its rows have one of some values in a column; null means no value. */
  Share among(String column, Set<Object> wanted) {
    if (partition.containsKey(column)) {
      return share(wanted, partition.get(column));
    }
    JsonNode least = statistics.path("minValues").path(column);
    JsonNode most = statistics.path("maxValues").path(column);
    long empty = statistics.path("nullCount").path(column).asLong(-1);
    if (empty >= 0 && empty == statistics.path("numRecords").asLong(-1)) {
      return share(wanted, null);
    }
    if (least.isIntegralNumber() && most.isIntegralNumber()) {
      if (empty == 0 && least.equals(most)) {
        return share(wanted, least.asText());
      }
      return wanted.stream().anyMatch(it -> mayHave(it, least.asLong(), most.asLong(), empty))
          ? Share.SOME
          : Share.NONE;
    }
    return empty == 0
            && least.isTextual()
            && least.equals(most)
            && least.textValue().length() < WHOLE_TEXT
        ? share(wanted, least.textValue())
        : Share.SOME;
  }

  private static boolean mayHave(Object value, long least, long most, long empty) {
    return value instanceof Number number
        ? number.longValue() >= least && number.longValue() <= most
        : value != null || empty != 0;
  }

  /** Describes a file in which all rows have the same value. */
  private static Share share(Set<Object> wanted, String only) {
    return wanted.stream()
            .map(it -> Objects.toString(it, null))
            .anyMatch(it -> Objects.equals(it, only))
        ? Share.ALL
        : Share.NONE;
  }
}

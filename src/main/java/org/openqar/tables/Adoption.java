package org.openqar.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.tables.DeltaTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The commit that makes written files part of a Delta table and takes the rows out that they
 * replace. A file that holds one provider's year goes as a whole; where somebody has put several
 * into one file, Delta deletes the rows first, in a commit of its own.
 */
final class Adoption {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final StructType PLACES =
      new StructType()
          .add("path", DataTypes.StringType)
          .add("funding_year", DataTypes.IntegerType)
          .add("ukprn", DataTypes.IntegerType);

  private final SparkSession spark;
  private final String path;

  /**
   * @param path of a Delta table with the columns {@code ukprn} and {@code funding_year}
   */
  Adoption(SparkSession spark, String path) {
    this.spark = spark;
    this.path = path;
  }

  void commit(List<WrittenFile> files, KeyRange instead) {
    OptimisticTransaction transaction = begin();
    List<Standing> standing = isNew(transaction) ? List.of() : standing(transaction);
    if (!instead.equals(KeyRange.ALL) && standing.stream().anyMatch(Standing::mixed)) {
      DeltaTable.forPath(spark, path).delete(instead.condition());
      transaction = begin();
      standing = standing(transaction);
    }
    List<Action> actions = new ArrayList<>();
    long now = System.currentTimeMillis();
    for (AddFile gone : within(standing, instead)) {
      actions.add(gone.removeWithTimestamp(now, true));
    }
    for (WrittenFile file : files) {
      actions.add(Action.fromJson(action(file)));
    }
    if (!actions.isEmpty()) {
      transaction.commit(
          CollectionConverters.asScala(actions).toSeq(), DeltaOperations.ManualUpdate$.MODULE$);
    }
  }

  private OptimisticTransaction begin() {
    return DeltaLog.forTable(spark, path)
        .startTransaction(scala.Option.empty(), scala.Option.empty());
  }

  /** Whether the table was only declared yet. */
  private static boolean isNew(OptimisticTransaction transaction) {
    return transaction.readVersion() == TableStore.DECLARED;
  }

  /** The table's files with their statistics. */
  private static List<Standing> standing(OptimisticTransaction transaction) {
    transaction.readWholeTable();
    return transaction.snapshot().allFiles().collectAsList().stream().map(Standing::of).toList();
  }

  private List<AddFile> within(List<Standing> standing, KeyRange range) {
    if (range.equals(KeyRange.ALL)) {
      return standing.stream().map(Standing::file).toList();
    }
    List<Standing> placed = standing.stream().filter(one -> !one.mixed()).toList();
    Set<String> within = new HashSet<>();
    for (Row row :
        spark
            .createDataFrame(placed.stream().map(Standing::place).toList(), PLACES)
            .where(range.condition())
            .select("path")
            .collectAsList()) {
      within.add(row.getString(0));
    }
    return placed.stream().map(Standing::file).filter(it -> within.contains(it.path())).toList();
  }

  /**
   * A file of the table.
   *
   * @param fundingYear of all its rows, if they are of one provider's year that is told
   * @param mixed whether it may hold rows of several
   */
  private record Standing(AddFile file, Integer fundingYear, Integer ukprn, boolean mixed) {
    static Standing of(AddFile file) {
      JsonNode values = statistics(file);
      JsonNode least = values.path("minValues");
      boolean mixed = least.isMissingNode() || !least.equals(values.path("maxValues"));
      return new Standing(file, number(least, "funding_year"), number(least, "ukprn"), mixed);
    }

    /** A row of {@link #PLACES}. */
    Row place() {
      return RowFactory.create(file.path(), fundingYear, ukprn);
    }

    private static Integer number(JsonNode values, String column) {
      return values.hasNonNull(column) ? values.get(column).intValue() : null;
    }

    private static JsonNode statistics(AddFile file) {
      try {
        return file.stats() == null ? JSON.createObjectNode() : JSON.readTree(file.stats());
      } catch (JsonProcessingException e) {
        return JSON.createObjectNode();
      }
    }
  }

  /** The action {@code add} as Delta's protocol lays it down. */
  private static String action(WrittenFile file) {
    Map<String, Integer> key = Map.of("funding_year", file.fundingYear(), "ukprn", file.ukprn());
    return json(
        Map.of(
            "add",
            Map.of(
                "path", file.name(),
                "partitionValues", Map.of(),
                "size", file.bytes(),
                "modificationTime", file.modified(),
                "dataChange", true,
                "stats",
                    json(
                        Map.of(
                            "numRecords",
                            file.rows(),
                            "minValues",
                            key,
                            "maxValues",
                            key,
                            "nullCount",
                            Map.of("funding_year", 0, "ukprn", 0))))));
  }

  private static String json(Map<String, ?> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

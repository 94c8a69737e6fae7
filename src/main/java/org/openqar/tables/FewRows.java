package org.openqar.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.delta.constraints.Constraints;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.openqar.messages.UserException;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes rows that this process already holds: Spark's own writer makes a file of them, without a
 * job. Rows that Delta might refuse are left to Delta.
 */
final class FewRows {
  private static final String CHECK = "delta.constraints.";

  private final Dataset<Row> rows;
  private final List<InternalRow> held;

  private FewRows(Dataset<Row> rows, LocalRelation held) {
    this.rows = rows;
    this.held = new ArrayList<>(CollectionConverters.asJava(held.data()));
  }

  /** Returns the rows of a query; empty if Spark must compute them. */
  static Optional<FewRows> of(Dataset<Row> rows) {
    return held(rows).map(held -> new FewRows(rows, held));
  }

  private static Optional<LocalRelation> held(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().optimizedPlan()
            instanceof LocalRelation held
        ? Optional.of(held)
        : Optional.empty();
  }

  boolean isEmpty() {
    return held.isEmpty();
  }

  /**
   * Whether the rows can be written here: the table has no partitions, and all rows meet its
   * constraints and are within a range.
   */
  boolean fit(SparkSession spark, Metadata table, KeyRange range) {
    List<String> conditions = new ArrayList<>(List.of("(%s)".formatted(range.condition())));
    CollectionConverters.asJava(table.configuration())
        .forEach(
            (property, value) -> {
              if (property.startsWith(CHECK)) {
                conditions.add("(%s)".formatted(value));
              }
            });
    List<StructField> required =
        Arrays.stream(table.schema().fields()).filter(field -> !field.nullable()).toList();
    return table.partitionColumns().isEmpty()
        && Constraints.getAll(table, spark).size() == required.size() + conditions.size() - 1
        && required.stream().allMatch(this::isThroughout)
        && held(rows.where(String.join(" AND ", conditions)))
            .filter(fitting -> fitting.data().size() == held.size())
            .isPresent();
  }

  private boolean isThroughout(StructField required) {
    List<String> names = List.of(rows.columns());
    int place = names.indexOf(required.name());
    return place >= 0 && held.stream().noneMatch(row -> row.isNullAt(place));
  }

  /** Writes the rows to a file in the folder of a transaction's table. */
  AddFile write(SparkSession spark, OptimisticTransaction transaction, List<String> statistics) {
    try {
      StructType schema =
          new StructType(
              Arrays.stream(rows.schema().fields())
                  .map(
                      field ->
                          new StructField(field.name(), field.dataType(), true, field.metadata()))
                  .toArray(StructField[]::new));
      Job job =
          Job.getInstance(
              ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().newHadoopConf());
      OutputWriterFactory factory =
          transaction
              .deltaLog()
              .fileFormat(transaction.protocol(), transaction.metadata())
              .prepareWrite(spark, job, scala.collection.immutable.Map$.MODULE$.empty(), schema);
      TaskAttemptContext task =
          new TaskAttemptContextImpl(job.getConfiguration(), new TaskAttemptID());
      String name = "part-%s%s".formatted(UUID.randomUUID(), factory.getFileExtension(task));
      Path path = new Path(transaction.deltaLog().dataPath(), name);
      OutputWriter writer = factory.newInstance(path.toString(), schema, task);
      try {
        held.forEach(writer::write);
      } finally {
        writer.close();
      }
      FileStatus file = path.getFileSystem(job.getConfiguration()).getFileStatus(path);
      return LoggedFile.added(
          name, Map.of(), file.getLen(), file.getModificationTime(), statistics(statistics));
    } catch (IOException e) {
      throw UserException.io(
          "%s cannot be written".formatted(transaction.deltaLog().dataPath()),
          e,
          "check that the disk has room and that you may write there");
    }
  }

  private Map<String, Object> statistics(List<String> columns) {
    Map<String, Integer> least = new HashMap<>();
    Map<String, Integer> most = new HashMap<>();
    Map<String, Long> empty = new HashMap<>();
    StructType schema = rows.schema();
    for (String column : columns) {
      int place = schema.fieldIndex(column);
      if (schema.apply(place).dataType().equals(DataTypes.IntegerType)) {
        empty.put(column, held.stream().filter(row -> row.isNullAt(place)).count());
        for (InternalRow row : held) {
          if (!row.isNullAt(place)) {
            least.merge(column, row.getInt(place), Math::min);
            most.merge(column, row.getInt(place), Math::max);
          }
        }
      }
    }
    return Map.of(
        "numRecords", held.size(), "minValues", least, "maxValues", most, "nullCount", empty);
  }
}

package org.openqar.returns;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.posexplode;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.openqar.returns.JudgedFile.Status;
import org.openqar.tables.KeyRange;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.TableStore.Write;
import org.openqar.tables.Tables;

/**
 * Loads the returns that count: each file is parsed once, its learners, aims and destinations are
 * written as they were returned, and everything that is wrong or odd becomes an issue. A file that
 * breaks in the middle is refused whole, and the next older one takes its place.
 */
public final class ReturnsStage {
  private final SparkSession spark;
  private final TableStore store;
  private final Instant startedAt;
  private final Optional<String> pseudonymKeyFile;

  /**
   * @param pseudonymKeyFile the file of the key that learners' numbers are replaced with; empty
   *     writes them as returned
   */
  public ReturnsStage(
      SparkSession spark, TableStore store, Instant startedAt, Optional<String> pseudonymKeyFile) {
    this.spark = spark;
    this.store = store;
    this.startedAt = startedAt;
    this.pseudonymKeyFile = pseudonymKeyFile;
  }

  /**
   * Replaces the returns tables.
   *
   * @param found what the inventory found
   * @return the same, with files refused that could not be read to their end
   */
  public Returns run(Returns found) {
    List<Dataset<Row>> scans = new ArrayList<>();
    Map<String, FileFacts> facts = new HashMap<>();
    Returns returns = found;
    List<JudgedFile> unread = unread(returns, facts);
    while (!unread.isEmpty()) {
      Dataset<Row> scan = scan(unread);
      scans.add(scan);
      Map<String, FileFacts> read = FileFacts.of(scan);
      facts.putAll(read);
      Map<String, ReturnedFile.Problem> problems = new HashMap<>();
      read.forEach((file, fact) -> fact.problem().ifPresent(p -> problems.put(file, p)));
      returns = returns.refusing(problems);
      unread = unread(returns, facts);
    }
    try {
      write(returns, facts, scans);
    } finally {
      scans.forEach(Dataset::unpersist);
    }
    return returns;
  }

  private static List<JudgedFile> unread(Returns returns, Map<String, FileFacts> facts) {
    return returns.with(Status.ACCEPTED).stream()
        .filter(file -> !facts.containsKey(file.file().sourceFile()))
        .toList();
  }

  /** One pass over the files; kept, because five tables are written from it. */
  private Dataset<Row> scan(List<JudgedFile> files) {
    return read(files).persist(StorageLevel.MEMORY_AND_DISK());
  }

  private Dataset<Row> read(List<JudgedFile> files) {
    DataFrameReader reader =
        spark.read().format("ilr").option("records", "all").option("mode", "permissive");
    pseudonymKeyFile.ifPresent(file -> reader.option("pseudonymKeyFile", file));
    return reader
        .load(files.stream().map(file -> file.file().sourceFile()).toArray(String[]::new))
        .select(Arrays.stream(ReturnedColumns.READ).map(name -> col(name)).toArray(Column[]::new));
  }

  private void write(Returns returns, Map<String, FileFacts> facts, List<Dataset<Row>> scans) {
    Dataset<Row> rows =
        scans.stream()
            .reduce(Dataset::union)
            .orElseGet(() -> read(returns.files()))
            .join(broadcast(accepted(returns)), "source_file");
    Dataset<Row> learners =
        rows.where(col("record").equalTo("learner")).withColumnRenamed("record_no", "learner_no");
    Dataset<Row> deliveries = deliveries(learners);
    store.replaceAll(
        List.of(
            whole(Tables.RETURNED_DELIVERY, deliveries),
            whole(Tables.RETURNED_LEARNER, learners),
            whole(
                Tables.RETURN_ISSUE,
                fileIssues(returns, facts)
                    .unionByName(RowIssues.ofLearners(learners))
                    .unionByName(RowIssues.ofDeliveries(deliveries))),
            whole(
                Tables.RETURNED_DESTINATION,
                rows.where(col("record").equalTo("destination"))
                    .withColumnRenamed("record_no", "destination_no")),
            whole(Tables.RETURN_FILE, files(returns, facts))));
  }

  private static Write whole(Table table, Dataset<Row> rows) {
    return new Write(table, rows, KeyRange.ALL);
  }

  /** One row an aim, the learner's identity beside it. */
  private static Dataset<Row> deliveries(Dataset<Row> learners) {
    Column[] learnerColumns =
        Stream.of(
                Stream.of(
                    "source_file", "return_id", "funding_year", "return_number", "learner_no"),
                Stream.of(ReturnedColumns.WHO))
            .flatMap(names -> names)
            .map(name -> col(name))
            .toArray(Column[]::new);
    Column[] exploded =
        Stream.concat(
                Stream.of(learnerColumns),
                Stream.of(
                    col("ukprn"),
                    posexplode(col("learning_delivery")).as(new String[] {"position", "delivery"})))
            .toArray(Column[]::new);
    Column[] flat =
        Stream.of(
                Stream.of(learnerColumns),
                Stream.of(col("ukprn"), col("position").plus(1).as("delivery_no")),
                Arrays.stream(ReturnedColumns.DELIVERY)
                    .map(name -> col("delivery").getField(name).as(name)),
                Stream.of(col("delivery").getField("line").as("line")))
            .flatMap(columns -> columns)
            .toArray(Column[]::new);
    return learners.select(exploded).select(flat);
  }

  private Dataset<Row> accepted(Returns returns) {
    StructType schema =
        new StructType()
            .add("source_file", DataTypes.StringType, false)
            .add("return_id", DataTypes.StringType, false)
            .add("ukprn", DataTypes.IntegerType, false)
            .add("funding_year", DataTypes.IntegerType, false)
            .add("return_number", DataTypes.IntegerType, false);
    return spark.createDataFrame(
        returns.with(Status.ACCEPTED).stream()
            .map(
                file ->
                    RowFactory.create(
                        file.file().sourceFile(),
                        file.file().contentHash(),
                        file.ukprn(),
                        file.year().start(),
                        file.returnNumber()))
            .toList(),
        schema);
  }

  private Dataset<Row> files(Returns returns, Map<String, FileFacts> facts) {
    List<Row> rows =
        returns.files().stream()
            .map(
                judged -> {
                  ReturnedFile file = judged.file();
                  FileFacts read = facts.get(file.sourceFile());
                  return RowFactory.create(
                      file.contentHash(),
                      file.sourceFile(),
                      judged.ukprn(),
                      judged.year() == null ? null : judged.year().start(),
                      judged.returnNumber(),
                      judged.isFinal(),
                      judged.prepared() == null ? null : Date.valueOf(judged.prepared()),
                      file.header().serialNo(),
                      file.header().software(),
                      file.bytes(),
                      read == null ? null : read.learners(),
                      read == null ? null : read.aims(),
                      judged.status().label(),
                      judged.reason().orElse(null),
                      Timestamp.from(startedAt));
                })
            .toList();
    return spark.createDataFrame(rows, Tables.RETURN_FILE.schema());
  }

  private Dataset<Row> fileIssues(Returns returns, Map<String, FileFacts> facts) {
    List<FileIssue> issues = new ArrayList<>(returns.issues());
    returns.with(Status.ACCEPTED).stream()
        .map(JudgedFile::file)
        .forEach(file -> issues.addAll(facts.get(file.sourceFile()).oddities(file)));
    return spark.createDataFrame(
        issues.stream()
            .map(
                issue ->
                    RowFactory.create(
                        issue.returnId(),
                        issue.sourceFile(),
                        null,
                        null,
                        issue.line(),
                        null,
                        null,
                        issue.field(),
                        issue.value(),
                        issue.code(),
                        issue.severity(),
                        issue.message()))
            .toList(),
        Tables.RETURN_ISSUE.schema());
  }
}

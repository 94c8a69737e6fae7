package org.openqar.tables;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.FileAction;
import org.apache.spark.sql.delta.constraints.Constraint;
import org.apache.spark.sql.delta.constraints.Constraints;
import org.openqar.tables.TableLog.State;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One commit to one table: it makes the table where there is none, takes out the rows of a range
 * and puts others in. A file whose rows all are in the range goes as a whole; of one that has rows
 * of both sorts the others are written again.
 */
final class TableCommit {
  private final SparkSession spark;
  private final OptimisticTransaction transaction;
  private final State before;
  private final List<Action> actions = new ArrayList<>();
  private final List<LoggedFile> files = new ArrayList<>();
  private final DeltaOperations.Operation operation;

  /**
   * @param state of the table as its log tells, when there is one
   */
  private TableCommit(
      SparkSession spark,
      OptimisticTransaction transaction,
      State before,
      DeltaOperations.Operation operation) {
    this.spark = spark;
    this.transaction = transaction;
    this.before = before;
    this.operation = operation;
  }

  /** Begins a commit. */
  static TableCommit begin(SparkSession spark, Table table, String path, TableLog log) {
    OptimisticTransaction transaction =
        DeltaLog.forTable(spark, path).startTransaction(Option.empty(), Option.empty());
    if (transaction.readVersion() < 0) {
      NewTable declared = new NewTable(table);
      TableCommit commit =
          new TableCommit(spark, transaction, declared.state(), declared.operation());
      commit.actions.addAll(declared.declareIn(transaction));
      return commit;
    }
    return new TableCommit(
        spark,
        transaction,
        log.at(path, transaction.snapshot()),
        write());
  }

  /** Of an operation with a name Delta carries on what it sums up of the table after each commit. */
  private static DeltaOperations.Operation write() {
    return new DeltaOperations.Write(
        SaveMode.Overwrite,
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty());
  }

  /** Takes the rows of a range out. */
  TableCommit without(KeyRange range) {
    transaction.readWholeTable();
    long now = System.currentTimeMillis();
    List<AddFile> mixed = new ArrayList<>();
    for (LoggedFile file : before.files()) {
      switch (file.shareOf(range)) {
        case NONE -> files.add(file);
        case SOME -> mixed.add(file.action());
        case ALL -> actions.add(file.action().removeWithTimestamp(now, true));
      }
    }
    if (!mixed.isEmpty()) {
      mixed.forEach(file -> actions.add(file.removeWithTimestamp(now, true)));
      Dataset<Row> rows =
          transaction
              .deltaLog()
              .createDataFrame(transaction.snapshot(), seq(mixed), false, Option.empty());
      add(
          transaction.writeFiles(
              rows.where("NOT coalesce(%s, false)".formatted(range.condition()))));
    }
    return this;
  }

  /** Keeps what is there. */
  TableCommit beside() {
    files.addAll(before.files());
    return this;
  }

  /**
   * Puts rows in, which Spark writes.
   *
   * @param range that Delta refuses rows outside of
   */
  TableCommit with(Dataset<Row> rows, KeyRange range) {
    if (isEmpty(rows)) {
      return this;
    }
    add(
        range.equals(KeyRange.ALL)
            ? transaction.writeFiles(rows)
            : transaction.writeFiles(rows, seq(List.of(within(range)))));
    return this;
  }

  /** Puts files in that tasks wrote. */
  TableCommit with(List<WrittenFile> written) {
    written.forEach(file -> add((AddFile) Action.fromJson(file.action())));
    return this;
  }

  /** Commits, unless there is nothing to. */
  State end() {
    if (actions.isEmpty() && transaction.readVersion() >= 0) {
      return before;
    }
    long version = transaction.commit(seq(actions), operation);
    return new State(version, before.schema(), before.partitioning(), before.plain(), files);
  }

  private void add(Seq<FileAction> written) {
    for (FileAction action : CollectionConverters.asJava(written)) {
      if (action instanceof AddFile file) {
        add(file);
      } else {
        actions.add(action);
      }
    }
  }

  private void add(AddFile file) {
    actions.add(file);
    files.add(LoggedFile.of(file));
  }

  private static boolean isEmpty(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().optimizedPlan()
            instanceof LocalRelation local
        && local.data().isEmpty();
  }

  private Constraint within(KeyRange range) {
    String condition = range.condition();
    try {
      return new Constraints.Check(
          "EXPRESSION(%s)".formatted(condition),
          ((org.apache.spark.sql.classic.SparkSession) spark)
              .sessionState()
              .sqlParser()
              .parseExpression(condition));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> Seq<T> seq(List<T> items) {
    return CollectionConverters.asScala(items).toSeq();
  }
}

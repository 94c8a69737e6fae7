package org.openqar.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.FileAction;
import org.apache.spark.sql.delta.constraints.Constraint;
import org.apache.spark.sql.delta.constraints.Constraints;
import org.apache.spark.sql.delta.constraints.DeltaInvariantCheckerExec;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.util.SerializableConfiguration;
import org.openqar.tables.TableLog.State;
import scala.Function0;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One commit to one table. It creates the table if there is none, removes the rows of a range and
 * adds others. If all rows of a file are in the range, the commit removes the file. If only some
 * are, it writes the other rows again.
 */
final class TableCommit {
  private final SparkSession spark;
  private final Table table;
  private final OptimisticTransaction transaction;
  private final State before;
  private final List<Action> actions = new ArrayList<>();
  private final List<LoggedFile> files = new ArrayList<>();
  private final DeltaOperations.Operation operation;

  /**
   * @param state the state of the table in its log, if there is a table
   */
  private TableCommit(
      SparkSession spark,
      Table table,
      OptimisticTransaction transaction,
      State before,
      DeltaOperations.Operation operation) {
    this.spark = spark;
    this.table = table;
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
          new TableCommit(spark, table, transaction, declared.state(), declared.operation());
      commit.actions.addAll(declared.declareIn(transaction));
      return commit;
    }
    return new TableCommit(
        spark, table, transaction, log.at(path, transaction.snapshot()), write());
  }

  /**
   * Names the operation, because Delta then keeps its summary of the table up to date after each
   * commit.
   */
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

  /** Removes the rows of a range. */
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

  /** Keeps the existing rows. */
  TableCommit beside() {
    files.addAll(before.files());
    return this;
  }

  /**
   * Adds rows. It writes those that this process already holds, and Spark computes the others.
   *
   * @param range the range; Delta refuses rows outside it
   */
  TableCommit with(Dataset<Row> rows, KeyRange range) {
    Optional<FewRows> few = FewRows.of(rows);
    if (few.filter(FewRows::isEmpty).isPresent()) {
      return this;
    }
    if (few.filter(it -> it.fit(spark, transaction.metadata(), range)).isPresent()) {
      add(few.get().write(spark, transaction, table.statistics()));
    } else if (isOnePartition(range) && before.plain() && ColumnLeaf.canWrite(rows.schema())) {
      compute(rows, range);
    } else if (range.equals(KeyRange.ALL)) {
      add(transaction.writeFiles(rows));
    } else {
      add(transaction.writeFiles(rows, seq(List.of(within(range)))));
    }
    return this;
  }

  private boolean isOnePartition(KeyRange range) {
    return !table.partitioning().isEmpty()
        && range.fixed().keySet().equals(Set.copyOf(table.partitioning()));
  }

  /** Computes and writes rows of one partition, in one execution. */
  private void compute(Dataset<Row> rows, KeyRange range) {
    var classic = (org.apache.spark.sql.classic.SparkSession) spark;
    QueryExecution query = ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
    Map<String, Object> partition = new LinkedHashMap<>();
    table.partitioning().forEach(name -> partition.put(name, range.fixed().get(name)));
    ComputedFiles files =
        new ComputedFiles(
            transaction.deltaLog().dataPath(),
            rows.schema(),
            partition,
            table.statistics(),
            classic.sessionState().conf(),
            new SerializableConfiguration(transaction.deltaLog().newDeltaHadoopConf()));
    Function0<List<ComputedFiles.Written>> execution =
        () -> {
          SparkPlan plan = query.executedPlan();
          List<Constraint> constraints =
              new ArrayList<>(
                  CollectionConverters.asJava(Constraints.getAll(transaction.metadata(), classic)));
          constraints.add(within(range));
          return new DeltaInvariantCheckerExec(
                  plan,
                  DeltaInvariantCheckerExec.buildInvariantChecks(
                      plan.output(), seq(constraints), classic))
              .execute()
              .toJavaRDD()
              .mapPartitions(files)
              .collect();
        };
    for (ComputedFiles.Written file :
        SQLExecution.withNewExecutionId(query, Option.apply("write"), execution)) {
      add(
          LoggedFile.added(
              file.path(), partition, file.bytes(), file.modified(), file.statistics()));
    }
  }

  /** Adds files that tasks wrote. */
  TableCommit with(List<WrittenFile> written) {
    for (WrittenFile file : written) {
      add(
          LoggedFile.added(
              file.name(), Map.of(), file.bytes(), file.modified(), file.statistics()));
    }
    return this;
  }

  /**
   * Commits, unless there is nothing to commit.
   *
   * @return the table after the commit; empty if another writer added to it meanwhile
   */
  Optional<State> end() {
    if (actions.isEmpty() && transaction.readVersion() >= 0) {
      return Optional.of(before);
    }
    long version = transaction.commit(seq(actions), operation);
    return Optional.of(
            new State(version, before.schema(), before.partitioning(), before.plain(), files))
        .filter(state -> version == transaction.readVersion() + 1);
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

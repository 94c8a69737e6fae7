package org.openqar.tables;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.openqar.messages.UserException;
import org.openqar.tables.TableLog.State;

/**
 * The warehouse: one folder for each Delta table, by the table's name. Writes and reads tables with
 * Spark.
 */
public final class TableStore {
  private final SparkSession spark;
  private final String warehouse;
  private final TableLog log;
  private final Commits commits;
  private final Map<String, State> states = new ConcurrentHashMap<>();

  /**
   * @param warehouse a folder on any Hadoop file system; the first write creates it
   */
  public TableStore(SparkSession spark, String warehouse) {
    this.spark = spark;
    this.warehouse = warehouse.endsWith("/") ? warehouse : warehouse + "/";
    this.log = new TableLog(spark.sparkContext().hadoopConfiguration());
    this.commits = new Commits(spark.sparkContext().hadoopConfiguration(), warehouse);
  }

  public String path(Table table) {
    return warehouse + table.name();
  }

  public boolean exists(Table table) {
    return state(table).isPresent();
  }

  /**
   * Returns the current table.
   *
   * @throws UserException if no run has written it yet
   * @throws UserException if another version of the program wrote it
   */
  public Dataset<Row> read(Table table) {
    return rows(table, KeyRange.ALL);
  }

  /**
   * Returns the rows of one key range. A value that is the same in all of them is a constant of the
   * plan, so Spark need not group, order or join by it.
   *
   * @throws UserException if no run has written it yet
   */
  public Dataset<Row> read(Table table, KeyRange range) {
    return rows(table, range)
        .where(range.condition())
        .select(
            table.columnNames().stream()
                .map(
                    name ->
                        range.fixed().containsKey(name)
                            ? functions.lit(range.fixed().get(name)).as(name)
                            : functions.col(name))
                .toArray(Column[]::new));
  }

  /** Returns all rows of a range, and perhaps others. */
  private Dataset<Row> rows(Table table, KeyRange range) {
    State state = state(table).orElseThrow(() -> MissingTable.in(table, warehouse));
    if (MissingTable.isOutdated(table, state.schema())) {
      throw MissingTable.outdated(table, warehouse);
    }
    return state.plain()
        ? TableFiles.rows(spark, folder(table), state, range)
        : spark.read().format("delta").load(path(table));
  }

  private Path folder(Table table) {
    Path folder = new Path(path(table));
    try {
      return folder.getFileSystem(spark.sparkContext().hadoopConfiguration()).makeQualified(folder);
    } catch (IOException e) {
      throw UserException.io(folder + " cannot be reached", e, "check --warehouse");
    }
  }

  /** A table after a write, or as found. */
  public record Standing(Table table, long version, long rows) {}

  /**
   * A replacement of some rows of a table by others, in one commit. The commit also creates the
   * table if it does not exist.
   *
   * @param rows the rows for Spark to write
   * @param files the files that tasks wrote, all within the range
   * @param range the range of the rows to remove; no new row is outside it
   */
  public record Write(
      Table table, Optional<Dataset<Row>> rows, List<WrittenFile> files, KeyRange range) {

    /** Returns a replacement of a range by rows. */
    public Write(Table table, Dataset<Row> rows, KeyRange range) {
      this(table, Optional.of(rows), List.of(), range);
    }

    /** Returns a replacement of a range by files. */
    public Write(Table table, List<WrittenFile> files, KeyRange range) {
      this(table, Optional.empty(), files, range);
    }
  }

  /**
   * Replaces a key range of a table, and creates the table if it does not exist. Takes columns by
   * name, and refuses a missing column or one of another type.
   *
   * @return the table after the write
   */
  public Standing replace(Table table, Dataset<Row> rows, KeyRange range) {
    return replace(new Write(table, rows, range));
  }

  /** Replaces a key range by rows, files or both. */
  public Standing replace(Write write) {
    Optional<Dataset<Row>> rows = write.rows().map(it -> conforming(write.table(), it));
    TableCommit commit = begin(write.table()).without(write.range());
    rows.ifPresent(it -> commit.with(it, write.range()));
    return end(write.table(), commit.with(write.files()));
  }

  /**
   * Replaces several tables that do not depend on each other, side by side, because most of a small
   * write is planning and committing, which uses one core.
   *
   * @return the tables after the writes, in the order of the writes
   */
  public List<Standing> replaceAll(List<Write> writes) {
    return SideBySide.each(writes, this::replace);
  }

  /** Adds rows to a log-like table, such as {@code run}. */
  public Standing add(Table table, List<Row> rows) {
    Dataset<Row> more = spark.createDataFrame(rows, table.schema()).select(table.columns());
    return end(table, begin(table).beside().with(more, KeyRange.ALL));
  }

  private TableCommit begin(Table table) {
    return TableCommit.begin(spark, table, path(table), log);
  }

  private Standing end(Table table, TableCommit commit) {
    Optional<State> after = commit.end();
    after.ifPresent(state -> states.put(table.name(), state));
    return standing(table, after.or(() -> state(table)).orElseThrow());
  }

  private static Dataset<Row> conforming(Table table, Dataset<Row> rows) {
    Dataset<Row> conforming = rows.select(table.columns());
    refuseOtherTypes(table, conforming);
    return conforming;
  }

  /**
   * Begins to write a table's rows from within tasks.
   *
   * @param table a table with the columns {@code ukprn} and {@code funding_year}, by which it is
   *     clustered
   */
  public RowFiles rowFiles(Table table) {
    return rowFiles(table, column -> true);
  }

  /**
   * Begins to write only some columns. The others are not in the files, and read as empty.
   *
   * @param written the names of the columns to write, including every required one
   */
  public RowFiles rowFiles(Table table, Predicate<String> written) {
    StructField[] columns =
        Arrays.stream(table.schema().fields())
            .filter(column -> written.test(column.name()))
            .toArray(StructField[]::new);
    return RowFiles.in(spark, table, new StructType(columns), path(table));
  }

  /** Deletes files that tasks wrote and that no table needs. */
  public void discard(List<WrittenFile> files) {
    try {
      for (WrittenFile file : files) {
        Path path = new Path(warehouse + file.table(), file.name());
        path.getFileSystem(spark.sparkContext().hadoopConfiguration()).delete(path, false);
      }
    } catch (IOException e) {
      throw UserException.io(
          "%s cannot be cleared".formatted(warehouse), e, "check that you may write there");
    }
  }

  /**
   * Returns the existing tables of a list, in the list's order. The tables' logs give the numbers
   * of rows. The store counts rows only if a log does not give the number.
   */
  public List<Standing> standing(List<Table> tables) {
    return tables.stream()
        .flatMap(table -> state(table).map(state -> standing(table, state)).stream())
        .toList();
  }

  private Standing standing(Table table, State state) {
    long rows = state.rows();
    return new Standing(table, state.version(), rows < 0 ? read(table).count() : rows);
  }

  /**
   * Returns the newest version of a table.
   *
   * @throws UserException if no run has written it yet
   */
  public long version(Table table) {
    return state(table).orElseThrow(() -> MissingTable.in(table, warehouse)).version();
  }

  /**
   * Returns the newest state of a table: the one that this store committed or read, if nobody has
   * written to the table afterwards.
   */
  private Optional<State> state(Table table) {
    State known = states.get(table.name());
    if (known != null && commits.isAt(table, known.version())) {
      return Optional.of(known);
    }
    Optional<State> newest = log.newest(path(table));
    newest.ifPresent(state -> states.put(table.name(), state));
    return newest;
  }

  private static void refuseOtherTypes(Table table, Dataset<Row> rows) {
    for (int i = 0; i < table.fields().size(); i++) {
      Field declared = table.fields().get(i);
      var found = rows.schema().fields()[i].dataType();
      if (!declared.type().catalogString().equals(found.catalogString())) {
        throw new IllegalStateException(
            "%s.%s is declared as %s but was computed as %s"
                .formatted(
                    table,
                    declared.name(),
                    declared.type().catalogString(),
                    found.catalogString()));
      }
    }
  }

  /** Returns the key columns of a table, for a stable order. */
  public static Column[] order(Table table) {
    return table.key().stream().map(functions::col).toArray(Column[]::new);
  }
}

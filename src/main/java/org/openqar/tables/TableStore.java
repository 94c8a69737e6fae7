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
 * The warehouse: one Delta table a folder, by the table's name. The only class that touches Delta.
 */
public final class TableStore {
  private final SparkSession spark;
  private final String warehouse;
  private final TableLog log;
  private final Commits commits;
  private final Map<String, State> states = new ConcurrentHashMap<>();

  /**
   * @param warehouse a folder on any Hadoop file system; made by the first write
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
   * The table as it stands.
   *
   * @throws UserException if nothing was written yet
   * @throws UserException if another version of the program wrote it
   */
  public Dataset<Row> read(Table table) {
    return rows(table, KeyRange.ALL);
  }

  /**
   * The rows of one key range. What is the same in all of them is a constant of the plan, by which
   * nothing has to be grouped, ordered or joined.
   *
   * @throws UserException if nothing was written yet
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

  /** All rows of a range, and perhaps others. */
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

  /** A table as a write left it, or as it is found. */
  public record Standing(Table table, long version, long rows) {}

  /**
   * Some rows of a table to be replaced by others, in one commit that also makes the table where it
   * does not exist.
   *
   * @param rows that Spark writes
   * @param files that tasks wrote, all of them within the range
   * @param range of the rows that go; no row of the new ones is outside it
   */
  public record Write(
      Table table, Optional<Dataset<Row>> rows, List<WrittenFile> files, KeyRange range) {

    /** Rows instead of those of a range. */
    public Write(Table table, Dataset<Row> rows, KeyRange range) {
      this(table, Optional.of(rows), List.of(), range);
    }

    /** Files instead of the rows of a range. */
    public Write(Table table, List<WrittenFile> files, KeyRange range) {
      this(table, Optional.empty(), files, range);
    }
  }

  /**
   * Replaces a key range of a table, and makes the table where it does not exist. Columns are taken
   * by name; a missing one or one of another type is refused.
   *
   * @return the table as it stands then
   */
  public Standing replace(Table table, Dataset<Row> rows, KeyRange range) {
    return replace(new Write(table, rows, range));
  }

  /** The same of rows, files or both. */
  public Standing replace(Write write) {
    Optional<Dataset<Row>> rows = write.rows().map(it -> conforming(write.table(), it));
    TableCommit commit = begin(write.table()).without(write.range());
    rows.ifPresent(it -> commit.with(it, write.range()));
    return end(write.table(), commit.with(write.files()));
  }

  /**
   * Replaces several tables that do not depend on each other, side by side: most of a small write
   * is planning and committing, which one core does.
   *
   * @return the tables as they stand then, in the order of the writes
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
   * @param table with the columns {@code ukprn} and {@code funding_year}, by which it is clustered
   */
  public RowFiles rowFiles(Table table) {
    return rowFiles(table, column -> true);
  }

  /**
   * The same of those columns that something is written into; the others are not in the files, and
   * read as empty.
   *
   * @param written which of the table's columns by name, every one among them that it requires
   */
  public RowFiles rowFiles(Table table, Predicate<String> written) {
    StructField[] columns =
        Arrays.stream(table.schema().fields())
            .filter(column -> written.test(column.name()))
            .toArray(StructField[]::new);
    return RowFiles.in(spark, table, new StructType(columns), path(table));
  }

  /** Deletes files that tasks wrote and that no table is to have. */
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
   * The tables of a list that are there, as they stand, in the list's order. Rows are told by the
   * tables' logs, and counted only where a log does not tell.
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
   * The newest version of a table.
   *
   * @throws UserException if nothing was written yet
   */
  public long version(Table table) {
    return state(table).orElseThrow(() -> MissingTable.in(table, warehouse)).version();
  }

  /** The newest state of a table: what this store committed or read, while nobody wrote since. */
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

  /** The key columns of a table, for a stable order. */
  public static Column[] order(Table table) {
    return table.key().stream().map(functions::col).toArray(Column[]::new);
  }
}

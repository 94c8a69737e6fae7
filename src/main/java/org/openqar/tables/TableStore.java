package org.openqar.tables;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The warehouse: one Delta table a folder, by the table's name. The only class that touches Delta.
 */
public final class TableStore {
  /** The version of a table that was made and has had no row yet. */
  static final long DECLARED = 0;

  private final SparkSession spark;
  private final String warehouse;

  /**
   * @param warehouse a folder on any Hadoop file system; made by the first write
   */
  public TableStore(SparkSession spark, String warehouse) {
    this.spark = spark;
    this.warehouse = warehouse.endsWith("/") ? warehouse : warehouse + "/";
  }

  public String path(Table table) {
    return warehouse + table.name();
  }

  public boolean exists(Table table) {
    return DeltaTable.isDeltaTable(spark, path(table));
  }

  /**
   * The table as it stands.
   *
   * @throws TableMissingException if nothing was written yet
   * @throws TableOutdatedException if another version of the program wrote it
   */
  public Dataset<Row> read(Table table) {
    if (!exists(table)) {
      throw new TableMissingException(table, warehouse);
    }
    Dataset<Row> rows = spark.read().format("delta").load(path(table));
    if (!List.of(rows.columns()).containsAll(table.columnNames())) {
      throw new TableOutdatedException(table, warehouse);
    }
    return rows;
  }

  /**
   * The rows of one key range. What is the same in all of them is a constant of the plan, by which
   * nothing has to be grouped, ordered or joined.
   *
   * @throws TableMissingException if nothing was written yet
   */
  public Dataset<Row> read(Table table, KeyRange range) {
    return read(table)
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

  /**
   * Replaces a key range of a table, and makes the table where it does not exist. Columns are taken
   * by name; a missing one or one of another type is refused.
   *
   * @return the version that the write made
   */
  public long replace(Table table, Dataset<Row> rows, KeyRange range) {
    Dataset<Row> conforming = rows.select(table.columns());
    refuseOtherTypes(table, conforming);
    create(table);
    if (version(table) > DECLARED) {
      conforming
          .write()
          .format("delta")
          .mode(SaveMode.Overwrite)
          .option("replaceWhere", range.condition())
          .save(path(table));
    } else if (!conforming.isLocal() || !conforming.isEmpty()) {
      // There is nothing to replace, which Delta would look for.
      conforming.write().format("delta").mode(SaveMode.Append).save(path(table));
    }
    return version(table);
  }

  /** One table to be replaced, wholly or in a range. */
  public record Write(Table table, Dataset<Row> rows, KeyRange range) {}

  /**
   * Replaces several tables that do not depend on each other, side by side: most of a small write
   * is planning and committing, which one core does.
   */
  public void replaceAll(List<Write> writes) {
    SideBySide.each(writes, write -> replace(write.table(), write.rows(), write.range()));
  }

  /** Makes those of some tables that do not exist yet, side by side. */
  public void createAll(List<Table> tables) {
    SideBySide.each(
        tables,
        table -> {
          create(table);
          return table;
        });
  }

  /**
   * Begins to write a table's rows from within tasks; makes the table where it does not exist.
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
    create(table);
    StructField[] columns =
        Arrays.stream(table.schema().fields())
            .filter(column -> written.test(column.name()))
            .toArray(StructField[]::new);
    return RowFiles.in(spark, table, new StructType(columns), path(table));
  }

  /** Files that tasks wrote for one table, and which of its rows they replace. */
  public record Adopted(Table table, List<WrittenFile> files, KeyRange range) {}

  /** Replaces ranges of several tables by files that tasks wrote, side by side. */
  public void adoptAll(List<Adopted> all) {
    SideBySide.each(
        all,
        one -> {
          adopt(one.table(), one.files(), one.range());
          return one;
        });
  }

  /**
   * Replaces a range of a table by files that tasks wrote.
   *
   * @param files all of them within the range
   */
  public void adopt(Table table, List<WrittenFile> files, KeyRange range) {
    create(table);
    new Adoption(spark, path(table)).commit(files, range);
  }

  /** Deletes files that tasks wrote and that no table is to have. */
  public void discard(List<WrittenFile> files) {
    try {
      for (WrittenFile file : files) {
        Path path = new Path(warehouse + file.table(), file.name());
        path.getFileSystem(spark.sparkContext().hadoopConfiguration()).delete(path, false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be cleared".formatted(warehouse), e);
    }
  }

  /** What stands of a table now. */
  public record Standing(Table table, long version, long rows) {}

  /**
   * The newest version and the rows of every table of a list that is there, in the list's order.
   *
   * @param counted what is known of tables that nobody has made anew since: they are counted only
   *     if their version is another
   */
  public List<Standing> standing(List<Table> tables, Collection<Standing> counted) {
    return SideBySide.each(
        tables.stream().filter(this::exists).toList(),
        table -> {
          long version = version(table);
          return counted.stream()
              .filter(earlier -> earlier.table() == table && earlier.version() == version)
              .findFirst()
              .orElseGet(() -> new Standing(table, version, read(table).count()));
        });
  }

  /** Adds one row to a log-like table, such as `run`. */
  public long add(Table table, List<Row> rows) {
    create(table);
    spark
        .createDataFrame(rows, table.schema())
        .select(table.columns())
        .write()
        .format("delta")
        .mode(SaveMode.Append)
        .save(path(table));
    return version(table);
  }

  /** The newest version of a table. */
  public long version(Table table) {
    return DeltaLog.forTable(spark, path(table))
        .update(false, scala.Option.empty(), scala.Option.empty())
        .version();
  }

  private void create(Table table) {
    if (!exists(table)) {
      spark.sql(table.createStatement(path(table)));
    }
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

package org.openqar.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.messages.UserException;
import org.openqar.support.SampleRun;
import org.openqar.support.SparkTest;
import org.openqar.tables.KeyRange;
import org.openqar.tables.Table;
import org.openqar.tables.TableLayer;
import org.openqar.tables.TableReader;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** A file has the bytes that Spark would write, and its rows in the order that Spark would give. */
class ExportTest extends SparkTest {
  /** Texts that some form must take care of. */
  private static final Table ODD =
      Table.table("odd", TableLayer.MEASURES)
          .grain("One odd text")
          .key("first", "number")
          .text("first", "A text")
          .number("number", "A number")
          .text("second", "Another text")
          .field("list", DataTypes.createArrayType(DataTypes.StringType), "Texts")
          .declare();

  private static final List<String> PIECES =
      List.of(
          "a",
          "b",
          "Z",
          "é",
          "\uFF5E",
          "\uD83D\uDE00",
          "\"",
          "'",
          ",",
          ";",
          "\\",
          "\n",
          "\r",
          "\t",
          " ",
          "\u00A0",
          "\u0000",
          "\u0001",
          "#",
          "/",
          "<",
          "\u2028");

  @TempDir private static Path folder;
  private static Path warehouse;

  @BeforeAll
  static void writeOddRows() {
    warehouse = folder.resolve("warehouse");
    Random random = new Random(11);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      rows.add(
          RowFactory.create(
              text(random),
              random.nextInt(8) == 0 ? null : random.nextInt() >> random.nextInt(31),
              text(random),
              random.nextInt(5) == 0 ? null : new String[] {text(random), text(random)}));
    }
    store().replace(ODD, spark().createDataFrame(rows, ODD.schema()).distinct(), KeyRange.ALL);
  }

  private static String text(Random random) {
    if (random.nextInt(10) == 0) {
      return random.nextBoolean() ? null : "";
    }
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(5); left >= 0; left--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  @Test
  void oddTextsAreWrittenAsSparkWritesThem() throws IOException {
    assertAsSparkWrites(store(), warehouse, ODD);
  }

  @ParameterizedTest
  @MethodSource("written")
  void tablesAreWrittenAsSparkWritesThem(Table table) throws IOException {
    assertAsSparkWrites(SampleRun.store(), SampleRun.warehouse(), table);
  }

  static Stream<Table> written() {
    return Tables.ALL.stream().filter(SampleRun.store()::exists);
  }

  private static void assertAsSparkWrites(TableStore store, Path of, Table table)
      throws IOException {
    Dataset<Row> sorted =
        store
            .read(table)
            .select(table.columns())
            .repartition(1)
            .sortWithinPartitions(TableStore.order(table));
    List<Row> rows = sorted.collectAsList();
    for (Format format : Format.values()) {
      Path file = folder.resolve(table + "." + format);
      assertEquals(rows.size(), export(of).write(table, format, file.toString()));
      if (format == Format.PARQUET) {
        Dataset<Row> read = spark().read().parquet(file.toString());
        assertEquals(sorted.schema().asNullable().json(), read.schema().asNullable().json());
        assertEquals(text(rows), text(read.collectAsList()));
      } else {
        assertEquals(bySpark(sorted, format), Files.readString(file));
      }
    }
  }

  private static List<String> text(List<Row> rows) {
    return rows.stream().map(Row::toString).toList();
  }

  private static String bySpark(Dataset<Row> inOrder, Format format) throws IOException {
    Path file = Files.createTempFile(folder, "spark", ".txt");
    if (format == Format.CSV) {
      org.openqar.reports.DatasetExport.write(inOrder, file.toString());
      return Files.readString(file);
    }
    Path parts = Files.createTempDirectory(folder, "spark");
    inOrder.write().mode("overwrite").option("ignoreNullFields", false).json(parts.toString());
    try (Stream<Path> files = Files.list(parts)) {
      Path part =
          files.filter(one -> one.getFileName().toString().startsWith("part-")).findAny().get();
      return Files.readString(part);
    }
  }

  @Test
  void aFolderIsNoFileAndNothingIsLeftOfAFailure() throws IOException {
    Path place = Files.createDirectories(folder.resolve("place").resolve("taken"));
    String said =
        assertThrows(
                UserException.class,
                () -> export(warehouse).write(ODD, Format.CSV, place.toString()))
            .getMessage();
    assertTrue(said.contains("it is a folder; give the name of a file"), said);
    export(warehouse).write(ODD, Format.CSV, place.resolve("odd.csv").toString());
    try (Stream<Path> files = Files.list(place)) {
      assertEquals(List.of(place.resolve("odd.csv")), files.toList());
    }
    assertFalse(Files.exists(place.resolveSibling("taken.csv")));
  }

  private static Export export(Path of) {
    Configuration hadoop = spark().sparkContext().hadoopConfiguration();
    return new Export(new TableReader(hadoop, of.toString()), hadoop);
  }

  private static TableStore store() {
    return new TableStore(spark(), warehouse.toString());
  }
}

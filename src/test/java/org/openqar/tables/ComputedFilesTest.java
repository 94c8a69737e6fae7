package org.openqar.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.support.SparkTest;

/** What tasks write of a partition is read as it was computed, with every kind of value. */
class ComputedFilesTest extends SparkTest {
  private static final KeyRange OF_2024 = KeyRange.of("2024-25", 2024);

  private static final Table TABLE =
      Table.table("computed", TableLayer.MEASURES)
          .grain("One row with values of all kinds")
          .key("edition", "report_year", "number")
          .partitionedBy("edition", "report_year")
          .foundBy("ukprn")
          .required("edition", StringType, "The rule set's")
          .field("number", LongType, "Of the row")
          .number("ukprn", "The provider")
          .required("report_year", IntegerType, "R")
          .text("name", "A text")
          .field("day", DateType, "A day")
          .field("held", BooleanType, "Yes or no")
          .field("rate", Table.RATE, "A decimal that Parquet has as a long")
          .field("share", createDecimalType(4, 3), "A decimal that Parquet has as an int")
          .field("ids", createArrayType(StringType), "Texts")
          .field("rates", createArrayType(Table.RATE), "Decimals")
          .field("shares", createArrayType(createDecimalType(4, 3)), "Short decimals")
          .check("counted", "number >= 0")
          .declare();

  @TempDir static Path folder;
  private static TableStore store;
  private static Dataset<Row> rows;

  /** More rows than are taken together, some of them without any value. */
  @BeforeAll
  static void write() {
    store = new TableStore(spark(), folder.toString());
    rows =
        spark()
            .range(0, 100, 1, 2)
            .selectExpr(
                "'2024-25' AS edition",
                "id AS number",
                "CAST(if(id % 7 = 0, NULL, 10000000 + id) AS INT) AS ukprn",
                "2024 AS report_year",
                "if(id % 5 = 0, NULL, concat('name é ', id % 9)) AS name",
                "if(id % 5 = 1, NULL, date_add(DATE '2024-08-01', CAST(id AS INT))) AS day",
                "if(id % 5 = 2, NULL, id % 2 = 0) AS held",
                "CAST(if(id % 5 = 3, NULL, id - 50.5) AS DECIMAL(10,1)) AS rate",
                "CAST(if(id % 5 = 4, NULL, id / 1000) AS DECIMAL(4,3)) AS share",
                "if(id % 6 = 0, NULL, filter(array('a', NULL, string(id)), (x, i) -> i < id % 4)) AS ids",
                "if(id % 6 = 1, NULL, filter(array(CAST(id / 2 AS DECIMAL(10,1)), NULL), (x, i) -> i < id % 3))"
                    + " AS rates",
                "if(id % 6 = 2, NULL, array(CAST(id / 1000 AS DECIMAL(4,3)))) AS shares");
    store.replace(TABLE, rows, OF_2024);
  }

  @Test
  void rowsAreReadAsTheyWereComputed() {
    assertEquals(
        rows.select(TABLE.columns()).orderBy("number").collectAsList(),
        store.read(TABLE).orderBy("number").collectAsList());
  }

  @Test
  void eachFileLiesInItsPartitionAndTheLogTellsOfIt() {
    List<Row> told =
        spark()
            .read()
            .json(folder.resolve("computed/_delta_log/00000000000000000000.json").toString())
            .where("add IS NOT NULL")
            .selectExpr(
                "add.path LIKE 'edition=2024-25/report_year=2024/part-%.snappy.parquet' AS there",
                "add.partitionValues.edition AS edition",
                "add.partitionValues.report_year AS report_year",
                "get_json_object(add.stats, '$.numRecords') AS rows",
                "get_json_object(add.stats, '$.minValues.ukprn') AS least",
                "get_json_object(add.stats, '$.maxValues.ukprn') AS most",
                "get_json_object(add.stats, '$.nullCount.ukprn') AS empty")
            .orderBy("least")
            .collectAsList();
    assertEquals(
        List.of(
            "[true,2024-25,2024,50,10000001,10000048,8]",
            "[true,2024-25,2024,50,10000050,10000099,7]"),
        told.stream().map(Row::toString).toList());
  }

  @Test
  void aRefusedWriteLeavesTheTableAndNoFileBehind() throws IOException {
    long before = store.version(TABLE);
    List<Path> files = files();
    for (Dataset<Row> wrong :
        List.of(
            rows.withColumn("number", col("number").minus(lit(99))),
            rows.withColumn("report_year", lit(2023)),
            rows.withColumn("edition", lit(null).cast("string")))) {
      assertThrows(Exception.class, () -> store.replace(TABLE, wrong, OF_2024));
    }
    assertEquals(before, store.version(TABLE));
    assertEquals(files, files());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("computed"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }
}

package org.openqar.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.support.FrameAssert;
import org.openqar.support.Frames;
import org.openqar.support.SparkTest;

class TableStoreTest extends SparkTest {
  private static final Table TABLE =
      Table.table("measured", Layer.MEASURES)
          .grain("One provider's count")
          .key("edition", "report_year", "ukprn")
          .clusteredBy("edition", "report_year")
          .required("edition", org.apache.spark.sql.types.DataTypes.StringType, "The rule set's")
          .required("report_year", org.apache.spark.sql.types.DataTypes.IntegerType, "R")
          .number("ukprn", "The provider")
          .number("leavers", "Aims in the cohort")
          .flag("ranked", "Whether it is ranked")
          .check("whole", "leavers >= 0")
          .declare();

  private static final KeyRange OF_2024 = KeyRange.of("2024-25", 2024);

  @TempDir Path folder;
  private TableStore store;

  @BeforeEach
  void open() {
    store = new TableStore(spark(), folder.toString());
  }

  @Test
  void aRangeIsReplacedAndTheOthersAreKept() {
    Dataset<Row> of2024 = rows("2024-25 | 2024 | 1 | 10 | true", "2024-25 | 2024 | 2 | 20 | false");
    Dataset<Row> of2023 = rows("2024-25 | 2023 | 1 | 30 | true");
    long first = store.replace(TABLE, of2024, OF_2024);
    store.replace(TABLE, of2023, KeyRange.of("2024-25", 2023));
    long third = store.replace(TABLE, of2024, OF_2024);
    assertTrue(third > first);
    assertEquals(third, store.version(TABLE));
    FrameAssert.assertSameRows(
        of2023.union(of2024).orderBy("report_year", "ukprn"),
        store.read(TABLE).orderBy("report_year", "ukprn").select(TABLE.columns()));

    store.replace(TABLE, rows(), OF_2024);
    assertEquals(1, store.read(TABLE).count());

    // A plain overwrite would drop the clustering; the declaration must outlive every write.
    Row detail = spark().sql("DESCRIBE DETAIL delta.`%s`".formatted(store.path(TABLE))).head();
    assertEquals(
        List.of("edition", "report_year"), detail.getList(detail.fieldIndex("clusteringColumns")));
    assertEquals(
        "One provider's count. Key: edition, report_year, ukprn.", detail.getAs("description"));
    assertEquals(
        "leavers >= 0",
        detail.getJavaMap(detail.fieldIndex("properties")).get("delta.constraints.whole"));
    var fields = store.read(TABLE).schema();
    for (Field field : TABLE.fields()) {
      assertEquals(
          field.meaning(), fields.apply(field.name()).getComment().get(), "comment of " + field);
    }
  }

  @Test
  void whatDoesNotBelongInTheTableIsRefused() {
    Dataset<Row> sound = rows("2024-25 | 2024 | 1 | 10 | true");
    store.replace(TABLE, sound, OF_2024);
    long before = store.version(TABLE);

    assertRefused(rows("2024-25 | 2023 | 1 | 10 | true"), "report_year");
    assertRefused(rows("2024-25 | 2024 | 1 | -1 | true"), "whole");
    assertRefused(sound.withColumn("ranked", lit(null).cast("boolean")), "ranked");
    assertRefused(
        sound.withColumn("leavers", col("leavers").cast("bigint")),
        "measured.leavers is declared as int but was computed as bigint");
    assertRefused(sound.drop("leavers"), "leavers");

    assertEquals(before, store.version(TABLE));
    FrameAssert.assertSameRows(sound, store.read(TABLE).select(TABLE.columns()));
  }

  @Test
  void furtherColumnsAndAnotherOrderAreTakenByName() {
    Dataset<Row> turned =
        rows("2024-25 | 2024 | 1 | 10 | true")
            .select(
                col("ranked"),
                col("leavers"),
                lit("more").as("further"),
                col("ukprn"),
                col("report_year"),
                col("edition"));
    store.replace(TABLE, turned, OF_2024);
    assertEquals(TABLE.columnNames(), List.of(store.read(TABLE).columns()));
    assertEquals(10, store.read(TABLE).head().<Integer>getAs("leavers"));
  }

  @Test
  void aTableThatWasNotWrittenIsMissing() {
    assertFalse(store.exists(TABLE));
    assertEquals(List.of(TABLE), store.missing(TABLE));
    String message =
        assertThrows(TableMissingException.class, () -> store.read(TABLE)).getMessage();
    assertTrue(message.contains("measured") && message.contains(folder.toString()), message);
  }

  private void assertRefused(Dataset<Row> rows, String named) {
    Exception refusal = assertThrows(Exception.class, () -> store.replace(TABLE, rows, OF_2024));
    StringBuilder messages = new StringBuilder();
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      messages.append(cause.getMessage()).append('\n');
    }
    assertTrue(messages.toString().contains(named), messages.toString());
  }

  private static Dataset<Row> rows(String... lines) {
    return Frames.of(
        TABLE, "edition | report_year | ukprn | leavers | ranked\n" + String.join("\n", lines));
  }
}

package org.openqar.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.messages.UserException;
import org.openqar.support.FrameAssert;
import org.openqar.support.Frames;
import org.openqar.support.SparkTest;
import org.openqar.support.SparkWork;
import org.openqar.tables.TableStore.Standing;

class TableStoreTest extends SparkTest {
  private static final Table TABLE =
      Table.table("measured", TableLayer.MEASURES)
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

  @TempDir static Path folder;
  private static TableStore store;

  private static final Dataset<Row> NOW =
      rows("2024-25 | 2024 | 1 | 10 | true", "2024-25 | 2024 | 2 | 20 | false");
  private static final Dataset<Row> BEFORE = rows("2024-25 | 2023 | 1 | 30 | true");

  /** Writes one range twice, at first with its columns in another order, and another between. */
  @BeforeAll
  static void write() {
    store = new TableStore(spark(), folder.toString());
    Dataset<Row> turned =
        NOW.select(
            col("ranked"),
            col("leavers"),
            lit("more").as("further"),
            col("ukprn"),
            col("report_year"),
            col("edition"));
    long first = store.replace(TABLE, turned, OF_2024).version();
    store.replace(TABLE, BEFORE, KeyRange.of("2024-25", 2023));
    long third = store.replace(TABLE, NOW, OF_2024).version();
    assertTrue(third > first);
    assertEquals(third, store.version(TABLE));
  }

  @Test
  void aRangeIsReplacedAndTheOthersAreKept() {
    FrameAssert.assertSameRows(
        BEFORE.union(NOW), store.read(TABLE).orderBy("report_year", "ukprn"));
  }

  @Test
  void aPartitionIsReplacedWithoutBeingRead() throws IOException {
    Table partitioned =
        Table.table("partitioned", TableLayer.MEASURES)
            .grain("One provider's count")
            .key("edition", "report_year", "ukprn")
            .partitionedBy("edition", "report_year")
            .fields(TABLE.fields())
            .declare();
    store.replace(partitioned, NOW, OF_2024);
    store.replace(partitioned, BEFORE, KeyRange.of("2024-25", 2023));
    for (String gone : store.read(partitioned, OF_2024).inputFiles()) {
      Files.delete(Path.of(URI.create(gone)));
    }
    store.replace(partitioned, NOW, OF_2024);
    FrameAssert.assertSameRows(
        BEFORE.union(NOW), store.read(partitioned).orderBy("report_year", "ukprn"));
  }

  @Test
  void rowsAreToldByTheLog() {
    Standing now = new Standing(TABLE, store.version(TABLE), 3);
    assertEquals(List.of(now), store.standing(List.of(Tables.PROVIDER, TABLE)));
    TableStore other = new TableStore(spark(), folder.toString());
    assertEquals(List.of(now), other.standing(List.of(TABLE)));
  }

  @Test
  void aWriteTellsTheTableAsItStandsThen() {
    Table table = declared("told");
    assertEquals(new Standing(table, 0, 2), store.replace(table, NOW, OF_2024));
    KeyRange of2023 = KeyRange.of("2024-25", 2023);
    assertEquals(new Standing(table, 1, 3), store.replace(table, BEFORE, of2023));
    assertEquals(new Standing(table, 2, 2), store.replace(table, NOW.limit(0), of2023));
    assertEquals(new Standing(table, 3, 4), store.add(table, NOW.collectAsList()));
  }

  @Test
  void aWriteAsksSparkOnceAndARowThatIsHereNotAtAll() {
    Table table = declared("counted");
    Dataset<Row> computed = NOW.repartition(1);
    assertExecutions(1, () -> store.replace(table, computed, OF_2024));
    assertExecutions(1, () -> store.replace(table, computed, OF_2024));
    assertExecutions(0, () -> store.replace(table, BEFORE, KeyRange.of("2024-25", 2023)));
    assertExecutions(1, () -> store.read(table, OF_2024).collectAsList());
    assertExecutions(0, () -> store.standing(List.of(table)));
  }

  private static void assertExecutions(int expected, Runnable done) {
    assertEquals(expected, SparkWork.of(done).executions());
  }

  @Test
  void whatSomebodyElseWroteIsSeen() {
    Table table = declared("shared");
    TableStore other = new TableStore(spark(), folder.toString());
    assertFalse(other.exists(table));
    store.replace(table, NOW, OF_2024);
    assertEquals(0, other.version(table));
    store.replace(table, BEFORE, KeyRange.of("2024-25", 2023));
    assertEquals(1, other.version(table));
    FrameAssert.assertSameRows(
        BEFORE.union(NOW), other.read(table).orderBy("report_year", "ukprn"));
  }

  @Test
  void aFileWithoutARowThatIsAskedForIsNotRead() throws IOException {
    Table table =
        Table.table("skipped", TableLayer.MEASURES)
            .grain("One provider's count")
            .key("edition", "report_year", "ukprn")
            .partitionedBy("edition", "report_year")
            .foundBy("ukprn")
            .fields(TABLE.fields())
            .declare();
    for (int ukprn : List.of(1, 2)) {
      store.replace(
          table, NOW.where(col("ukprn").equalTo(ukprn)), OF_2024.ofProviders(List.of(ukprn)));
    }
    for (String other : store.read(table, OF_2024.ofProviders(List.of(2))).inputFiles()) {
      Files.delete(Path.of(URI.create(other)));
    }
    for (String wanted :
        List.of("ukprn = 1", "ukprn < 2", "ukprn IN (0, 1, 7)", "(ukprn <= 1 OR ukprn >= 9)")) {
      assertEquals(
          List.of(10),
          store.read(table, OF_2024).where(wanted).select("leavers").collectAsList().stream()
              .map(row -> row.getInt(0))
              .toList(),
          wanted);
    }
  }

  /** Somebody has put the rows of both years into one file. */
  @Test
  void theOthersInAFileAreKept() {
    Table table = declared("mixed");
    store.replace(table, BEFORE.union(NOW).coalesce(1), KeyRange.ALL);
    assertEquals(new Standing(table, 1, 2), store.replace(table, NOW.where("ukprn = 1"), OF_2024));
    FrameAssert.assertSameRows(
        BEFORE.union(NOW.where("ukprn = 1")), store.read(table).orderBy("report_year"));
    assertEquals(
        new Standing(table, 2, 1),
        store.replace(table, NOW.limit(0), OF_2024.ofProviders(List.of(1, 5))));
    FrameAssert.assertSameRows(BEFORE, store.read(table));
  }

  private static Table declared(String name) {
    return Table.table(name, TableLayer.MEASURES)
        .grain("One provider's count")
        .key("edition", "report_year", "ukprn")
        .clusteredBy("edition", "report_year")
        .fields(TABLE.fields())
        .declare();
  }

  @Test
  void theDeclarationOutlivesEveryWrite() {
    // A plain overwrite would drop the clustering.
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
    long before = store.version(TABLE);
    assertRefused(BEFORE, "report_year");
    assertRefused(rows("2024-25 | 2024 | 1 | -1 | true"), "whole");
    assertRefused(NOW.withColumn("ranked", lit(null).cast("boolean")), "ranked");
    assertRefused(
        NOW.withColumn("leavers", col("leavers").cast("bigint")),
        "measured.leavers is declared as int but was computed as bigint");
    assertRefused(NOW.drop("leavers"), "leavers");
    assertEquals(before, store.version(TABLE));
  }

  @Test
  void aTableThatWasNotWrittenIsMissing() {
    Table other = Tables.PROVIDER;
    assertFalse(store.exists(other));
    String message = assertThrows(UserException.class, () -> store.read(other)).getMessage();
    assertTrue(message.contains("provider") && message.contains(folder.toString()), message);
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

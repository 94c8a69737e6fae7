package org.openqar.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.support.SparkTest;
import org.openqar.tables.TableStore.Write;

/** Files that tasks wrote become part of a table. */
class AdoptionTest extends SparkTest {
  private static final Table TABLE =
      Table.table("returned", TableLayer.RETURNS)
          .grain("A learner")
          .key("ukprn", "learner")
          .clusteredBy("funding_year", "ukprn")
          .number("ukprn", "The provider")
          .number("funding_year", "The year")
          .text("learner", "Who")
          .declare();

  @TempDir Path folder;
  private TableStore store;

  @BeforeEach
  void twoProvidersInTwoYears() throws IOException {
    store = new TableStore(spark(), folder.toString());
    store.replace(
        new Write(
            TABLE,
            List.of(
                file(1, 2023, "a"),
                file(1, 2024, "a", "b"),
                file(2, 2023, "c"),
                file(2, 2024, "c")),
            KeyRange.ALL));
  }

  @Test
  void aProvidersYearIsReplacedWholeAndInOneVersion() throws IOException {
    assertRows("1 2023 a", "1 2024 a", "1 2024 b", "2 2023 c", "2 2024 c");
    assertEquals(1, store.read(TABLE, range(2024, 1)).inputFiles().length);
    long before = store.version(TABLE);

    store.replace(new Write(TABLE, List.of(file(1, 2024, "d")), range(2024, 1)));
    assertRows("1 2023 a", "1 2024 d", "2 2023 c", "2 2024 c");

    store.replace(new Write(TABLE, List.of(), range(2024, 1, 2)));
    assertRows("1 2023 a", "2 2023 c");

    store.replace(new Write(TABLE, List.of(), range(2019, 1)));
    assertEquals(before + 2, store.version(TABLE));

    store.replace(new Write(TABLE, List.of(file(3, 2024, "e")), KeyRange.ALL));
    assertRows("3 2024 e");
    Row detail = spark().sql("DESCRIBE DETAIL delta.`%s`".formatted(store.path(TABLE))).head();
    assertEquals(
        List.of("funding_year", "ukprn"), detail.getList(detail.fieldIndex("clusteringColumns")));
  }

  @Test
  void whatSomebodyPutIntoOneFileIsToldApart() throws IOException {
    spark().sql("OPTIMIZE delta.`%s`".formatted(store.path(TABLE)));
    assertEquals(1, store.read(TABLE).inputFiles().length);
    store.replace(
        TABLE,
        spark()
            .createDataFrame(List.of(RowFactory.create(null, null, "of a file")), TABLE.schema()),
        KeyRange.without("ukprn"));
    store.replace(new Write(TABLE, List.of(file(1, 2024, "d")), range(2024, 1)));
    assertRows("1 2023 a", "1 2024 d", "2 2023 c", "2 2024 c", "null null of a file");
    store.replace(new Write(TABLE, List.of(file(1, 2024, "e")), range(2024, 1)));
    assertRows("1 2023 a", "1 2024 e", "2 2023 c", "2 2024 c", "null null of a file");
  }

  @Test
  void whatIsDiscardedLeavesNoFile() throws IOException {
    WrittenFile written = file(4, 2024, "f");
    assertTrue(Files.exists(folder.resolve("returned").resolve(written.name())));
    store.discard(List.of(written));
    try (Stream<Path> files = Files.walk(folder)) {
      assertFalse(files.anyMatch(it -> it.toString().contains(written.name())));
    }
    RowFiles.RowFile abandoned = store.rowFiles(TABLE).begin(4, 2024);
    abandoned.write(row(4, 2024, "f"));
    abandoned.abandon();
    assertRows("1 2023 a", "1 2024 a", "1 2024 b", "2 2023 c", "2 2024 c");
  }

  @Test
  void aColumnThatNothingIsWrittenIntoIsInNoFileAndReadsAsEmpty() throws IOException {
    RowFiles without = store.rowFiles(TABLE, column -> !column.equals("learner"));
    assertEquals(List.of("ukprn", "funding_year"), List.of(without.schema().fieldNames()));
    RowFiles.RowFile file = without.begin(1, 2024);
    file.write(new GenericInternalRow(new Object[] {1, 2024}));
    store.replace(new Write(TABLE, List.of(file.end().orElseThrow().get()), range(2024, 1)));
    assertRows("1 2023 a", "1 2024 null", "2 2023 c", "2 2024 c");
  }

  @Test
  void providersWithFewRowsShareAFileOfEachYearAndAreToldApart() throws IOException {
    SharedFiles shared = new SharedFiles();
    Supplier<WrittenFile> five = shared(shared, 5, 2024, 1);
    Supplier<WrittenFile> nine = shared(shared, 9, 2024, 2000);
    Supplier<WrittenFile> seven = shared(shared, 7, 2023, 1);
    Supplier<WrittenFile> many = shared(shared, 6, 2024, 2001);
    shared.end();
    assertEquals(five.get(), nine.get());
    assertEquals(
        List.of(2001L, 2024, 5, 9),
        List.of(
            five.get().rows(),
            five.get().fundingYear(),
            five.get().leastUkprn(),
            five.get().mostUkprn()));
    assertEquals(List.of(1L, 2023), List.of(seven.get().rows(), seven.get().fundingYear()));
    assertEquals(List.of(2001L, 6), List.of(many.get().rows(), many.get().leastUkprn()));

    List<WrittenFile> files = List.of(five.get(), seven.get(), many.get());
    store.replace(new Write(TABLE, files, KeyRange.ALL));
    store.replace(new Write(TABLE, List.of(file(5, 2024, "z")), range(2024, 5, 6)));
    assertEquals(
        List.of("5 2024 1", "7 2023 1", "9 2024 2000"),
        store.read(TABLE).groupBy("ukprn", "funding_year").count().collectAsList().stream()
            .map(row -> "%s %s %s".formatted(row.get(0), row.get(1), row.get(2)))
            .sorted()
            .toList());
  }

  @Test
  void sharedFilesThatAreAbandonedLeaveNoFile() throws IOException {
    long before = files();
    SharedFiles shared = new SharedFiles();
    shared(shared, 5, 2024, 1);
    shared(shared, 5, 2023, 1);
    assertEquals(before + 2, files());
    shared.abandon();
    assertEquals(before, files());
  }

  private Supplier<WrittenFile> shared(SharedFiles shared, int ukprn, int year, int rows)
      throws IOException {
    RowFiles.RowFile file = store.rowFiles(TABLE).begin(ukprn, year, Optional.of(shared));
    for (int i = 0; i < rows; i++) {
      file.write(row(ukprn, year, "a"));
    }
    return file.end().orElseThrow();
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(it -> it.toString().endsWith(".parquet")).count();
    }
  }

  private WrittenFile file(int ukprn, int year, String... learners) throws IOException {
    RowFiles.RowFile file = store.rowFiles(TABLE).begin(ukprn, year);
    for (String learner : learners) {
      file.write(row(ukprn, year, learner));
    }
    return file.end().orElseThrow().get();
  }

  private static GenericInternalRow row(int ukprn, int year, String learner) {
    return new GenericInternalRow(new Object[] {ukprn, year, UTF8String.fromString(learner)});
  }

  private static KeyRange range(int year, Integer... ukprns) {
    return KeyRange.ofProviderYears(Map.of(year, Set.of(ukprns)));
  }

  private void assertRows(String... expected) {
    assertEquals(
        List.of(expected),
        store.read(TABLE).collectAsList().stream()
            .map(it -> "%s %s %s".formatted(it.get(0), it.get(1), it.get(2)))
            .sorted()
            .toList());
  }
}

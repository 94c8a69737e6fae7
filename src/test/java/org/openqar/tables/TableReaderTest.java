package org.openqar.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.messages.UserException;
import org.openqar.support.Frames;
import org.openqar.support.SampleRun;
import org.openqar.support.SparkTest;
import scala.jdk.javaapi.CollectionConverters;

/** Kernel reads what Spark reads. */
class TableReaderTest extends SparkTest {
  private static final Table TABLE =
      Table.table("measured", TableLayer.MEASURES)
          .grain("One provider's count")
          .key("edition", "report_year", "ukprn")
          .partitionedBy("edition", "report_year")
          .required("edition", DataTypes.StringType, "The rule set's")
          .required("report_year", DataTypes.IntegerType, "R")
          .number("ukprn", "The provider")
          .number("leavers", "Aims in the cohort")
          .declare();

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("written")
  void everyColumnOfEveryTableIsAsSparkReadsIt(Table table) {
    assertEquals(
        text(SampleRun.store().read(table).select(table.columns()).collectAsList()),
        text(samples().list(table, table.columnNames(), Filter.all())));
  }

  static List<Table> written() {
    return Tables.ALL.stream().filter(SampleRun.store()::exists).toList();
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("filters")
  void aFilterHoldsForTheSameRows(Table table, Filter filter, String condition) {
    List<Row> expected =
        SampleRun.store().read(table).where(condition).select(table.columns()).collectAsList();
    assertEquals(text(expected), text(samples().list(table, table.columnNames(), filter)));
    assertTrue(
        !expected.isEmpty() || condition.contains("1999"), "no row of the samples: " + condition);
  }

  static Stream<Arguments> filters() {
    Filter ours = Filter.of("2024-25", 2024);
    LocalDate day = LocalDate.of(2022, 8, 1);
    return Stream.of(
        Arguments.of(Tables.AIM, ours, "edition = '2024-25' AND report_year = 2024"),
        Arguments.of(Tables.AIM, Filter.of("2024-25", 1999), "report_year = 1999"),
        Arguments.of(Tables.AIM, ours.and(Filter.equal("ukprn", 10000102)), "ukprn = 10000102"),
        Arguments.of(
            Tables.AIM,
            Filter.atLeast("learn_start_date", day).and(Filter.atMost("aim_type", 1)),
            "learn_start_date >= DATE'2022-08-01' AND aim_type <= 1"),
        Arguments.of(
            Tables.AIM,
            Filter.empty("uln").or(Filter.filled("withdraw_reason")),
            "uln IS NULL OR withdraw_reason IS NOT NULL"),
        Arguments.of(
            Tables.QAR_AIM,
            Filter.equal("achiever", true)
                .and(Filter.among("hybrid_end_year", List.of(2023, 2022))),
            "achiever AND hybrid_end_year IN (2022, 2023)"),
        Arguments.of(
            Tables.QAR_AIM,
            Filter.among("ukprn", IntStream.rangeClosed(10000102, 10000130).boxed().toList()),
            "ukprn BETWEEN 10000102 AND 10000130"),
        Arguments.of(Tables.RETURNED_LEARNER, Filter.among("ukprn", List.of()), "ukprn = 1999"),
        Arguments.of(
            Tables.RETURNED_LEARNER,
            Filter.equal("ukprn", 10000102).and(Filter.equal("learner_no", 1)),
            "ukprn = 10000102 AND learner_no = 1"),
        Arguments.of(
            Tables.QAR_NATIONAL,
            Filter.equal("achievement_rate", new BigDecimal("100")),
            "achievement_rate = 100.0"));
  }

  @Test
  void singleFieldsOfStructuresAreRead() {
    List<Row> expected =
        SampleRun.store()
            .read(Tables.AIM)
            .selectExpr(
                "aim_id",
                "transform(history, r -> struct(r.return_number AS return_number, r.counts AS"
                    + " counts)) AS history")
            .collectAsList();
    List<Row> read =
        samples()
            .list(
                Tables.AIM,
                List.of("aim_id", "history.counts", "history.return_number"),
                Filter.of("2024-25", 2024));
    assertEquals(List.of("aim_id", "history"), List.of(read.get(0).schema().fieldNames()));
    Row record = read.get(0).<Row>getList(1).get(0);
    assertEquals(14, record.<Integer>getAs("return_number"));
    assertEquals(
        text(expected.stream().map(row -> RowFactory.create(row.get(0), counts(row))).toList()),
        text(read.stream().map(row -> RowFactory.create(row.get(0), counts(row))).toList()));
  }

  private static List<Object> counts(Row aim) {
    return aim.<Row>getList(1).stream().map(record -> record.getAs("counts")).toList();
  }

  @Test
  void filesThatHaveNoneOfTheRowsAreNotOpened() throws IOException {
    TableStore store = new TableStore(spark(), folder.toString());
    store.replace(TABLE, rows("2024-25 | 2023 | 1 | 30"), KeyRange.of("2024-25", 2023));
    store.replace(TABLE, rows("2024-25 | 2024 | 1 | 10"), KeyRange.of("2024-25", 2024));
    for (String gone : store.read(TABLE, KeyRange.of("2024-25", 2023)).inputFiles()) {
      Files.delete(Path.of(URI.create(gone)));
    }
    assertEquals(
        List.of("[Integer 10]"),
        text(reader().list(TABLE, List.of("leavers"), Filter.of("2024-25", 2024))));
  }

  @Test
  void theLogTellsVersionAndRows() {
    TableStore store = new TableStore(spark(), folder.toString());
    TableReader before = reader();
    assertFalse(before.exists(TABLE));
    store.replace(
        TABLE,
        rows("2024-25 | 2024 | 1 | 10", "2024-25 | 2024 | 2 | 20"),
        KeyRange.of("2024-25", 2024));
    store.replace(TABLE, rows("2023-24 | 2024 | 1 | 10"), KeyRange.of("2023-24", 2024));
    assertFalse(before.exists(TABLE), "a reader sees a table as it stood");
    TableReader reader = reader();
    assertTrue(reader.exists(TABLE));
    assertEquals(store.version(TABLE), reader.version(TABLE));
    assertEquals(OptionalLong.of(3), reader.rows(TABLE, Filter.all()));
    assertEquals(OptionalLong.of(2), reader.rows(TABLE, Filter.of("2024-25", 2024)));
    assertThrows(
        IllegalArgumentException.class, () -> reader.rows(TABLE, Filter.equal("ukprn", 1)));
  }

  @Test
  void aTableThatIsMissingOrOfAnotherVersionIsRefused() {
    assertTrue(
        assertThrows(UserException.class, () -> reader().version(TABLE))
            .getMessage()
            .contains("Table measured is not in the warehouse " + folder));
    new TableStore(spark(), folder.toString())
        .replace(TABLE, rows("2024-25 | 2024 | 1 | 10"), KeyRange.of("2024-25", 2024));
    Table newer =
        Table.table("measured", TableLayer.MEASURES)
            .key("ukprn")
            .fields(TABLE.fields())
            .number("achievers", "Aims achieved")
            .declare();
    assertThrows(
        UserException.class, () -> reader().list(newer, newer.columnNames(), Filter.all()));
  }

  private static TableReader samples() {
    return new TableReader(new Configuration(), SampleRun.warehouse().toString());
  }

  private TableReader reader() {
    return new TableReader(new Configuration(), folder.toString());
  }

  private static Dataset<Row> rows(String... lines) {
    return Frames.of(TABLE, "edition | report_year | ukprn | leavers\n" + String.join("\n", lines));
  }

  /** Each row with the classes of its values, in a stable order. */
  private static List<String> text(List<Row> rows) {
    return rows.stream().map(TableReaderTest::text).sorted().toList();
  }

  private static String text(Object value) {
    if (value instanceof Row row) {
      return IntStream.range(0, row.length()).mapToObj(i -> text(row.get(i))).toList().toString();
    }
    if (value instanceof scala.collection.Iterable<?> several) {
      List<String> each = new ArrayList<>();
      CollectionConverters.asJava(several).forEach(one -> each.add(text(one)));
      if (value instanceof scala.collection.Map<?, ?>) {
        // Of a map only the entries count: Spark gives them in an order of its own.
        Collections.sort(each);
      }
      return each.toString();
    }
    return value == null ? "none" : value.getClass().getSimpleName() + " " + value;
  }
}

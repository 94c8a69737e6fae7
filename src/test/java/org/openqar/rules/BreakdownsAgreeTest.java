package org.openqar.rules;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.breakdowns.Breakdowns;
import org.openqar.breakdowns.Facts;
import org.openqar.support.SparkTest;

/** Plain Java, Spark's columns, SQL and DuckDB give an aim one value in each breakdown. */
class BreakdownsAgreeTest extends SparkTest {
  private static final int ROWS = 400;

  private static final StructType AIM =
      new StructType()
          .add("no", "int")
          .add("report_type", "string")
          .add("aim_type", "int")
          .add("prog_type", "int")
          .add("std_code", "int")
          .add("fwork_code", "int")
          .add("pway_code", "int")
          .add("sex", "string")
          .add("ethnicity", "string")
          .add("lldd_health_prob", "string")
          .add("apprenticeship_contract", "string")
          .add("partner_ukprn", "int")
          .add("camp_id", "string")
          .add("monitoring", "array<string>")
          .add("prior_level", "int")
          .add("prior_level_year", "int")
          .add("date_of_birth", "date")
          .add("learn_start_date", "date")
          .add("orig_learn_start_date", "date")
          .add("age_at_start", "int")
          .add(Facts.PROGRAMME_LEVEL, "int")
          .add(Facts.AIM_LEVEL, "string")
          .add(Facts.AIM_LEVEL_NUMBER, "bigint")
          .add(Facts.FIRST_TIER, "string")
          .add(Facts.SECOND_TIER, "string")
          .add(Facts.TYPE_OF_PROVIDER, "string")
          .add(Facts.REGION_OF_PROVIDER, "string")
          .add(Facts.REGION_OF_DELIVERY, "string")
          .add(Facts.SKILLS_AREA_OF_DELIVERY, "string")
          .add(Facts.FIFTH_OF_HOME, "int");

  @TempDir private static Path temp;
  private final Random random = new Random(Long.getLong("qar.seed", 20261126));

  @Test
  void onEveryBreakdownAndTheAge() throws SQLException {
    Map<String, Value> values = new LinkedHashMap<>();
    values.put("age", Facts.AGE_AT_START);
    Breakdowns.ALL.forEach(one -> values.put(one.name(), one.value()));
    List<Map<String, Object>> rows = IntStream.range(0, ROWS).mapToObj(this::row).toList();
    Dataset<Row> frame = frame(rows);
    List<List<String>> bySql =
        texts(
            frame,
            values.values().stream()
                .map(it -> expr("CAST((" + it.by(new Sql()) + ") AS STRING)"))
                .toList());
    List<List<String>> byColumns =
        texts(frame, values.values().stream().map(it -> Columns.of(it).cast("string")).toList());
    List<List<String>> byDuckDb = byDuckDb(frame, values);
    List<String> names = List.copyOf(values.keySet());
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < names.size(); j++) {
        Object found = values.get(names.get(j)).of(rows.get(i)::get);
        String expected = found == null ? null : found.toString();
        String of = names.get(j) + " of " + rows.get(i);
        assertEquals(expected, byColumns.get(i).get(j), of);
        assertEquals(expected, bySql.get(i).get(j), of);
        assertEquals(expected, byDuckDb.get(i).get(j), of);
      }
    }
    for (int j = 0; j < names.size(); j++) {
      int at = j;
      long answers = bySql.stream().map(row -> String.valueOf(row.get(at))).distinct().count();
      assertTrue(answers > 1, "always the same: " + names.get(j));
    }
  }

  /** What is read is what the rows here have, so that a new column is generated too. */
  @Test
  void everyColumnThatIsReadIsGenerated() {
    List<String> columns = List.of(AIM.fieldNames());
    Breakdowns.ALL.forEach(
        one -> assertTrue(columns.containsAll(one.value().columns()), one.name()));
    assertTrue(columns.containsAll(Facts.AGE_AT_START.columns()));
  }

  private static List<List<String>> byDuckDb(Dataset<Row> frame, Map<String, Value> values)
      throws SQLException {
    try (DuckDbAims duckDb = new DuckDbAims(temp)) {
      duckDb.aims(frame);
      DuckDbSql sql = new DuckDbSql();
      return duckDb
          .rows(
              values.values().stream()
                  .map(it -> "CAST((" + it.by(sql) + ") AS VARCHAR)")
                  .collect(joining(", ", "SELECT [", "] AS found FROM aim ORDER BY no")))
          .stream()
          .map(row -> ((List<?>) row.get("found")).stream().map(String.class::cast).toList())
          .toList();
    }
  }

  private Map<String, Object> row(int no) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("no", no);
    List<String> reports = ReportTypes.names();
    row.put("report_type", reports.get(random.nextInt(reports.size())));
    row.put("aim_type", one(1, 1, 3, 4, 5, null));
    row.put("prog_type", one(2, 3, 10, 20, 23, 24, 25, 25, 31, 34, null));
    row.put("std_code", one(105, 800, null));
    row.put("fwork_code", one(490, 403, null));
    row.put("pway_code", one(0, 1, 2, null));
    row.put("sex", one("F", "M", "f", "", null));
    row.put(
        "ethnicity", one("30", "31", "34", "35", "39", "43", "046", "47", "98", "99", "x", null));
    row.put("lldd_health_prob", one("1", "2", "9", null));
    row.put("apprenticeship_contract", one("1", "2", null));
    row.put("partner_ukprn", one(10000009, null));
    row.put("camp_id", one("A", null));
    row.put(
        "monitoring",
        one(
            null,
            Arrays.asList("a", null, "c", "d", null, "f"),
            List.of("x", "y", "z", "d", "e", "g")));
    row.put("prior_level", one(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 97, 98, 99, null));
    row.put("prior_level_year", one(2018, 2020, 2021, 2026, null));
    row.put("date_of_birth", one(day(1996), day(2004), LocalDate.of(2004, 2, 29), null));
    row.put(
        "learn_start_date",
        one(day(2020), LocalDate.of(2022, 2, 28), LocalDate.of(2020, 8, 31), null));
    row.put("orig_learn_start_date", one(day(2019), null, null));
    row.put("age_at_start", one(15, 16, 18, 19, 23, 24, 70, null));
    row.put(Facts.PROGRAMME_LEVEL, one(1, 2, 3, 4, 7, null));
    row.put(Facts.AIM_LEVEL, one("E", "H", "M", "2", null));
    row.put(Facts.AIM_LEVEL_NUMBER, one(0L, 1L, 2L, 3L, 4L, 8L, null));
    for (String fact :
        List.of(
            Facts.FIRST_TIER,
            Facts.SECOND_TIER,
            Facts.TYPE_OF_PROVIDER,
            Facts.REGION_OF_PROVIDER,
            Facts.REGION_OF_DELIVERY,
            Facts.SKILLS_AREA_OF_DELIVERY)) {
      row.put(fact, one(fact, "Of 'it'", null));
    }
    row.put(Facts.FIFTH_OF_HOME, one(0, 1, 2, 3, 4, 5, 6, null));
    return row;
  }

  private LocalDate day(int year) {
    return LocalDate.of(year, 1, 1).plusDays(random.nextInt(365));
  }

  @SafeVarargs
  private <T> T one(T... values) {
    return values[random.nextInt(values.length)];
  }

  private static List<List<String>> texts(Dataset<Row> frame, List<Column> columns) {
    return frame.orderBy("no").select(columns.toArray(Column[]::new)).collectAsList().stream()
        .map(row -> IntStream.range(0, row.length()).mapToObj(row::getString).toList())
        .toList();
  }

  private static Dataset<Row> frame(List<Map<String, Object>> rows) {
    List<Row> all = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      all.add(
          RowFactory.create(
              Arrays.stream(AIM.fieldNames())
                  .map(row::get)
                  .map(BreakdownsAgreeTest::plain)
                  .toArray()));
    }
    return spark().createDataFrame(all, AIM);
  }

  private static Object plain(Object value) {
    if (value instanceof LocalDate day) {
      return Date.valueOf(day);
    }
    return value instanceof List<?> list ? list.toArray() : value;
  }
}

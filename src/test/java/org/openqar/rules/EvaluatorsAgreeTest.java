package org.openqar.rules;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.support.SparkTest;
import org.openqar.tables.Tables;

/** Plain Java, Spark's columns, the SQL of the catalogue and DuckDB's give one answer. */
class EvaluatorsAgreeTest extends SparkTest {
  private static final int ROWS =
      Integer.getInteger(
          "qar.rows", Math.min(300, Integer.getInteger("jqwik.tries.default", 200) / 2));

  /** Rows of each book for the values and conditions of all of them. */
  private static final int ROWS_OF_A_BOOK = Math.max(60, ROWS / 10);

  private static final long SEED = Long.getLong("qar.seed", 20261126);

  @TempDir static Path temp;
  private static DuckDbAims duckDb;

  @BeforeAll
  static void open() throws SQLException {
    duckDb = new DuckDbAims(temp);
  }

  @AfterAll
  static void close() throws SQLException {
    duckDb.close();
  }

  /** Each value and condition of each rule, once, by its SQL. */
  @Test
  void onEveryConditionAndWhatItReads() throws SQLException {
    Map<String, Value> asked = new TreeMap<>();
    Set<String> ofLatestYears = new TreeSet<>();
    List<Books> latest = Books.all();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Books one : Stream.concat(latest.stream(), Books.ofOtherYears().stream()).toList()) {
      RuleBook book = one.book();
      for (Rule rule : book.rules()) {
        Condition condition = book.condition(rule);
        add(asked, new Value.Verdict(condition));
        condition.reads().forEach(term -> add(asked, term.value()));
        book.gives(rule).ifPresent(term -> add(asked, term.value()));
      }
      if (latest.contains(one)) {
        ofLatestYears.addAll(asked.keySet());
      }
      rows.addAll(
          GeneratedAims.of(SEED + rows.size(), ROWS_OF_A_BOOK, one.edition(), one.reportYear()));
    }
    Dataset<Row> frame = frame(rows);
    duckDb.aims(frame);
    List<List<String>> byJava = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      OnRow evaluator = new OnRow(row::get);
      byJava.add(asked.values().stream().map(it -> Judge.text(it.by(evaluator))).toList());
    }
    SparkColumns spark = new SparkColumns();
    DuckDbSql duck = new DuckDbSql();
    List<List<String>> byColumns =
        texts(frame, asked.values().stream().map(it -> it.by(spark).cast("string")).toList());
    List<List<String>> bySql =
        texts(
            frame,
            asked.keySet().stream().map(it -> expr("CAST((" + it + ") AS STRING)")).toList());
    List<List<String>> byDuckDb =
        duckDb
            .rows(
                asked.values().stream()
                    .map(it -> "CAST((" + it.by(duck) + ") AS VARCHAR)")
                    .collect(joining(", ", "SELECT [", "] AS found FROM aim ORDER BY no")))
            .stream()
            .map(row -> ((List<?>) row.get("found")).stream().map(String.class::cast).toList())
            .toList();
    List<String> names = List.copyOf(asked.keySet());
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        String expected = byJava.get(i).get(j);
        String of = names.get(j) + " of " + rows.get(i);
        assertEquals(expected, byColumns.get(i).get(j), of);
        assertEquals(expected, bySql.get(i).get(j), of);
        assertEquals(expected, byDuckDb.get(i).get(j), of);
      }
    }
    assertTrue(names.size() > 150, names.size() + " values and conditions");
    for (int j = 0; j < names.size(); j++) {
      int at = j;
      long answers = byJava.stream().map(row -> String.valueOf(row.get(at))).distinct().count();
      boolean constant = names.get(j).matches("true|(.* AND )?false( AND .*)?");
      assertTrue(
          answers > 1 || constant || !ofLatestYears.contains(names.get(j)),
          "always the same: " + names.get(j));
    }
  }

  static List<Books> books() {
    return Books.all();
  }

  /** Every column that judging adds, and every step of the trail. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("books")
  void onWholeAims(Books one) throws SQLException {
    RuleBook book = one.book();
    List<Map<String, Object>> rows =
        GeneratedAims.of(SEED + one.hashCode(), ROWS, one.edition(), one.reportYear());
    rows.forEach(row -> GeneratedAims.FLAGS.forEach(row::remove));
    rows.forEach(row -> row.remove(GeneratedAims.YEAR));
    Dataset<Row> frame = frame(rows);
    duckDb.aims(frame);
    List<String> columns = new ArrayList<>(List.of("aim_id", Judging.REPORT_TYPE));
    columns.addAll(book.judging().judged());

    Map<List<Object>, Map<String, Object>> byJava = new LinkedHashMap<>();
    for (Map<String, Object> row : rows) {
      for (JudgedAim judged : book.judge(row::get)) {
        Map<String, Object> all = new TreeMap<>();
        columns.forEach(column -> all.put(column, judged.value(column)));
        all.put("trail", judged.trail().stream().map(EvaluatorsAgreeTest::told).toList());
        byJava.put(List.of(row.get("aim_id"), judged.reportType()), all);
      }
    }
    Dataset<Row> judged = book.judge(frame);
    Map<List<Object>, Map<String, Object>> bySpark = new LinkedHashMap<>();
    for (Row row : judged.select(selected(columns, book.trail().as("trail"))).collectAsList()) {
      RowValues values = new RowValues(row);
      Map<String, Object> all = new TreeMap<>();
      columns.forEach(column -> all.put(column, values.value(column)));
      all.put(
          "trail",
          ((Collection<?>) values.value("trail")).stream().map(it -> told((Row) it)).toList());
      bySpark.put(List.of(row.get(0), row.get(1)), all);
    }
    Map<List<Object>, Map<String, Object>> byDuckDb = new LinkedHashMap<>();
    for (Map<String, Object> row :
        duckDb.rows(
            "SELECT %s, %s AS trail FROM (%s)"
                .formatted(
                    String.join(", ", columns),
                    DuckDbSql.trail(book),
                    DuckDbSql.judged(book, "aim")))) {
      byDuckDb.put(List.of(row.get("aim_id"), row.get(Judging.REPORT_TYPE)), new TreeMap<>(row));
    }
    assertSame(byJava, bySpark);
    assertSame(byJava, byDuckDb);
    assertTrue(byJava.size() > ROWS / 4, byJava.size() + " aims counted");
  }

  private static void assertSame(
      Map<List<Object>, Map<String, Object>> expected,
      Map<List<Object>, Map<String, Object>> found) {
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach(
        (aim, judged) ->
            judged.forEach(
                (column, value) ->
                    assertEquals(value, found.get(aim).get(column), column + " of " + aim)));
  }

  private static String told(Tried tried) {
    return told(tried.rule().id(), tried.held(), tried.reads());
  }

  private static String told(Row tried) {
    Map<String, String> reads = new TreeMap<>(tried.getJavaMap(2));
    reads.remove("");
    return told(tried.getString(0), tried.getBoolean(1), reads);
  }

  /** As {@link DuckDbSql#trail} tells it. */
  private static String told(String rule, boolean held, Map<String, String> reads) {
    return new TreeMap<>(reads)
        .entrySet().stream()
            .map(
                it ->
                    " %s=%s"
                        .formatted(it.getKey(), it.getValue() == null ? "nothing" : it.getValue()))
            .collect(joining("", rule + " " + held, ""));
  }

  private static void add(Map<String, Value> asked, Value value) {
    asked.putIfAbsent(value.by(new Sql()), value);
  }

  private static Column[] selected(List<String> columns, Column more) {
    return Stream.concat(columns.stream().map(name -> col(name)), Stream.of(more))
        .toArray(Column[]::new);
  }

  private static List<List<String>> texts(Dataset<Row> frame, List<Column> columns) {
    return frame.orderBy("no").select(columns.toArray(Column[]::new)).collectAsList().stream()
        .map(row -> IntStream.range(0, row.length()).mapToObj(row::getString).toList())
        .toList();
  }

  /** Rows of {@code aim}, numbered, with what they have of the judged ones. */
  private static Dataset<Row> frame(List<Map<String, Object>> rows) {
    StructType schema = Tables.AIM.schema().add("no", DataTypes.IntegerType, false);
    for (String flag : GeneratedAims.FLAGS) {
      if (rows.get(0).containsKey(flag)) {
        schema = schema.add(flag, DataTypes.BooleanType, false);
      }
    }
    if (rows.get(0).containsKey(GeneratedAims.YEAR)) {
      schema = schema.add(GeneratedAims.YEAR, DataTypes.IntegerType);
    }
    List<Row> numbered = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Map<String, Object> all = new LinkedHashMap<>(row);
      all.put("no", numbered.size());
      numbered.add(
          RowFactory.create(
              Arrays.stream(schema.fieldNames())
                  .map(all::get)
                  .map(EvaluatorsAgreeTest::plain)
                  .toArray()));
    }
    return spark().createDataFrame(numbered, schema);
  }

  private static Object plain(Object value) {
    if (value instanceof LocalDate day) {
      return Date.valueOf(day);
    }
    return value instanceof List<?> list ? list.toArray() : value;
  }
}

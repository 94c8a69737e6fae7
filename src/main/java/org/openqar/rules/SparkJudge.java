package org.openqar.rules;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Judges all aims on Spark. Each step of {@link Judging} is one projection. */
final class SparkJudge {
  private static final SparkColumns COLUMNS = new SparkColumns();

  private final RuleBook book;
  private final Judging judging;

  SparkJudge(RuleBook book, Judging judging) {
    this.book = book;
    this.judging = judging;
  }

  Dataset<Row> judge(Dataset<Row> aims) {
    List<Column> counted = columns(aims);
    counted.add(explode(judging.reportTypes().by(COLUMNS)).as(Judging.REPORT_TYPE));
    Dataset<Row> judged = select(aims, counted);
    for (Map<String, Value> step : judging.steps()) {
      List<Column> columns = columns(judged);
      step.forEach((name, value) -> columns.add(value.by(COLUMNS).as(name)));
      judged = select(judged, columns);
    }
    return select(
        judged,
        Stream.of(
                Arrays.stream(aims.columns()),
                Stream.of(Judging.REPORT_TYPE),
                judging.judged().stream())
            .flatMap(names -> names)
            .map(name -> col(name))
            .toList());
  }

  Column trail() {
    return array_compact(
        array(
            book.rules().stream()
                .map(
                    rule ->
                        when(
                            judging.isOfReportType(rule).by(COLUMNS),
                            struct(
                                lit(rule.id()).as("rule"),
                                book.condition(rule).by(COLUMNS).as("held"),
                                reads(rule).as("reads"))))
                .toArray(Column[]::new)));
  }

  private Column reads(Rule rule) {
    Column[] pairs =
        book.condition(rule).reads().stream()
            .flatMap(term -> Stream.of(lit(term.name()), term.value().by(COLUMNS).cast("string")))
            .toArray(Column[]::new);
    return pairs.length == 0
        ? map(lit(""), lit("")).cast("map<string,string>")
        : map(pairs).cast("map<string,string>");
  }

  private static List<Column> columns(Dataset<Row> frame) {
    List<Column> columns = new ArrayList<>();
    Arrays.stream(frame.columns()).forEach(name -> columns.add(col(name)));
    return columns;
  }

  private static Dataset<Row> select(Dataset<Row> frame, List<Column> columns) {
    return frame.select(columns.toArray(Column[]::new));
  }
}

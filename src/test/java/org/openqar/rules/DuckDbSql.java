package org.openqar.rules;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The same rules in DuckDB's SQL: a second engine, to compare with and to measure beside. */
public final class DuckDbSql extends Sql {
  /** The aims that a report type counts, judged, with all that {@link RuleBook#judge} adds. */
  public static String judged(RuleBook book, String aims) {
    Judging judging = book.judging();
    DuckDbSql sql = new DuckDbSql();
    String query =
        "SELECT *, unnest(%s) AS %s FROM %s"
            .formatted(judging.reportTypes().by(sql), Judging.REPORT_TYPE, aims);
    for (Map<String, Value> step : judging.steps()) {
      query =
          step.entrySet().stream()
              .map(column -> "%s AS %s".formatted(column.getValue().by(sql), column.getKey()))
              .collect(joining(", ", "SELECT *, ", " FROM (" + query + ")"));
    }
    return query;
  }

  /**
   * The trail of a judged row as a list of texts, one a rule: its id, its verdict, then each term
   * with its value, by name.
   */
  static String trail(RuleBook book) {
    DuckDbSql sql = new DuckDbSql();
    List<String> tried = new ArrayList<>();
    for (Rule rule : book.rules()) {
      Condition condition = book.condition(rule);
      String parts =
          condition.reads().stream()
              .sorted(Comparator.comparing(Term::name))
              .map(
                  term ->
                      " || ' %s=' || coalesce(CAST(%s AS VARCHAR), 'nothing')"
                          .formatted(term.name(), "(" + term.value().by(sql) + ")"))
              .collect(joining());
      tried.add(
          "CASE WHEN %s THEN '%s ' || CAST((%s) AS VARCHAR)%s END"
              .formatted(
                  book.judging().isOfReportType(rule).by(sql),
                  rule.id(),
                  condition.by(sql),
                  parts));
    }
    return present(String.join(", ", tried));
  }

  @Override
  public String smallestIn(Value.SmallestIn smallest) {
    return call("list_min", List.of(smallest.list()));
  }

  @Override
  public String largestIn(Value.LargestIn largest) {
    return call("list_max", List.of(largest.list()));
  }

  @Override
  public String sizeOf(Value.SizeOf size) {
    return call("len", List.of(size.list()));
  }

  @Override
  public String contains(Value.Contains contains) {
    return call("list_contains", List.of(contains.list(), contains.element()));
  }

  @Override
  public String daysBetween(Value.DaysBetween between) {
    return "date_diff('day', %s, %s)".formatted(between.from().by(this), between.to().by(this));
  }

  @Override
  public String daysAfter(Value.DaysAfter after) {
    return "CAST(%s + %d AS DATE)".formatted(after.day().by(this), after.days());
  }

  @Override
  public String monthsAfter(Value.MonthsAfter after) {
    return "CAST(%s + to_months(%d) AS DATE)".formatted(after.day().by(this), after.months());
  }

  @Override
  public String academicYearOf(Value.AcademicYearOf year) {
    return "CAST(" + super.academicYearOf(year) + " AS INT)";
  }

  @Override
  public String texts(Value.Texts texts) {
    return present(texts.among().stream().map(text -> text.by(this)).collect(joining(", ")));
  }

  @Override
  public String text(Value.Text text) {
    return super.text(text).replace(" AS STRING)", " AS VARCHAR)");
  }

  @Override
  public String wholeNumber(Value.WholeNumber number) {
    return "TRY_CAST(%s AS INT)".formatted(number.text().by(this));
  }

  @Override
  public String at(Value.At at) {
    return "%s[%d]".formatted(at.list().by(this), at.place() + 1);
  }

  @Override
  public String wholeYears(Value.WholeYears years) {
    return "CAST(" + super.wholeYears(years) + " AS INT)";
  }

  @Override
  public String overlaps(Condition.Overlaps overlaps) {
    return "coalesce(list_has_any(%s, [%s]), false)"
        .formatted(overlaps.list().value().by(this), constants(overlaps.values()));
  }

  private static String present(String texts) {
    return "list_filter([" + texts + "], lambda text: text IS NOT NULL)";
  }
}

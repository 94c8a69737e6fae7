package org.openqar.reports.show;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.openqar.messages.UserException;
import org.openqar.reports.TextTable;
import org.openqar.tables.Filter;
import org.openqar.tables.Rows;
import org.openqar.tables.Table;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;

/** The answer to a question, laid out for a terminal. */
public final class Showing {
  /** A table with more rows is not sorted unless somebody asks for it. */
  private static final long SORTED_UNASKED = 200_000;

  private final TableReader reader;
  private final int width;

  /**
   * @param width the most characters of a line, unless one column alone needs more
   */
  public Showing(TableReader reader, int width) {
    this.reader = reader;
    this.width = width;
  }

  /** Lists the views and tables. */
  public static String names() {
    TextTable views = new TextTable("view", "what it shows");
    View.ALL.forEach(view -> views.row(view.name(), view.about()));
    TextTable tables = new TextTable("table", "what one row is");
    Tables.ALL.forEach(table -> tables.row(table.name(), table.grain()));
    return "Show one with ./qar show NAME; ./qar show --help has examples.\n\n%s\n%s"
        .formatted(views, tables);
  }

  /**
   * Identifies the rows of one run.
   *
   * @param edition the edition, by its name in the tables
   * @param reportYear R
   */
  public record RunOf(String edition, int reportYear) {}

  /**
   * Returns the edition and report year of the newest run.
   *
   * @throws UserException if there is no run
   */
  public RunOf newestRun() {
    return reader
        .list(Tables.RUN, List.of("finished_at", "edition", "report_year"), Filter.all())
        .stream()
        .max(Comparator.comparing(run -> run.getTimestamp(0)))
        .map(run -> new RunOf(run.getString(1), run.getInt(2)))
        .orElseThrow(() -> UserException.failed("There is no run yet: start one with ./qar run"));
  }

  /**
   * Returns the rows as text, under a heading that says which rows they are.
   *
   * @param run the run whose rows to show unless the question asks for others
   * @throws UserException if no run has written the table
   */
  public String of(Question question, RunOf run) {
    List<RowCondition> conditions = question.conditions(run.edition(), run.reportYear());
    Found found = found(question, question.filter(conditions));
    StringBuilder text = new StringBuilder(question.name());
    if (!conditions.isEmpty()) {
      text.append(
          conditions.stream().map(RowCondition::toString).collect(joining(", ", " where ", "")));
    }
    text.append('\n');
    if (found.rows().isEmpty()) {
      return text.append("  no rows\n").toString();
    }
    boolean whole = question.columns().isEmpty() && found.rows().size() == 1;
    text.append(
        whole
            ? oneBelowAnother(question.table(), found)
            : besideEachOther(question, conditions, found));
    return text.append(howMany(found)).toString();
  }

  /**
   * @param all the number of all rows; empty if they were not counted
   */
  private record Found(List<Row> rows, Optional<Long> all, Map<Integer, String> names) {
    Object value(Row row, String column) {
      return column.equals(ShownColumns.PROVIDER_NAME)
          ? names.get(row.<Integer>getAs(ShownColumns.UKPRN))
          : row.getAs(column);
    }
  }

  private Found found(Question question, Filter filter) {
    List<Order> order = order(question);
    List<String> columns = read(question, order);
    List<Row> rows = new ArrayList<>();
    long all = 0;
    try (Rows some = reader.read(question.table(), columns, filter)) {
      if (order.isEmpty()) {
        while (rows.size() < question.limit() && some.hasNext()) {
          rows.add(some.next());
        }
        return new Found(
            rows,
            some.hasNext() ? Optional.empty() : Optional.of((long) rows.size()),
            names(question));
      }
      // The queue has the worst of the best rows so far on top.
      PriorityQueue<Row> best = new PriorityQueue<>(Order.by(order).reversed());
      for (; some.hasNext(); all++) {
        best.add(some.next());
        if (best.size() > question.limit()) {
          best.remove();
        }
      }
      rows.addAll(best);
    }
    rows.sort(Order.by(order));
    return new Found(rows, Optional.of(all), names(question));
  }

  private List<Order> order(Question question) {
    Table table = question.table();
    if (!question.order().isEmpty()) {
      return question.order();
    }
    boolean few = reader.rows(table, Filter.all()).orElse(Long.MAX_VALUE) <= SORTED_UNASKED;
    return few ? table.key().stream().map(Order::of).toList() : List.of();
  }

  /** Returns the columns to show, sort and look up by; all columns if none is named. */
  private static List<String> read(Question question, List<Order> order) {
    if (question.columns().isEmpty()) {
      return question.table().columnNames();
    }
    Set<String> columns = new LinkedHashSet<>();
    question
        .columns()
        .forEach(
            name ->
                columns.add(name.equals(ShownColumns.PROVIDER_NAME) ? ShownColumns.UKPRN : name));
    order.forEach(one -> columns.add(one.column()));
    return List.copyOf(columns);
  }

  private Map<Integer, String> names(Question question) {
    Map<Integer, String> names = new HashMap<>();
    if (question.columns().contains(ShownColumns.PROVIDER_NAME) && reader.exists(Tables.PROVIDER)) {
      reader
          .list(Tables.PROVIDER, List.of("ukprn", "name"), Filter.all())
          .forEach(row -> names.put(row.getInt(0), row.getString(1)));
    }
    return names;
  }

  private String besideEachOther(Question question, List<RowCondition> conditions, Found found) {
    List<String> columns = shown(question, conditions);
    List<String> fitting = new ArrayList<>(columns);
    String text = laidOut(fitting, found);
    while (fitting.size() > 1 && text.lines().anyMatch(line -> line.length() > width)) {
      fitting.remove(fitting.size() - 1);
      text = laidOut(fitting, found);
    }
    List<String> left = columns.subList(fitting.size(), columns.size());
    return left.isEmpty()
        ? text
        : text + "Not shown, as they do not fit: %s.\n".formatted(String.join(", ", left));
  }

  /**
   * Leaves out columns that have the same value in every row because the question asked for it. The
   * heading gives the value.
   */
  private static List<String> shown(Question question, List<RowCondition> conditions) {
    if (question.namesColumns()) {
      return question.columns();
    }
    List<String> fixed =
        conditions.stream()
            .filter(one -> one.sign().equals("="))
            .map(RowCondition::column)
            .toList();
    List<String> columns =
        question.columns().isEmpty() ? question.table().columnNames() : question.columns();
    List<String> telling = columns.stream().filter(name -> !fixed.contains(name)).toList();
    return telling.isEmpty() ? columns : telling;
  }

  private static String laidOut(List<String> columns, Found found) {
    TextTable table = new TextTable(columns.toArray(String[]::new));
    for (Row row : found.rows()) {
      table.row(columns.stream().map(name -> ShownCell.brief(found.value(row, name))).toArray());
    }
    return table.toString();
  }

  private static String oneBelowAnother(Table table, Found found) {
    TextTable text = new TextTable("column", "value");
    Row row = found.rows().get(0);
    table.columnNames().forEach(name -> text.row(name, ShownCell.text(row.getAs(name))));
    return text.toString();
  }

  private static String howMany(Found found) {
    int shown = found.rows().size();
    return found
        .all()
        .map(
            all ->
                all > shown
                    ? "%d of %,d rows; --limit shows more.\n".formatted(shown, all)
                    : shown == 1 ? "1 row.\n" : "%d rows.\n".formatted(shown))
        .orElse("The first %d rows as they are stored; --sort sorts them all.\n".formatted(shown));
  }
}

package org.openqar.reports.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqar.messages.Nearest;
import org.openqar.messages.UserException;
import org.openqar.tables.Filter;
import org.openqar.tables.Table;
import org.openqar.tables.Tables;

/** A request to show rows, with its names checked. */
public final class Question {
  private final String name;
  private final Table table;
  private final Optional<View> view;
  private final boolean namesColumns;
  private final List<String> columns;
  private final List<RowCondition> asked;
  private final List<Order> order;
  private final int limit;

  /**
   * @param name the name of a view or a table
   * @param columns the columns to show; empty for those of the view, or all that fit
   * @param conditions conditions such as {@code COLUMN=VALUE}, also with {@code >=} or {@code <=};
   *     all must hold
   * @param order the columns to sort by, each followed by {@code :desc} if the greatest comes first
   * @param limit the most rows to show
   * @throws UserException if a table, a view or a column is unknown, or a condition is not valid
   */
  public Question(
      String name, List<String> columns, List<String> conditions, List<String> order, int limit) {
    this.name = name;
    this.view = View.ALL.stream().filter(one -> one.name().equals(name)).findFirst();
    this.table = view.map(View::table).orElseGet(() -> table(name));
    this.namesColumns = !columns.isEmpty();
    this.columns =
        (columns.isEmpty() ? view.map(View::columns).orElse(List.of()) : columns)
            .stream().map(column -> ShownColumns.known(table, column)).toList();
    this.asked = conditions.stream().map(RowCondition::of).toList();
    this.order =
        (order.isEmpty() ? view.map(View::order).orElse(List.of()) : order)
            .stream().map(Order::of).toList();
    this.limit = limit;
    asked.forEach(condition -> condition.filter(table));
    this.order.forEach(this::refuseUnsortable);
    if (limit < 1) {
      throw UserException.usage("--limit takes a number from 1; found %d.".formatted(limit));
    }
  }

  private static Table table(String name) {
    return Tables.ALL.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> views = View.ALL.stream().map(View::name).toList();
              List<String> tables = Tables.ALL.stream().map(Table::name).toList();
              return UserException.usage(
                  "There is no table or view %s.%s The views are %s; the tables are %s."
                      .formatted(
                          name,
                          Nearest.to(name, Stream.concat(views.stream(), tables.stream()).toList()),
                          String.join(", ", views),
                          String.join(", ", tables)));
            });
  }

  private void refuseUnsortable(Order one) {
    if (!Order.sorts(table.field(ShownColumns.stored(table, one.column())).type())) {
      throw UserException.usage(
          "Rows of %s cannot be sorted by %s, which holds lists.".formatted(table, one.column()));
    }
  }

  String name() {
    return name;
  }

  Table table() {
    return table;
  }

  /** Whether the user named the columns to show, rather than leaving them to the view. */
  boolean namesColumns() {
    return namesColumns;
  }

  /** Returns the columns asked for; empty for all columns. */
  List<String> columns() {
    return columns;
  }

  List<Order> order() {
    return order;
  }

  int limit() {
    return limit;
  }

  /**
   * Whether the table has rows of several runs. A question is about one run unless it asks for
   * others.
   */
  public boolean isOfOneRun() {
    return table.partitioning().containsAll(List.of("edition", "report_year"));
  }

  /**
   * Returns every condition: those asked for, and those of the view and the run on other columns.
   *
   * @param edition the edition whose rows to show
   * @param reportYear R
   */
  List<RowCondition> conditions(String edition, int reportYear) {
    List<RowCondition> all = new ArrayList<>();
    if (isOfOneRun()) {
      all.add(new RowCondition("edition", "=", edition));
      all.add(new RowCondition("report_year", "=", String.valueOf(reportYear)));
    }
    view.stream()
        .flatMap(one -> one.conditions().stream())
        .map(RowCondition::of)
        .map(
            one ->
                one.value().equals(View.REPORT_YEAR)
                    ? new RowCondition(one.column(), one.sign(), String.valueOf(reportYear))
                    : one)
        .forEach(all::add);
    all.removeIf(one -> asked.stream().anyMatch(other -> other.column().equals(one.column())));
    all.addAll(asked);
    return all;
  }

  Filter filter(List<RowCondition> conditions) {
    return conditions.stream()
        .map(condition -> condition.filter(table))
        .reduce(Filter.all(), Filter::and);
  }
}

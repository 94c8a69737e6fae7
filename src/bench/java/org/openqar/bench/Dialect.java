package org.openqar.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The conditions of the rule book in DuckDB's SQL: the same functions by other names. */
final class Dialect {
  /** Functions that differ in more than their names. */
  static final List<String> MACROS =
      List.of(
          "CREATE MACRO is_null(x) AS x IS NULL",
          "CREATE MACRO is_not_null(x) AS x IS NOT NULL",
          "CREATE MACRO days_between(later, earlier) AS date_diff('day', earlier, later)",
          "CREATE MACRO plus_days(day, days) AS CAST(day + days AS DATE)",
          "CREATE MACRO plus_months(day, months) AS CAST(day + to_months(months) AS DATE)",
          """
          CREATE MACRO whole_years(birth, day) AS date_diff('year', birth, day)
          - CASE WHEN month(day) * 100 + dayofmonth(day) < month(birth) * 100 + dayofmonth(birth)
          AND NOT (month(day) = month(birth) AND day = last_day(day) AND birth = last_day(birth))
          THEN 1 ELSE 0 END""");

  private static final Set<String> OPERATORS =
      Set.of("and", "or", "=", "<", "<=", ">", ">=", "+", "-");

  private static final Map<String, String> NAMES =
      Map.of(
          "isNull", "is_null",
          "isNotNull", "is_not_null",
          "datediff", "days_between",
          "date_add", "plus_days",
          "add_months", "plus_months",
          "transform", "list_transform",
          "filter", "list_filter",
          "array_min", "list_min",
          "array_max", "list_max",
          "size", "len");

  private final String text;
  private int at;

  private Dialect(String text) {
    this.text = text;
  }

  /**
   * @param sql as Spark tells a column, with operators before their operands
   */
  static String of(String sql) {
    String named = sql.replaceAll("\\b([a-z])_[0-9]+\\b", "$1");
    return new Dialect(named)
        .until("")
        .replaceAll("(?<!['0-9-])([0-9]{4}-[0-9]{2}-[0-9]{2})(?!['0-9])", "DATE '$1'");
  }

  /** Reads up to one of some characters outside brackets and quotes. */
  private String until(String ends) {
    StringBuilder read = new StringBuilder();
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      char c = text.charAt(at++);
      if (c == '\'') {
        int end = text.indexOf('\'', at);
        read.append(text, at - 1, end + 1);
        at = end + 1;
      } else if (c == '(') {
        String name = name(read.toString());
        read.setLength(read.length() - name.length());
        read.append(call(name, arguments()));
      } else {
        read.append(c);
      }
    }
    return read.toString();
  }

  /** The function or operator that a text ends with. */
  private static String name(String read) {
    return read.substring(
        read.replaceAll("([A-Za-z_][A-Za-z0-9_]*|[=<>!+-]+)$", "").length());
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    while (text.charAt(at) != ')') {
      arguments.add(until(",)").strip());
      if (text.charAt(at) == ',') {
        at++;
      }
    }
    at++;
    return arguments;
  }

  private static String call(String name, List<String> arguments) {
    String all = String.join(", ", arguments);
    if (OPERATORS.contains(name)) {
      return "(" + String.join(" " + name + " ", arguments) + ")";
    }
    return switch (name) {
      case "!" -> "(NOT " + all + ")";
      case "in" ->
          "(%s IN (%s))"
              .formatted(
                  arguments.get(0), String.join(", ", arguments.subList(1, arguments.size())));
      case "exists" -> "(len(list_filter(" + all + ")) > 0)";
      case "aggregate" -> sum(arguments);
      default -> NAMES.getOrDefault(name, name) + "(" + all + ")";
    };
  }

  /** {@code aggregate(list, 0, (x, y) -> (x + f(y)), x -> x)}. */
  private static String sum(List<String> arguments) {
    String step = arguments.get(2);
    String summed = "(x, y) -> (x + ";
    if (!step.startsWith(summed)) {
      throw new IllegalArgumentException("No sum: " + step);
    }
    return "coalesce(list_sum(list_transform(%s, y -> %s)), 0)"
        .formatted(arguments.get(0), step.substring(summed.length(), step.length() - 1));
  }
}

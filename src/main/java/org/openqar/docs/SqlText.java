package org.openqar.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * SQL as people write it, from the text of a Spark column, in which an operator stands before its
 * operands as a function does.
 */
final class SqlText {
  private static final Map<String, String> BETWEEN =
      Map.ofEntries(
          Map.entry("and", "AND"),
          Map.entry("or", "OR"),
          Map.entry("=", "="),
          Map.entry("<=>", "<=>"),
          Map.entry("<", "<"),
          Map.entry("<=", "<="),
          Map.entry(">", ">"),
          Map.entry(">=", ">="),
          Map.entry("+", "+"),
          Map.entry("-", "-"));

  private final String text;
  private int at;

  private SqlText(String text) {
    this.text = text;
  }

  /** The same with operators between their operands, and a line for each part of the whole. */
  static String of(String columnText) {
    String sql = new SqlText(columnText).until("");
    return sql.startsWith("(") && closes(sql) ? sql.substring(1, sql.length() - 1) : sql;
  }

  /** Whether the first bracket is closed by the last. */
  private static boolean closes(String sql) {
    return within(0, sql).equals(List.of(sql.length() - 1));
  }

  /** The places after which so many brackets are open. */
  private static List<Integer> within(int brackets, String sql) {
    List<Integer> places = new ArrayList<>();
    int open = 0;
    for (int i = 0; i < sql.length(); i++) {
      open += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
      if (open == brackets) {
        places.add(i);
      }
    }
    return places;
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
        String name = name(read);
        read.setLength(read.length() - name.length());
        read.append(call(name));
      } else {
        read.append(c);
      }
    }
    return read.toString();
  }

  /** The function or operator that the text ends with. */
  private static String name(CharSequence read) {
    String before = read.toString();
    return before.substring(before.replaceAll("([A-Za-z_][A-Za-z0-9_]*|[=<>!+-]+)$", "").length());
  }

  private String call(String name) {
    List<String> arguments = new ArrayList<>();
    while (at < text.length() && text.charAt(at) != ')') {
      arguments.add(until(",)").strip());
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
      }
    }
    at++;
    if (BETWEEN.containsKey(name) && arguments.size() == 2) {
      return joined(name, arguments);
    }
    if (name.equals("!") && arguments.size() == 1) {
      return "NOT " + arguments.get(0);
    }
    if (name.equals("in") && arguments.size() > 1) {
      return "%s IN (%s)"
          .formatted(
              arguments.get(0), arguments.stream().skip(1).collect(Collectors.joining(", ")));
    }
    return name + "(" + String.join(", ", arguments) + ")";
  }

  /** A chain of the same operator needs no brackets within. */
  private static String joined(String name, List<String> arguments) {
    String operator = " " + BETWEEN.get(name) + " ";
    if (name.equals("-") && isSum(arguments.get(1))) {
      return arguments.get(0) + operator + "(" + arguments.get(1) + ")";
    }
    if (!name.equals("and") && !name.equals("or")) {
      return String.join(operator, arguments);
    }
    String left = arguments.get(0);
    String chained =
        left.startsWith("(") && closes(left) && onlyJoins(left, BETWEEN.get(name))
            ? left.substring(1, left.length() - 1)
            : left;
    return "(" + chained + operator + arguments.get(1) + ")";
  }

  /** Whether something is added or subtracted outside brackets. */
  private static boolean isSum(String sql) {
    return within(0, sql).stream()
        .anyMatch(at -> sql.startsWith(" + ", at) || sql.startsWith(" - ", at));
  }

  /** Whether the words between the operands within the outermost brackets are all this one. */
  private static boolean onlyJoins(String bracketed, String operator) {
    String other = operator.equals("AND") ? " OR " : " AND ";
    return within(1, bracketed).stream().noneMatch(at -> bracketed.startsWith(other, at));
  }
}

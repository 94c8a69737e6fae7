package org.openqar.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqar.csv.CsvReader.Line;
import org.openqar.messages.UserException;

/** Finds the meaning of each column of a file from its header and the layout. */
final class ImportHeader {
  private final String file;
  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<Integer, List<String>> constants = new LinkedHashMap<>();

  /**
   * @param yearGiven whether the command gives the year, so that the file needs no column for it
   * @throws UserException if a column is unknown, occurs twice or is missing
   */
  ImportHeader(String file, Layout layout, Line line, boolean yearGiven) {
    this.file = file;
    this.names = List.of(line.cells());
    Map<String, String> ours = new HashMap<>();
    columns(layout)
        .forEach(
            column -> layout.headers(column).forEach(name -> ours.put(Layout.plain(name), column)));
    Map<String, List<String>> constant = new HashMap<>();
    layout.constants().forEach((name, values) -> constant.put(Layout.plain(name), values));
    List<String> ignored = layout.ignored().stream().map(Layout::plain).toList();
    for (int i = 0; i < names.size(); i++) {
      String plain = Layout.plain(names.get(i));
      if (ours.containsKey(plain)) {
        Integer other = places.putIfAbsent(ours.get(plain), i);
        if (other != null) {
          throw refused(
              line,
              i,
              "holds %s, and so does column %d; leave one out, or name it under ignored in a mapping file"
                  .formatted(ours.get(plain), other + 1));
        }
      } else if (constant.containsKey(plain)) {
        constants.put(i, constant.get(plain));
      } else if (!ignored.contains(plain)) {
        throw refused(
            line,
            i,
            "is not a column that layout %s knows; name it in a mapping file under columns, other-filters or ignored"
                .formatted(layout.name()));
      }
    }
    columns(layout)
        .filter(column -> !places.containsKey(column) && !layout.optional().contains(column))
        .filter(column -> !(yearGiven && column.equals(Layout.YEAR)))
        .findFirst()
        .ifPresent(column -> refuseWithout(column, layout));
    if (places.containsKey(Layout.YEAR) == yearGiven) {
      throw UserException.failed(
          yearGiven
              ? "%s has a column of the year: leave --year out.".formatted(file)
              : "%s has no column of the year: give it with --year.".formatted(file));
    }
  }

  /**
   * Refuses a header that does not match the layout, and says which other layouts match.
   *
   * @throws UserException as the constructor does
   */
  static void check(String file, Layout layout, Line line, boolean yearGiven, LayoutChoice others) {
    try {
      new ImportHeader(file, layout, line, yearGiven);
    } catch (UserException e) {
      throw UserException.failed(e.getMessage() + others.beside(layout, List.of(line.cells())));
    }
  }

  /** The columns of {@code published_rate} that a layout can supply. */
  static Stream<String> columns(Layout layout) {
    return Stream.concat(
        layout.columns().keySet().stream(), layout.otherFilters().keySet().stream());
  }

  private void refuseWithout(String column, Layout layout) {
    throw UserException.failed(
        "%s, line 1: no column gives %s, which layout %s knows as %s; give its name in a mapping file under %s."
            .formatted(
                file,
                column,
                layout.name(),
                layout.headers(column).stream()
                    .map("'%s'"::formatted)
                    .collect(Collectors.joining(" or ")),
                layout.columns().containsKey(column) ? "columns" : "other-filters"));
  }

  /** Returns the number of columns in the file. */
  int size() {
    return names.size();
  }

  /** Whether the file has one of our columns. */
  boolean has(String column) {
    return places.containsKey(column);
  }

  /** Returns the value of a line in one of our columns, which the file must have. */
  String cell(Line line, String column) {
    return line.cells()[places.get(column)];
  }

  /**
   * @throws UserException if a line has too few or too many cells, or a constant column has a value
   *     that the layout does not allow
   */
  void check(Line line) {
    if (line.cells().length != size()) {
      throw UserException.failed(
          "%s, line %d: it has %d cells, but the header has %d; correct it."
              .formatted(file, line.number(), line.cells().length, size()));
    }
    constants.forEach(
        (place, values) -> {
          String found = line.cells()[place];
          if (values.stream().noneMatch(found::equalsIgnoreCase)) {
            throw refused(
                line, place, "'%s' is none of %s".formatted(found, String.join(", ", values)));
          }
        });
  }

  /** Returns the refusal of a cell. */
  UserException refused(Line line, String column, String why) {
    return refused(line, places.get(column), why);
  }

  private UserException refused(Line line, int place, String why) {
    return UserException.failed(
        "%s, line %d, column %d (%s): %s."
            .formatted(file, line.number(), place + 1, names.get(place), why));
  }
}

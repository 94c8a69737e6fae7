package org.openqar.imports;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openqar.messages.UserException;

/** Finds the layout of a file from its header. */
final class LayoutChoice {
  private final List<Layout> known;

  /**
   * @param known all layouts
   */
  LayoutChoice(List<Layout> known) {
    this.known = known;
  }

  /**
   * Returns the layout of a header. The layout must know every column of the header, and the header
   * must have every column that the layout needs. If several layouts qualify, the one that finds
   * most of its own columns wins.
   *
   * @throws UserException if no layout qualifies, naming the nearest and what it misses, or if
   *     several qualify equally
   */
  Layout of(String file, List<String> names) {
    List<Misfit> fitting = fitting(names);
    if (fitting.isEmpty()) {
      Misfit nearest = misfits(names).min(Misfit.BEST_FIRST).orElseThrow();
      throw UserException.failed(
          "%s, line 1: no layout has these columns. The nearest is %s: %s. The layouts are %s; give the columns their names in a mapping file, with --layout %s --mapping FILE."
              .formatted(
                  file, nearest.layout().name(), nearest.told(), names(), nearest.layout().name()));
    }
    List<Misfit> best =
        fitting.stream().filter(one -> one.absent() == fitting.get(0).absent()).toList();
    if (best.size() > 1) {
      throw UserException.failed(
          "%s, line 1: the layouts %s have these columns: say which it is with --layout."
              .formatted(
                  file, best.stream().map(one -> one.layout().name()).collect(joining(", "))));
    }
    return best.get(0).layout();
  }

  /** Returns what to add when the given layout refuses the columns; may be empty. */
  String beside(Layout given, List<String> names) {
    if (Misfit.of(given, names).size() == 0) {
      return "";
    }
    List<Misfit> fitting = fitting(names);
    return fitting.isEmpty()
        ? " The layouts are %s.".formatted(names())
        : " Layout %s has these columns.".formatted(fitting.get(0).layout().name());
  }

  private String names() {
    return known.stream().map(Layout::name).collect(joining(", "));
  }

  /** Returns the candidates, the best first. */
  private List<Misfit> fitting(List<String> names) {
    return misfits(names).filter(one -> one.size() == 0).sorted(Misfit.BEST_FIRST).toList();
  }

  private Stream<Misfit> misfits(List<String> names) {
    return known.stream().map(layout -> Misfit.of(layout, names));
  }

  /**
   * The differences between a header and a layout.
   *
   * @param missing columns of ours that the header lacks
   * @param unknown columns that the layout does not know
   * @param absent the number of optional columns that the header lacks
   */
  private record Misfit(Layout layout, List<String> missing, List<String> unknown, int absent) {
    static final Comparator<Misfit> BEST_FIRST =
        Comparator.comparingInt(Misfit::size).thenComparingInt(Misfit::absent);

    static Misfit of(Layout layout, List<String> names) {
      List<String> plain = names.stream().map(Layout::plain).toList();
      List<String> missing = new ArrayList<>();
      int absent = 0;
      for (String column : ImportHeader.columns(layout).toList()) {
        boolean there =
            layout.headers(column).stream().map(Layout::plain).anyMatch(plain::contains);
        // If no column gives the year, the import asks for it.
        if (!there && (layout.optional().contains(column) || column.equals(Layout.YEAR))) {
          absent++;
        } else if (!there) {
          missing.add(column);
        }
      }
      List<String> known =
          Stream.of(
                  ImportHeader.columns(layout).flatMap(column -> layout.headers(column).stream()),
                  layout.constants().keySet().stream(),
                  layout.ignored().stream())
              .flatMap(each -> each)
              .map(Layout::plain)
              .toList();
      return new Misfit(
          layout,
          missing,
          names.stream().filter(name -> !known.contains(Layout.plain(name))).toList(),
          absent);
    }

    int size() {
      return missing.size() + unknown.size();
    }

    String told() {
      List<String> told = new ArrayList<>();
      if (!missing.isEmpty()) {
        told.add(
            "no column gives "
                + missing.stream()
                    .map(
                        column ->
                            "%s (%s)".formatted(column, quoted(layout.headers(column), " or ")))
                    .collect(joining(", ")));
      }
      if (!unknown.isEmpty()) {
        told.add("it does not know %s".formatted(quoted(unknown, ", ")));
      }
      return String.join("; ", told);
    }

    private static String quoted(List<String> names, String between) {
      return names.stream().map("'%s'"::formatted).collect(joining(between));
    }
  }
}

package org.openqar.docs;

import static org.openqar.docs.Markdown.code;
import static org.openqar.docs.Markdown.codes;
import static org.openqar.docs.Markdown.head;
import static org.openqar.docs.Markdown.row;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openqar.breakdowns.Breakdown;
import org.openqar.breakdowns.Breakdowns;
import org.openqar.breakdowns.Case;
import org.openqar.breakdowns.Dimension;
import org.openqar.breakdowns.FileColumn;
import org.openqar.breakdowns.Reach;

/** Every breakdown with its values, from its declaration. */
final class BreakdownsPage {
  private BreakdownsPage() {}

  static String text() {
    StringBuilder page = new StringBuilder(Markdown.title("Breakdowns"));
    page.append(
        """
        This page lists the breakdowns of counts and rates. A breakdown is a column of `qar_aim`, and a `dimension` of every table of counts.
        An aim has the value of the first case that holds. The job reads codes by the list of the year of the return.

        | reach | meaning |
        | --- | --- |
        | published | means the same everywhere, as in the Department's tables; the job compares, ranks and publishes rates by it |
        | national | means the same everywhere; the job compares and ranks providers by it, but nobody publishes rates by it |
        | own | has a meaning only within one provider; no national table has it, and no rank uses it |

        """);
    page.append(head("breakdown", "what it is", "reach", "about", "within", "in published files"));
    Breakdowns.ALL.forEach(one -> page.append(summary(one)));
    page.append(
        "\nThere are also `total` and the crossed breakdowns, whose cells combine two: %s.\n"
            .formatted(codes(crossed())));
    page.append(
        "\nThe search for similar providers compares size, type and region, and the mix of %s.\n"
            .formatted(
                codes(
                    Breakdowns.ALL.stream()
                        .filter(one -> one.likeness().isPresent())
                        .map(Breakdown::name)
                        .toList())));
    Breakdowns.ALL.forEach(one -> page.append(values(one)));
    return page.toString();
  }

  private static String summary(Breakdown one) {
    return row(
        "[%s](#%s)".formatted(code(one.name()), one.name()),
        one.label(),
        one.reach().label(),
        one.about().label(),
        codes(one.within().stream().map(Breakdown::name).toList()),
        codes(one.inFiles().stream().map(FileColumn::name).toList()));
  }

  private static List<String> crossed() {
    return Dimension.reaching(Reach.OWN).stream()
        .filter(one -> one.breakdowns().size() > 1)
        .map(Dimension::name)
        .toList();
  }

  private static String values(Breakdown one) {
    StringBuilder text =
        new StringBuilder("\n### %s\n\n%s.\n\n".formatted(one.name(), one.label()));
    text.append(head("value", "aims"));
    for (Case value : one.cases()) {
      text.append(
          row(
              value.isFixed() ? code(value.words()) : Markdown.plain(value.words()),
              Markdown.plain(value.isOfTheRest() ? rest(one) : value.when().text())));
    }
    one.unknownOf().ifPresent(which -> text.append(row(code(Breakdown.UNKNOWN), which)));
    one.absentOf().ifPresent(which -> text.append(row("none (in no cell)", which)));
    for (FileColumn column : one.inFiles()) {
      if (!column.items().isEmpty()) {
        text.append(
            "\nIn published files, column %s: %s.\n"
                .formatted(
                    code(column.name()),
                    column.items().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(item -> "%s for %s".formatted(item.getValue(), code(item.getKey())))
                        .collect(Collectors.joining("; "))));
      }
    }
    return text.toString();
  }

  private static String rest(Breakdown one) {
    return one.cases().size() == 1 ? "all aims with a known value" : "all others";
  }
}

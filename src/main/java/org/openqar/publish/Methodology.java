package org.openqar.publish;

import java.util.List;
import java.util.stream.Collectors;
import org.openqar.calendar.AcademicYear;
import org.openqar.publish.Publication.Written;
import org.openqar.rules.Edition;
import org.openqar.rules.Kind;
import org.openqar.rules.ReportType;
import org.openqar.rules.Rule;
import org.openqar.rules.RuleBook;

/** Explains how the published figures were made, from the rule book that made them. */
final class Methodology {
  private final Edition edition;
  private final int reportYear;
  private final RuleBook book;
  private final Policy policy;
  private final boolean fillsAbsent;
  private final Provenance provenance;
  private final StringBuilder page = new StringBuilder();

  Methodology(
      Edition edition,
      int reportYear,
      RuleBook book,
      Policy policy,
      boolean fillsAbsent,
      Provenance provenance) {
    this.edition = edition;
    this.reportYear = reportYear;
    this.book = book;
    this.policy = policy;
    this.fillsAbsent = fillsAbsent;
    this.provenance = provenance;
  }

  /**
   * Returns the page for some files.
   *
   * @param written the files, with how much of each is hidden
   */
  String of(List<DataFile> files, List<Written> written) {
    page.append("# How these qualification achievement rates were made\n\n");
    basis();
    measures();
    files(files, written);
    scope();
    for (ReportType type : book.reportTypes()) {
      List<String> measures =
          files.stream()
              .filter(file -> file.reportType().equals(type.name()))
              .map(DataFile::measure)
              .toList();
      if (!measures.isEmpty()) {
        rules(type, measures.contains("timely"));
      }
    }
    disclosure();
    missing();
    return page.toString();
  }

  private void basis() {
    page.append(
        """
        | | |
        | --- | --- |
        | Rule set | edition %s: %s |
        | What is special in it | %s |
        | Latest year reported | %s |
        | Fingerprint of the rules | `%s` |
        | Run | `%s`, finished %s, OpenQAR %s |
        | Disclosure control | policy `%s` |

        One rule set is applied to all years. The figures come from the providers' final Individualised Learner Record (ILR) returns.
        `National` in the column `geographic_level` is the format's word for all providers together whose returns were read; they are the
        nation only where these are the returns of every provider.

        """
            .formatted(
                edition.edition(),
                edition.title(),
                edition.special(),
                new AcademicYear(reportYear),
                or(provenance.ruleFingerprint(), book.fingerprint()),
                or(provenance.runId(), "not recorded"),
                or(provenance.finishedAt(), "at a time not recorded"),
                or(provenance.softwareVersion(), "of a version not recorded"),
                policy.name()));
  }

  private static String or(String text, String otherwise) {
    return text == null || text.isEmpty() ? otherwise : text;
  }

  private void measures() {
    page.append(
        """
        ## What is counted

        An aim is one learner's aim at one provider, matched through all returns. In the overall measure it counts in its hybrid end year,
        the latest of the years in which it was planned to end, ended, was achieved and was reported as ended; it is then a **leaver**.
        A leaver who completed the learning is a **completer**, one who achieved the qualification an **achiever**.

        - Achievement rate: achievers of leavers.
        - Retention rate: completers of leavers.
        - Pass rate: achievers of completers.

        The timely measure counts an aim in the year in which it was planned to end, and asks who achieved in time; it has an achievement
        rate only, and files of its own.

        """);
  }

  private void files(List<DataFile> files, List<Written> written) {
    page.append(
        "## Files\n\n| file | years | filters | rows | hidden |\n| --- | --- | --- | --- | --- |\n");
    for (DataFile file : files) {
      page.append(
          "| `%s` | %s to %s | %s | %s |\n"
              .formatted(
                  file.csv(),
                  new AcademicYear(file.firstYear()),
                  new AcademicYear(file.lastYear()),
                  file.filters().stream()
                      .map(filter -> "`" + filter.column() + "`")
                      .collect(Collectors.joining(", ")),
                  written.stream()
                      .filter(one -> one.file().equals(file.csv()))
                      .map(one -> "%d | %s %%".formatted(one.rows(), one.share()))
                      .collect(Collectors.joining())));
    }
    page.append(
        """

        `Total` stands in a filter that a row is not broken down by, so a sum over a column counts twice unless every filter is pinned.
        A provider's rows are in a file of its level alone. %s Cells whose place
        or characteristic is not known are called `Unknown`, or `Not available` with code `x` for a region.

        """
            .formatted(
                fillsAbsent
                    ? "If the nation has a combination and a provider or a type of provider lacks it, its cell is filled with `low`, which means 0 to %d."
                        .formatted(policy.low() - 1)
                    : "If a combination has no row, nobody is in its cohort."));
  }

  /** States the provision that the figures cover, where an edition can differ (8.10, 9.29b). */
  private void scope() {
    Edition.Education education = edition.education();
    page.append(
        """
        ## Whose learning is counted

        - Apprenticeships: FundModel %s. Foundation apprenticeships are %s, apprenticeship units (FundModel 39) are %s.
        - Education and training: FundModel %s, and FundModel %s %s.
        - T Levels and their foundation years (ProgType 30 and 31) are %s.
        - Aims under any other FundModel are in no figure, but for traineeships, which count under each.

        """
            .formatted(
                listed(edition.scope().apprenticeshipFundModels().value()),
                edition.exclusions().foundation().value() ? "left out" : "counted",
                edition.scope().apprenticeshipUnits().value() ? "counted" : "left out",
                listed(education.fundModels().value()),
                listed(education.loanFundModels().value()),
                education.nonFunded().value()
                    ? "whether a loan pays for it or nobody does, as in statistics of all funded and unfunded aims"
                    : "where an advanced learner loan pays for it; what nobody pays for is left out, which statistics of all funded and unfunded aims count",
                education.tLevels().value() ? "counted as courses" : "in no figure"));
  }

  private static String listed(List<Integer> codes) {
    return codes.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private void rules(ReportType type, boolean timely) {
    page.append("## Rules of %s\n".formatted(type.title()));
    for (Kind kind : Kind.values()) {
      List<Rule> ofKind =
          type.rules().stream()
              .filter(rule -> rule.kind() == kind)
              .filter(rule -> rule.inForce().include(edition.year()))
              .toList();
      if (!ofKind.isEmpty() && (timely || kind != Kind.TIMELY)) {
        page.append("\n%s\n\n".formatted(heading(kind)));
        ofKind.forEach(
            rule ->
                page.append(
                    "- **%s** (`%s`). %s Source: %s.\n"
                        .formatted(
                            rule.label(),
                            rule.id(),
                            rule.because(),
                            rule.clause().toString().replaceFirst("\\.$", ""))));
      }
    }
    page.append('\n');
  }

  private static String heading(Kind kind) {
    return switch (kind) {
      case SCOPE -> "Aims in scope: those that meet one of these.";
      case OVERDUE -> "Aims treated as withdrawn because of a missing return record:";
      case END_YEAR -> "Which years can be the hybrid end year; the latest counts:";
      case OUTCOME -> "Who completed and who achieved:";
      case EXCLUSION -> "Aims excluded from the cohort:";
      case TIMELY -> "Aims that count in the timely measure:";
    };
  }

  private void disclosure() {
    page.append("## Rounding, symbols and what is hidden\n\n");
    page.append(
        policy.base() == 1
            ? "Counts are exact: nothing is rounded and nothing is hidden. These files are for people who may see them.\n"
            : "Counts are rounded to the nearest %d, halves up. ".formatted(policy.base()));
    if (policy.low() > 0) {
      page.append(
          "A count from 1 to %d is `low`. Rates are computed from the counts before rounding, with one decimal; a rate is `x` if its numerator or denominator is below %d, a numerator of 0 included. So no rate of 0 is shown, but a rate of 100 is. A rate under 0.5 is `low`.\n"
              .formatted(policy.low() - 1, policy.low()));
    }
    if (policy.ratesOfRounded()) {
      page.append("Rates are computed from the rounded counts, so they reveal nothing more.\n");
    }
    if (policy.hides()) {
      page.append(
          """

          A row is hidden, with `c` in place of every figure, if it has fewer than %d leavers or fewer than %d achievers, or if it is national and
          fewer than %d providers contribute to it.
          """
              .formatted(policy.smallest(), policy.smallest(), policy.providers()));
    }
    if (policy.secondary()) {
      page.append(
          """
          Further rows are hidden so that no sum gives a hidden one away: where exactly one cell of a sum would be hidden, the lightest
          of the others is too: the one with fewest leavers, where national cells weigh %d times as much and totals %d times. The sums are those of a total and its breakdown, of a margin and its combinations, of a wider group and the narrower
          ones in it, of the nation and its types of provider, and of each of these and the providers. Then all sums are solved as a reader could who
          knows these rules, and more is hidden until the promise is kept.

          **The promise.** From everything in this package together, no count of a hidden row, and no number of leavers who did not complete,
          did not achieve, or completed without achieving that may be %d or fewer, can be known closer than to %d possible values in a row by what the sums tell of it,
          and to %d if all sums of leavers, completers and achievers are solved together. It is made for a reader without figures of his own; what a
          provider knows of itself it knows.
          """
              .formatted(
                  Sums.NATIONAL,
                  Sums.TOTAL,
                  policy.width() - 1,
                  policy.width(),
                  policy.together()));
    } else if (policy.base() > 1) {
      page.append(
          """

          Nothing is hidden because of a sum. Rates beside rounded counts, and totals beside their parts, can give small counts away; the policy
          `strict` prevents that.
          """);
    }
    page.append(
        """

        | symbol | meaning |
        | --- | --- |
        | `low` | more than nought, and too few to tell |
        | `x` | not available: too few to tell a rate of |
        | `z` | not applicable: nobody to compute a rate of |
        | `c` | hidden |

        """);
  }

  private void missing() {
    page.append("## What is missing\n\n");
    List<Integer> unreliable = edition.exclusions().unreliableProviders().value();
    page.append(
        unreliable.isEmpty()
            ? "- Every provider with leavers has rows of its own.\n"
            : "- %d providers whose data the edition calls unreliable are in the national figures and have no rows of their own.\n"
                .formatted(unreliable.size()));
    page.append(
        "- Returns that could not be used: %d files; provider-years without a usable final return between or after others: %d.\n"
            .formatted(provenance.refusedFiles(), provenance.gaps()));
    page.append(
        provenance.missing().isEmpty()
            ? "- Every lookup had rows.\n"
            : "- Lookups without rows, which shows as `Unknown`: %s.\n"
                .formatted(String.join(", ", provenance.missing())));
    page.append(
        "- What providers record for themselves, such as campuses and partners, is not published.\n");
  }
}

package org.openqar.reports;

import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;
import org.openqar.config.Settings;
import org.openqar.reports.Explanation.Tried;
import org.openqar.reports.Explanation.Verdict;
import org.openqar.rules.Edition;

/** Writes the verdict of one report on an aim in the terms of the field. */
final class VerdictProse {
  private final Settings settings;
  private final Edition edition;

  VerdictProse(Settings settings, Edition edition) {
    this.settings = settings;
    this.edition = edition;
  }

  String of(Verdict verdict) {
    Row judged = verdict.judged();
    StringBuilder text = new StringBuilder();
    text.append("   Report: %s\n".formatted(judged.<String>getAs("report_type")));
    text.append(
        "   Candidate years: planned end %s, actual end %s, achievement %s, reporting %s%s\n"
            .formatted(
                year(judged.getAs("expected_end_year")),
                year(judged.getAs("actual_end_year")),
                year(judged.getAs("achievement_year")),
                year(judged.getAs("reporting_year")),
                judged.getAs("destination_year") == null
                    ? ""
                    : ", destination " + year(judged.getAs("destination_year"))));
    Integer hybrid = judged.getAs("hybrid_end_year");
    text.append(
        hybrid == null
            ? "   Hybrid end year: none, because %s\n".formatted(withoutYear(judged))
            : "   Hybrid end year: %s, from the %s year, the latest\n"
                .formatted(new AcademicYear(hybrid), judged.<String>getAs("hybrid_end_year_from")));
    text.append(
        "   Status: %s. %s\n".formatted(judged.<String>getAs("qar_status"), meaning(verdict)));
    if (judged.<Boolean>getAs("timely_cohort")) {
      text.append(
          "   Timely: counts in %s%s.\n"
              .formatted(
                  new AcademicYear(judged.getAs("timely_year")),
                  judged.<Boolean>getAs("timely_achiever")
                      ? ", an achiever"
                      : ", not an achiever"));
    }
    text.append(counted(verdict));
    text.append(kept(judged));
    text.append("   Rules tried\n");
    for (Tried rule : verdict.rules()) {
      text.append(
          "     %s %s: %s\n".formatted(rule.held() ? "[held]" : "[no]  ", rule.id(), rule.label()));
      text.append("            clause %s\n".formatted(rule.clause()));
      text.append("            tests  %s\n".formatted(rule.condition()));
      text.append(
          "            read   %s\n"
              .formatted(
                  rule.reads().entrySet().stream()
                      .map(entry -> entry.getKey() + " = " + show(entry.getValue()))
                      .collect(Collectors.joining("; "))));
    }
    return text.toString();
  }

  private static String meaning(Verdict verdict) {
    Row judged = verdict.judged();
    String status = judged.getAs("qar_status");
    return switch (status) {
      case "QAR Inclusion" ->
          "A leaver of %s%s%s%s."
              .formatted(
                  new AcademicYear(judged.getAs("hybrid_end_year")),
                  overdue(judged),
                  judged.<Boolean>getAs("completer") ? ", a completer" : ", not a completer",
                  judged.<Boolean>getAs("achiever") ? ", an achiever" : ", not an achiever");
      case "QAR Exclusion" -> "In no cohort%s. %s".formatted(overdue(judged), exclusions(verdict));
      case "Continuing" -> "Still in learning, so in no cohort yet.";
      default ->
          "Ended, but counts in %s, after the report year."
              .formatted(new AcademicYear(judged.getAs("hybrid_end_year")));
    };
  }

  private static String withoutYear(Row judged) {
    return judged.<Boolean>getAs("data_quality_excl")
        ? "a deciding value is unreadable or missing"
        : "the aim has not ended";
  }

  private static String overdue(Row judged) {
    if (judged.<Boolean>getAs("overdue_continuing")) {
      return ", overdue continuing and treated as withdrawn";
    }
    return judged.<Boolean>getAs("overdue_planned_break")
        ? ", an overdue planned break and treated as withdrawn"
        : "";
  }

  /** Lists the rules that exclude an aim, each with the column that shows it and the reason. */
  private static String exclusions(Verdict verdict) {
    return verdict.rules().stream()
        .filter(rule -> rule.held() && rule.sets().endsWith("_excl"))
        .map(rule -> "%s (%s): %s".formatted(rule.label(), rule.sets(), rule.because()))
        .collect(Collectors.joining(" "));
  }

  private static String counted(Verdict verdict) {
    if (verdict.cells().isEmpty()) {
      return "   Counted: nowhere\n";
    }
    StringBuilder text = new StringBuilder("   Counted in these cells of its provider\n");
    TextTable table =
        new TextTable(
            "measure", "year", "breakdown", "value", "leavers", "completers", "achievers", "rate");
    verdict
        .cells()
        .forEach(
            cell ->
                table.row(
                    cell.getAs("measure"),
                    new AcademicYear(cell.getAs("year")),
                    cell.getAs("dimension"),
                    cell.getAs("value"),
                    cell.getAs("leavers"),
                    cell.getAs("completers"),
                    cell.getAs("achievers"),
                    cell.getAs("achievement_rate")));
    return text.append(table.toString().indent(3)).toString();
  }

  /** Says which earlier years have figures that are not this edition's. */
  private String kept(Row judged) {
    return edition.history().asPublished().contains(judged.<String>getAs("report_type"))
        ? "   Years before %s are kept as published: each has the figures of its own edition and report year.\n"
            .formatted(new AcademicYear(settings.reportYear()))
        : "";
  }

  private static String year(Integer start) {
    return start == null ? "none" : new AcademicYear(start).toString();
  }

  private static String show(Object value) {
    return value == null ? "none" : value.toString();
  }
}

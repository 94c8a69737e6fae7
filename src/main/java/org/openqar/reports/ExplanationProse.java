package org.openqar.reports;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;
import org.openqar.config.Settings;
import org.openqar.reports.Explanation.ExplainedAim;
import org.openqar.reports.Explanation.Findings;
import org.openqar.reports.Explanation.Tried;
import org.openqar.reports.Explanation.Verdict;
import org.openqar.rules.Edition;

/** An explanation in the words of the field. */
final class ExplanationProse {
  private final Settings settings;
  private final Edition edition;

  ExplanationProse(Settings settings, Edition edition) {
    this.settings = settings;
    this.edition = edition;
  }

  String of(Findings findings) {
    StringBuilder text = new StringBuilder();
    text.append(
        "Learner %s at provider %d: edition %s, report year %s, final returns of %s\n"
            .formatted(
                findings.learner(),
                findings.ukprn(),
                edition.edition(),
                new AcademicYear(settings.reportYear()),
                settings.loadedYears()));
    if (!findings.found()) {
      return text.append(findings.absence()).append('\n').toString();
    }
    int number = 0;
    for (ExplainedAim aim : findings.aims()) {
      text.append('\n').append(++number).append(". ").append(aim(aim));
    }
    return text.toString();
  }

  private String aim(ExplainedAim explained) {
    Row aim = explained.aim();
    StringBuilder text = new StringBuilder();
    text.append(
        "%s, started %s%s (aim %s)\n"
            .formatted(
                what(aim),
                show(aim.getAs("learn_start_date")),
                aim.<Boolean>getAs("restart") ? ", a restart" : "",
                aim.<String>getAs("aim_id")));
    text.append(ReturnedHistory.of(aim));
    if (!explained.missing().isEmpty()) {
      text.append("   ").append(explained.missing()).append('\n');
    }
    explained.surprises().forEach(told -> text.append("   ").append(told).append('\n'));
    text.append(siblings(aim));
    if (explained.reports().isEmpty()) {
      text.append("   Counted: no. No report that is built counts this kind of aim.\n");
    }
    explained.reports().forEach(verdict -> text.append(verdict(verdict)));
    return text.toString();
  }

  private static String what(Row aim) {
    Integer programme = aim.getAs("prog_type");
    String kind =
        switch (aim.<Integer>getAs("aim_type") == null ? 0 : aim.<Integer>getAs("aim_type")) {
          case 1 -> "Programme aim";
          case 3 -> "Component aim " + aim.<String>getAs("learn_aim_ref");
          case 4, 5 -> "Aim " + aim.<String>getAs("learn_aim_ref");
          default -> "Aim " + aim.<String>getAs("learn_aim_ref") + " of an unreadable type";
        };
    if (programme == null) {
      return kind;
    }
    return programme == 25
        ? "%s of standard %s".formatted(kind, show(aim.getAs("std_code")))
        : "%s of programme type %d, framework %s, pathway %s"
            .formatted(
                kind, programme, show(aim.getAs("fwork_code")), show(aim.getAs("pway_code")));
  }

  private static String siblings(Row aim) {
    StringBuilder text = new StringBuilder();
    if (aim.getAs("restart_start_date") != null) {
      text.append(
          "   Restart of this break: began %s%s%s\n"
              .formatted(
                  show(aim.getAs("restart_start_date")),
                  first(aim, "restart_first_year_returned", ", first returned in "),
                  first(aim, "restart_first_look_ahead_year", ", first in R04 of ")));
    }
    text.append(
        inDoubt(aim, "protected_years", "that could be this aim: it counts as seen in that year"));
    text.append(
        inDoubt(
            aim,
            "restart_protected_years",
            "that could be its restart: it counts as restarted by that year"));
    if (aim.getAs("transfer_start_date") != null) {
      text.append(
          "   Next programme on other training: began %s\n"
              .formatted(show(aim.getAs("transfer_start_date"))));
    }
    if (aim.getAs("other_aim_start_date") != null) {
      text.append(
          "   Next aim of any kind: began %s\n".formatted(show(aim.getAs("other_aim_start_date"))));
    }
    List<Row> destinations = aim.getList(aim.fieldIndex("destinations"));
    destinations.forEach(
        destination ->
            text.append(
                "   Destination: %s from %s\n"
                    .formatted(
                        destination.getAs("outcome"), show(destination.getAs("start_date")))));
    List<Row> parts = aim.getList(aim.fieldIndex("earlier_segments"));
    parts.forEach(
        part ->
            text.append(
                "   Takes up an earlier part: %s to %s\n"
                    .formatted(
                        show(part.getAs("learn_start_date")),
                        show(part.getAs("learn_act_end_date")))));
    return text.toString();
  }

  private static String first(Row aim, String column, String words) {
    Integer year = aim.getAs(column);
    return year == null ? "" : words + new AcademicYear(year);
  }

  private static String inDoubt(Row aim, String column, String consequence) {
    List<Integer> years = aim.getList(aim.fieldIndex(column));
    return years.isEmpty()
        ? ""
        : "   An unreadable record stands in the final return of %s %s\n"
            .formatted(
                years.stream()
                    .map(year -> new AcademicYear(year).toString())
                    .collect(Collectors.joining(", ")),
                consequence);
  }

  private String verdict(Verdict verdict) {
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
            ? "   Hybrid end year: none, because the aim has not ended\n"
            : "   Hybrid end year: %s, from the %s year, the latest\n"
                .formatted(new AcademicYear(hybrid), judged.<String>getAs("hybrid_end_year_from")));
    text.append(
        "   Status: %s. %s\n".formatted(judged.<String>getAs("qar_status"), meaning(judged)));
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

  private String meaning(Row judged) {
    String status = judged.getAs("qar_status");
    return switch (status) {
      case "QAR Inclusion" ->
          "A leaver of %s%s%s%s."
              .formatted(
                  new AcademicYear(judged.getAs("hybrid_end_year")),
                  overdue(judged),
                  judged.<Boolean>getAs("completer") ? ", a completer" : ", not a completer",
                  judged.<Boolean>getAs("achiever") ? ", an achiever" : ", not an achiever");
      case "QAR Exclusion" ->
          "In no cohort, because of %s%s."
              .formatted(String.join(", ", exclusions(judged)), overdue(judged));
      case "Continuing" -> "Still in learning, so in no cohort yet.";
      default ->
          "Ended, but counts in %s, after the report year."
              .formatted(new AcademicYear(judged.getAs("hybrid_end_year")));
    };
  }

  private static String overdue(Row judged) {
    if (judged.<Boolean>getAs("overdue_continuing")) {
      return ", overdue continuing and treated as withdrawn";
    }
    return judged.<Boolean>getAs("overdue_planned_break")
        ? ", an overdue planned break and treated as withdrawn"
        : "";
  }

  private static List<String> exclusions(Row judged) {
    return List.of(judged.schema().fieldNames()).stream()
        .filter(name -> name.endsWith("_excl") && judged.<Boolean>getAs(name))
        .toList();
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

  /** Where the figures of earlier years are not this edition's. */
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

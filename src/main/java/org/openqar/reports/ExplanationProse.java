package org.openqar.reports;

import java.util.Optional;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;
import org.openqar.config.Settings;
import org.openqar.reports.Explanation.ExplainedAim;
import org.openqar.reports.Explanation.Findings;
import org.openqar.rules.Codes;
import org.openqar.rules.Edition;

/** Writes an explanation in the terms of the field. */
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
    text.append(LinkedRecords.of(aim));
    if (explained.reports().isEmpty()) {
      text.append("   Counted: no. %s\n".formatted(explained.leftOut()));
    }
    VerdictProse verdicts = new VerdictProse(settings, edition);
    explained.reports().forEach(verdict -> text.append(verdicts.of(verdict)));
    return text.toString();
  }

  private static String what(Row aim) {
    return Optional.ofNullable(aim.<Integer>getAs("fund_model"))
        .map(fundModel -> "%s, FundModel %d".formatted(training(aim), fundModel))
        .orElse(training(aim));
  }

  private static String training(Row aim) {
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
    if (programme == Codes.APPRENTICESHIP_STANDARD) {
      return "%s of standard %s".formatted(kind, show(aim.getAs("std_code")));
    }
    return aim.getAs("fwork_code") == null
        ? "%s of programme type %d".formatted(kind, programme)
        : "%s of programme type %d, framework %s, pathway %s"
            .formatted(
                kind, programme, show(aim.getAs("fwork_code")), show(aim.getAs("pway_code")));
  }

  private static String show(Object value) {
    return value == null ? "none" : value.toString();
  }
}

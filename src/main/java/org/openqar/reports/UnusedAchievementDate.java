package org.openqar.reports;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;
import org.openqar.reports.Explanation.Verdict;
import org.openqar.rules.Codes;
import org.openqar.rules.ReportTypes;

/**
 * Explains why an achievement date moves no year (qar-rules 3.8, 9.17), and what the provider can
 * do about it.
 */
final class UnusedAchievementDate {
  private final Row aim;
  private final Row judged;

  UnusedAchievementDate(Row aim, Verdict verdict) {
    this.aim = aim;
    this.judged = verdict.judged();
  }

  /** Returns one or two sentences; empty if there is no date, or the date is used. */
  Optional<String> told() {
    return aim.getAs("ach_date") == null || judged.getAs("achievement_year") != null
        ? Optional.empty()
        : Optional.of(
            "AchDate %s is not used in the report %s: %s"
                .formatted(aim.getAs("ach_date"), judged.getAs("report_type"), why()));
  }

  private String why() {
    if (!judged.getAs("report_type").equals(ReportTypes.APPRENTICESHIP.name())) {
      return "only that of an apprenticeship's programme aim moves a year.";
    }
    if (!isCompletedOrAchieved()) {
      return "the aim is neither completed nor achieved. If it was achieved, return CompStatus 2 and"
          + " Outcome 1 before the return closes; if not, leave AchDate out.";
    }
    if (is("prog_type", Codes.APPRENTICESHIP_STANDARD)) {
      return is("fund_model", Codes.APPRENTICESHIPS)
          ? "this edition does not use it for training that ended in %s.".formatted(yearOfEnd())
          : "this edition uses that of standards under FundModel 36 only, and none for training that"
              + " ended while the field came in.";
    }
    return "this edition uses that of standards only.";
  }

  private boolean isCompletedOrAchieved() {
    return is("comp_status", Codes.COMPLETED) || is("outcome", Codes.ACHIEVED);
  }

  private boolean is(String column, int code) {
    return Objects.equals(aim.getAs(column), code);
  }

  private String yearOfEnd() {
    LocalDate end =
        Optional.ofNullable(aim.<Object>getAs("learn_act_end_date"))
            .map(day -> LocalDate.parse(day.toString()))
            .orElse(null);
    return end == null ? "such a year" : AcademicYear.of(end).toString();
  }
}

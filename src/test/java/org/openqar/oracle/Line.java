package org.openqar.oracle;

import java.util.Map;
import java.util.StringJoiner;
import org.apache.spark.sql.Row;

/**
 * One aim in one report as a line of text, the same from the oracle and from {@code qar_aim}: which
 * aim, then what became of it.
 */
final class Line {
  /** The columns of the exclusions, by the codes of 3.9. */
  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("X-BREAK", "planned_break_excl"),
          Map.entry("X-QP", "funding_qualifying_period_excl"),
          Map.entry("X-QPRES", "funding_qualifying_period_excl"),
          Map.entry("X-XFER", "transfer_excl"),
          Map.entry("X-INTERV", "intervention_transfer_excl"),
          Map.entry("X-STRAT", "government_strategy_transfer_excl"),
          Map.entry("X-MERGE", "merger_excl"),
          Map.entry("X-EPA", "at_epa_excl"),
          Map.entry("X-OLASS", "olass_excl"),
          Map.entry("X-IPLACE", "industry_placement_excl"),
          Map.entry("X-JOB", "into_employment_excl"),
          Map.entry("X-CLASS", "aim_class_excl"),
          Map.entry("X-TBNC", "trailblazer_no_contribution_excl"),
          Map.entry("X-FOUND", "foundation_excl"),
          Map.entry("X-DATA", "data_quality_excl"));

  private Line() {}

  static String of(Verdict verdict) {
    Seen aim = verdict.current();
    StringJoiner line = new StringJoiner("; ");
    line.add("provider " + verdict.provider());
    line.add(String.valueOf(aim.source.learner().get("LearnRefNumber")));
    line.add(String.valueOf(aim.learnAimRef));
    line.add("type " + aim.aimType);
    line.add("begun " + aim.start);
    line.add("ended " + aim.actualEnd + " " + aim.compStatus + "/" + aim.outcome);
    line.add("reason " + aim.withdrawReason);
    line.add("returned by " + aim.source.ukprn());
    line.add(verdict.type().label());
    line.add(verdict.status());
    line.add("year " + verdict.hybridEndYear());
    line.add(
        "of "
            + verdict.plannedYear()
            + " "
            + verdict.actualYear()
            + " "
            + verdict.achievementYear()
            + " "
            + verdict.reportingYear());
    flag(line, "overdue_continuing", verdict.overdueContinuing());
    flag(line, "overdue_planned_break", verdict.overdueBreak());
    for (String column : COLUMNS.values().stream().sorted().distinct().toList()) {
      flag(
          line,
          column,
          verdict.exclusions().stream().anyMatch(code -> column.equals(COLUMNS.get(code))));
    }
    flag(line, "completer", verdict.completer());
    flag(line, "achiever", verdict.achiever());
    flag(line, "timely_cohort", verdict.timelyCohort());
    flag(line, "timely_achiever", verdict.timelyAchiever());
    return line.toString();
  }

  static String of(Row aim) {
    StringJoiner line = new StringJoiner("; ");
    line.add("provider " + aim.getAs("ukprn"));
    line.add(String.valueOf(aim.<Object>getAs("learn_ref_number")));
    line.add(aim.getAs("learn_aim_ref"));
    line.add("type " + aim.getAs("aim_type"));
    line.add("begun " + aim.getAs("learn_start_date"));
    line.add(
        "ended "
            + aim.getAs("learn_act_end_date")
            + " "
            + aim.getAs("comp_status")
            + "/"
            + aim.getAs("outcome"));
    line.add("reason " + aim.getAs("withdraw_reason"));
    line.add("returned by " + aim.getAs("returned_ukprn"));
    line.add(aim.getAs("report_type"));
    line.add(aim.getAs("qar_status"));
    line.add("year " + aim.getAs("hybrid_end_year"));
    line.add(
        "of "
            + aim.getAs("expected_end_year")
            + " "
            + aim.getAs("actual_end_year")
            + " "
            + aim.getAs("achievement_year")
            + " "
            + aim.getAs("reporting_year"));
    flag(line, "overdue_continuing", aim.getAs("overdue_continuing"));
    flag(line, "overdue_planned_break", aim.getAs("overdue_planned_break"));
    for (String column : COLUMNS.values().stream().sorted().distinct().toList()) {
      flag(line, column, aim.getAs(column));
    }
    flag(line, "completer", aim.getAs("completer"));
    flag(line, "achiever", aim.getAs("achiever"));
    flag(line, "timely_cohort", aim.getAs("timely_cohort"));
    flag(line, "timely_achiever", aim.getAs("timely_achiever"));
    return line.toString();
  }

  private static void flag(StringJoiner line, String name, boolean holds) {
    if (holds) {
      line.add(name);
    }
  }
}

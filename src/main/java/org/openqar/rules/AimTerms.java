package org.openqar.rules;

import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.anyOf;
import static org.openqar.rules.Value.column;
import static org.openqar.rules.Value.greatest;

import java.util.List;

/**
 * The words for facts about one row of {@code aim} that hold in every edition. Some facts come from
 * the kinds of rule that ran before: after {@link Kind#OVERDUE} the overdue flags, after {@link
 * Kind#END_YEAR} the hybrid end year, after {@link Kind#EXCLUSION} the exclusion flags.
 */
public abstract class AimTerms {
  AimTerms() {}

  // --- as returned ---------------------------------------------------------------------------

  public Term aimType() {
    return Term.returned("AimType", "aim_type");
  }

  public Term progType() {
    return Term.returned("ProgType", "prog_type");
  }

  public Term stdCode() {
    return Term.returned("StdCode", "std_code");
  }

  public Term fundModel() {
    return Term.returned("FundModel", "fund_model");
  }

  public Term compStatus() {
    return Term.returned("CompStatus", "comp_status");
  }

  public Term outcome() {
    return Term.returned("Outcome", "outcome");
  }

  public Term withdrawReason() {
    return Term.returned("WithdrawReason", "withdraw_reason");
  }

  public Term started() {
    return Term.returned("LearnStartDate", "learn_start_date");
  }

  public Term actualEnd() {
    return Term.returned("LearnActEndDate", "learn_act_end_date");
  }

  public Term achievementDate() {
    return Term.returned("AchDate", "ach_date");
  }

  public Term outcomeOfEmployment() {
    return Term.returned("EmpOutcome", "emp_outcome");
  }

  /** LearnDelFAM ADL 1: an advanced learner loan pays for the aim. */
  public Condition loan() {
    return Term.returned("advanced learner loan (ADL)", "loan").holds();
  }

  /** Whether a list has one of the aim's LearnDelFAM LDM codes. */
  public Condition monitoredAs(List<String> codes) {
    return Term.derived("LDM codes", column("ldm_codes")).hasOneOf(codes);
  }

  /** Whether ProgType is a text that is not a number. */
  public Condition progTypeUnreadable() {
    return Term.derived(
            "ProgType unreadable", column("unreadable").contains(new Value.Literal("ProgType")))
        .holds();
  }

  /**
   * Whether this is short training that the levy pays for, which is not an apprenticeship (3.1).
   */
  public Condition apprenticeshipUnit() {
    return allOf(
        progType().is(Codes.APPRENTICESHIP_UNIT), fundModel().is(Codes.APPRENTICESHIP_UNITS));
  }

  /** The employer's payments less repayments, in pounds (9.21). */
  public Term employerContribution() {
    return Term.derived("employer contribution", column("employer_contribution"));
  }

  /** LearnDelFAM RES 1: the aim restarts an earlier one. */
  public Condition restart() {
    return Term.returned("restart indicator (RES)", "restart").holds();
  }

  // --- matched through the returns -----------------------------------------------------------

  public Term lastYearReturned() {
    return Term.derived("last year returned", column("last_year_returned"));
  }

  /**
   * The newest final return with this aim, or with an unreadable record that could be the aim
   * (9.11).
   */
  public Term lastYearSeen() {
    return Term.derived(
        "last year returned or in doubt",
        greatest(column("last_year_returned"), new Value.LargestIn(column("protected_years"))));
  }

  /**
   * Whether the provider made a final return in the year after the last one that may have this aim.
   */
  public Condition providerReturnedNextYear() {
    return Term.derived(
            "final return in the year after",
            column("final_return_years").contains(yearAfterLastSeen().value()))
        .holds();
  }

  /** The first year of the last unbroken run of returns that show the aim ended (9.15). */
  final Term firstYearReportedEnded() {
    return Term.derived("first year reported as ended", column("first_year_reported_ended"));
  }

  /** Days from the end of this aim to the start of the learner's next other programme. */
  public Term daysToNextProgramme() {
    return Term.derived(
        "days to the next programme",
        column("learn_act_end_date").daysTo(column("transfer_start_date")));
  }

  /** Days from the end of this aim to the start of the learner's next aim of any kind. */
  public Term daysToNextAim() {
    return Term.derived(
        "days to the next aim",
        column("learn_act_end_date").daysTo(column("other_aim_start_date")));
  }

  /**
   * Whether the learner was out of work before the start, by the newest return with the aim (9.25).
   */
  public Condition unemployedBeforeStart() {
    return Term.derived("out of work before the start", column("unemployed_before_start")).holds();
  }

  /** Whether the learner was in work after the start, by the newest return with the aim (9.25). */
  public Condition employedAfterStart() {
    return Term.derived("in work after the start", column("employed_after_start")).holds();
  }

  // --- by the reference data -----------------------------------------------------------------

  public Term learnAimRef() {
    return Term.returned("LearnAimRef", "learn_aim_ref");
  }

  public Term aimClass() {
    return Term.derived("learning aim class", column("aim_class"));
  }

  /** Whether the standard is a foundation apprenticeship. */
  public Condition foundation() {
    return Term.derived("foundation apprenticeship", column("foundation")).holds();
  }

  // --- years ---------------------------------------------------------------------------------

  public Term expectedEndYear() {
    return Term.derived("planned end year", column("learn_plan_end_date").academicYear());
  }

  public Term actualEndYear() {
    return Term.derived("actual end year", column("learn_act_end_date").academicYear());
  }

  public Term achievementYear() {
    return Term.derived("achievement year", column("ach_date").academicYear());
  }

  /** The start of the earliest positive destination in time (3.10, 8.22). */
  public Term destinationDate() {
    return Term.derived("positive destination", column("destination_date"));
  }

  /**
   * The latest of the candidate years (3.8). Only rules after {@link Kind#END_YEAR} can read it.
   */
  public Term hybridEndYear() {
    return Term.derived("hybrid end year", column("hybrid_end_year"));
  }

  public Term yearAfterLastSeen() {
    return Term.derived("year after the last return", lastYearSeen().value().plus(1));
  }

  // --- states --------------------------------------------------------------------------------

  /** Whether every deciding value is readable (9.11). */
  public Condition readable() {
    return Term.derived("unreadable or missing values", new Value.SizeOf(column("unreadable")))
        .is(0);
  }

  public Condition onPlannedBreak() {
    return compStatus().is(Codes.PLANNED_BREAK);
  }

  /** Whether the aim's own status says withdrawn. */
  public Condition withdrawn() {
    return compStatus().in(Codes.WITHDRAWN, Codes.TRANSFERRED);
  }

  /** Whether the learner withdrew for one of some reasons. */
  public Condition withdrawnFor(List<Integer> reasons) {
    return allOf(withdrawn(), withdrawReason().in(reasons));
  }

  public Condition overdueContinuing() {
    return Term.derived("overdue continuing", column("overdue_continuing")).holds();
  }

  public Condition overduePlannedBreak() {
    return Term.derived("overdue planned break", column("overdue_planned_break")).holds();
  }

  public Condition overdue() {
    return anyOf(overdueContinuing(), overduePlannedBreak());
  }

  /** Whether the aim is withdrawn, or counts as withdrawn because it is overdue (9.20). */
  public Condition treatedAsWithdrawn() {
    return anyOf(withdrawn(), overdue());
  }

  /** Whether an exclusion applies. Only rules after {@link Kind#EXCLUSION} can read it. */
  public Condition excludedBy(String flag) {
    return Term.derived(flag, column(flag)).holds();
  }
}

package org.openqar.rules;

import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.anyOf;
import static org.openqar.rules.Condition.not;
import static org.openqar.rules.Value.column;
import static org.openqar.rules.Value.first;
import static org.openqar.rules.Value.greatest;

import java.time.LocalDate;
import java.util.List;

/**
 * The words of the rules, over one row of {@code aim} (after {@link Kind#OVERDUE} also over the
 * overdue flags, after {@link Kind#END_YEAR} over the hybrid end year, after {@link Kind#EXCLUSION}
 * over the flags of the exclusions): terms of the ILR, terms worked out from them, and the
 * conditions that several rules share. Pure expressions; nothing here reads another row.
 */
public final class Terms {
  private final Edition edition;
  private final int reportYear;

  public Terms(Edition edition, int reportYear) {
    this.edition = edition;
    this.reportYear = reportYear;
  }

  public Edition edition() {
    return edition;
  }

  /** R, the latest year reported. */
  public int reportYear() {
    return reportYear;
  }

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

  /** LearnDelFAM ADL 1: an advanced learner loan pays for it. */
  public Condition loan() {
    return Term.returned("advanced learner loan (ADL)", "loan").holds();
  }

  /** One of the LearnDelFAM LDM codes is in a list. */
  public Condition monitoredAs(List<String> codes) {
    return Term.derived("LDM codes", column("ldm_codes")).hasOneOf(codes);
  }

  /** ProgType is a text that is no number. */
  public Condition progTypeUnreadable() {
    return Term.derived(
            "ProgType unreadable", column("unreadable").contains(new Value.Literal("ProgType")))
        .holds();
  }

  /**
   * ProgType is that of an apprenticeship, or of an apprenticeship unit where the edition takes
   * units for apprenticeships.
   */
  public Condition ofApprenticeship() {
    Condition programme = progType().in(edition.scope().apprenticeshipProgTypes().value());
    return edition.scope().apprenticeshipUnits().value()
        ? anyOf(programme, apprenticeshipUnit())
        : programme;
  }

  /** Short training that the levy pays for, which is no apprenticeship (3.1). */
  public Condition apprenticeshipUnit() {
    return allOf(
        progType().is(Codes.APPRENTICESHIP_UNIT), fundModel().is(Codes.APPRENTICESHIP_UNITS));
  }

  /** What the employer has paid, less what was paid back, in pounds (9.21). */
  public Term employerContribution() {
    return Term.derived("employer contribution", column("employer_contribution"));
  }

  /** LearnDelFAM RES 1: the aim takes up an earlier one. */
  public Condition restart() {
    return Term.returned("restart indicator (RES)", "restart").holds();
  }

  // --- matched through the returns -----------------------------------------------------------

  public Term lastYearReturned() {
    return Term.derived("last year returned", column("last_year_returned"));
  }

  /**
   * The newest final return with this aim, or with an unreadable record that could be it (9.11).
   */
  public Term lastYearSeen() {
    return Term.derived(
        "last year returned or in doubt",
        greatest(column("last_year_returned"), new Value.LargestIn(column("protected_years"))));
  }

  /** The provider made a final return in the year after the last one that may have this aim. */
  public Condition providerReturnedNextYear() {
    return Term.derived(
            "final return in the year after",
            column("final_return_years").contains(yearAfterLastSeen().value()))
        .holds();
  }

  /** The year whose return reports the end of an ended aim (8.20). */
  public Term yearReportedEnded() {
    return switch (edition.hybridEndYear().reportingYear().value()) {
      case FIRST_ENDED -> firstYearReportedEnded();
      case LAST_RETURNED -> lastYearReturned();
    };
  }

  /** The first year of the last unbroken run of returns that show the aim ended (9.15). */
  private Term firstYearReportedEnded() {
    return Term.derived("first year reported as ended", column("first_year_reported_ended"));
  }

  /**
   * A restart of the break was returned in time: in a final return by the end of the window, in R04
   * of the year after it where the edition allows that, or by an unreadable record that could be
   * one (3.7, 8.1, 9.11, 9.14).
   */
  public Condition restartedInTime() {
    int later = edition.breaks().windowYears().value() - 1;
    Term last =
        later == 0
            ? breakDueYear()
            : Term.derived("last year for a restart", breakDueYear().value().plus(later));
    Condition returned =
        anyOf(
            Term.derived("first year with a restart", column("restart_first_year_returned"))
                .atMost(last),
            Term.derived(
                    "first year with a restart in doubt",
                    new Value.SmallestIn(column("restart_protected_years")))
                .atMost(last));
    return edition.breaks().r04Grace().value()
        ? anyOf(
            returned,
            Term.derived(
                    "year before the first R04 with a restart",
                    column("restart_first_look_ahead_year").plus(-1))
                .atMost(last))
        : returned;
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

  /** Out of work before the start, by the newest return with the aim (9.25). */
  public Condition unemployedBeforeStart() {
    return Term.derived("out of work before the start", column("unemployed_before_start")).holds();
  }

  /** In work after the start, by the newest return with the aim (9.25). */
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

  /** The standard is that of a foundation apprenticeship. */
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

  /**
   * The year of a traineeship's destination, else of the day that stands for it: some months after
   * the actual end (3.8, 9.19).
   */
  public Term destinationYear() {
    return Term.derived(
        "year of the destination",
        first(
                destinationDate().value(),
                new Value.MonthsAfter(
                    column("learn_act_end_date"),
                    edition.traineeships().monthsWithoutDestination().value()))
            .academicYear());
  }

  /** When the earliest positive destination in time began (3.10, 8.22). */
  public Term destinationDate() {
    return Term.derived("positive destination", column("destination_date"));
  }

  /** The latest of the candidate years, once {@link Kind#END_YEAR} is settled (3.8). */
  public Term hybridEndYear() {
    return Term.derived("hybrid end year", column("hybrid_end_year"));
  }

  public Term yearAfterLastSeen() {
    return Term.derived("year after the last return", lastYearSeen().value().plus(1));
  }

  /**
   * The year in which a break without a restart counts: the year after its planned or actual end,
   * whichever is later, and while it is still returned as a break the year after that (3.7).
   */
  public Term breakDueYear() {
    Value afterItsEnd = greatest(expectedEndYear().value(), actualEndYear().value()).plus(1);
    return Term.derived(
        "year in which the break is due",
        edition.breaks().continuationProtects().value()
            ? greatest(afterItsEnd, yearAfterLastSeen().value())
            : afterItsEnd);
  }

  public Condition providerReturnedInDueYear() {
    return Term.derived(
            "final return in the due year",
            column("final_return_years").contains(breakDueYear().value()))
        .holds();
  }

  // --- states --------------------------------------------------------------------------------

  /** Every deciding value can be read (9.11). */
  public Condition readable() {
    return Term.derived("unreadable or missing values", new Value.SizeOf(column("unreadable")))
        .is(0);
  }

  /** Training is over and the end-point assessment has no result yet (3.9 X-EPA, 9.16). */
  public Condition atEndPointAssessment() {
    if (!edition.endPointAssessment().applies().value()) {
      return Condition.never();
    }
    Condition status =
        edition.endPointAssessment().acceptCompleted().value()
            ? compStatus().in(Codes.CONTINUING, Codes.COMPLETED)
            : compStatus().is(Codes.CONTINUING);
    return allOf(
        aimType().is(Codes.PROGRAMME_AIM),
        progType().is(Codes.APPRENTICESHIP_STANDARD),
        status,
        outcome().is(Codes.OUTCOME_NOT_YET_KNOWN),
        achievementDate().unknown(),
        actualEnd().from(edition.endPointAssessment().from().value()));
  }

  /** Still in learning by its own status. */
  public Condition continuing() {
    return anyOf(compStatus().is(Codes.CONTINUING), atEndPointAssessment());
  }

  /** Completed or withdrawn by its own status. */
  public Condition ended() {
    return allOf(
        compStatus().in(Codes.COMPLETED, Codes.WITHDRAWN, Codes.TRANSFERRED),
        not(atEndPointAssessment()).called("not at end-point assessment"));
  }

  public Condition onPlannedBreak() {
    return compStatus().is(Codes.PLANNED_BREAK);
  }

  /** Withdrawn by its own status. */
  public Condition withdrawn() {
    return compStatus().in(Codes.WITHDRAWN, Codes.TRANSFERRED);
  }

  /** Withdrawn for one of some reasons. */
  public Condition withdrawnFor(List<Integer> reasons) {
    return allOf(withdrawn(), withdrawReason().in(reasons));
  }

  /** Withdrawn to go on with another aim at the same provider. */
  public Condition transferred() {
    return anyOf(
        allOf(
            compStatus().is(Codes.WITHDRAWN),
            withdrawReason().in(edition.exclusions().transferReasons().value())),
        compStatus().is(Codes.TRANSFERRED));
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

  /** Withdrawn, or treated as withdrawn because it is overdue (9.20). */
  public Condition treatedAsWithdrawn() {
    return anyOf(withdrawn(), overdue());
  }

  /** An exclusion, once {@link Kind#EXCLUSION} is settled. */
  public Condition excludedBy(String flag) {
    return Term.derived(flag, column(flag)).holds();
  }

  // --- in time -------------------------------------------------------------------------------

  /** The last day on which an end is still in time (4.4). */
  public Term lastDayInTime() {
    return Term.derived(
        "last day in time",
        new Value.DaysAfter(column("learn_plan_end_date"), edition.timely().days().value()));
  }

  /** 31 July that ends R (9.26). */
  public LocalDate reportDate() {
    return LocalDate.of(reportYear + 1, 7, 31);
  }

  // --- durations -----------------------------------------------------------------------------

  public Term plannedDays() {
    return Term.derived("planned days", days("learn_start_date", "learn_plan_end_date"));
  }

  public Term daysServed() {
    return Term.derived("days served", days("learn_start_date", "learn_act_end_date"));
  }

  /** Planned days of a restart's whole programme, from its original start. */
  public Term plannedDaysOfProgramme() {
    return Term.derived(
        "planned days of the whole programme", days("programme_start_date", "learn_plan_end_date"));
  }

  /** Days served in a restart and the parts it takes up, breaks left out (9.21). */
  public Term daysServedInProgramme() {
    return Term.derived(
        "days served in the whole programme", daysServed().value().plus(column("earlier_days")));
  }

  private Value days(String from, String to) {
    Value between = column(from).daysTo(column(to));
    return edition.durations().inclusive().value() ? between.plus(1) : between;
  }
}

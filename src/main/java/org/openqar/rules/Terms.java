package org.openqar.rules;

import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.anyOf;
import static org.openqar.rules.Condition.not;
import static org.openqar.rules.Value.column;
import static org.openqar.rules.Value.first;
import static org.openqar.rules.Value.greatest;

import java.time.LocalDate;

/**
 * The words of the rules: those of the aim, and those whose meaning depends on the edition or the
 * report year. They are pure expressions and never read another row.
 */
public final class Terms extends AimTerms {
  private final Edition edition;
  private final int reportYear;

  public Terms(Edition edition, int reportYear) {
    this.edition = edition;
    this.reportYear = reportYear;
  }

  public Edition edition() {
    return edition;
  }

  /** Returns R, the latest year of the report. */
  public int reportYear() {
    return reportYear;
  }

  // --- which report --------------------------------------------------------------------------

  /**
   * Whether ProgType is that of an apprenticeship. An apprenticeship unit also passes, if the
   * edition counts units as apprenticeships.
   */
  public Condition ofApprenticeship() {
    Condition programme = progType().in(edition.scope().apprenticeshipProgTypes().value());
    return edition.scope().apprenticeshipUnits().value()
        ? anyOf(programme, apprenticeshipUnit())
        : programme;
  }

  // --- matched through the returns -----------------------------------------------------------

  /** The year whose return reports the end of an ended aim (8.20). */
  public Term yearReportedEnded() {
    return switch (edition.hybridEndYear().reportingYear().value()) {
      case FIRST_ENDED -> firstYearReportedEnded();
      case LAST_RETURNED -> lastYearReturned();
    };
  }

  /**
   * Whether the learner restarted after the break in time (3.7, 8.1, 9.11, 9.14). The restart is in
   * a final return by the end of the window, or in R04 of the year after it if the edition allows
   * that, or an unreadable record could be the restart.
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

  // --- years ---------------------------------------------------------------------------------

  /**
   * The year of a traineeship's destination. Without a destination, the year of a day some months
   * after the actual end (3.8, 9.19).
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

  /**
   * The year in which a break without a restart counts (3.7): the year after its planned or actual
   * end, whichever is later. If the edition lets a continued break protect itself, the year is
   * never before the one after the newest return with the break.
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

  /** Whether training is over and the end-point assessment has no result yet (3.9 X-EPA, 9.16). */
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

  /** Whether the aim's own status says in learning. */
  public Condition continuing() {
    return anyOf(compStatus().is(Codes.CONTINUING), atEndPointAssessment());
  }

  /** Whether the aim's own status says completed or withdrawn. */
  public Condition ended() {
    return allOf(
        compStatus().in(Codes.COMPLETED, Codes.WITHDRAWN, Codes.TRANSFERRED),
        not(atEndPointAssessment()).called("not at end-point assessment"));
  }

  /** Whether the learner withdrew to start another aim at the same provider. */
  public Condition transferred() {
    return anyOf(
        allOf(
            compStatus().is(Codes.WITHDRAWN),
            withdrawReason().in(edition.exclusions().transferReasons().value())),
        compStatus().is(Codes.TRANSFERRED));
  }

  // --- in time -------------------------------------------------------------------------------

  /** The last day on which an end is in time (4.4). */
  public Term lastDayInTime() {
    return Term.derived(
        "last day in time",
        new Value.DaysAfter(column("learn_plan_end_date"), edition.timely().days().value()));
  }

  /** Returns the 31 July that ends R (9.26). */
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

  /** Days served in a restart and the parts that it continues, without breaks (9.21). */
  public Term daysServedInProgramme() {
    return Term.derived(
        "days served in the whole programme", daysServed().value().plus(column("earlier_days")));
  }

  private Value days(String from, String to) {
    Value between = column(from).daysTo(column(to));
    return edition.durations().inclusive().value() ? between.plus(1) : between;
  }
}

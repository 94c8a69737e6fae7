package org.openqar.rules;

import java.time.LocalDate;
import java.util.List;
import org.openqar.config.SettingsException;

/**
 * A rule set as data: what differs from one publication of the QAR to the next, each value with its
 * source clause. One run applies one edition to all its years (qar-rules 8.A).
 *
 * @param edition its name, such as {@code 2024-25}; a changed edition carries the changes in it
 * @param title the publication it follows
 * @param year the publication's latest year; a rule is in force by this year
 */
public record Edition(
    String edition,
    String title,
    int year,
    Returns returns,
    Match match,
    Breaks breaks,
    Durations durations,
    Scope scope,
    HybridEndYear hybridEndYear,
    EndPointAssessment endPointAssessment,
    QualifyingPeriod qualifyingPeriod,
    Exclusions exclusions,
    Education education,
    Traineeships traineeships,
    Timely timely) {

  /**
   * One value of an edition.
   *
   * @param clause where it comes from
   */
  public record Parameter<T>(T value, String clause) {}

  /** Which returns beside the final ones are looked at. */
  public enum LookAhead {
    NONE,
    /** R04 of each year as well, made after the year before was closed. */
    R04
  }

  /** Who a learner is when records are matched. */
  public enum MatchKey {
    ULN,
    LRN
  }

  /** For which aims the achievement date moves the year. */
  public enum AchDate {
    STANDARDS,
    NONE
  }

  /** How a restart is tested against the qualifying period. */
  public enum Restarts {
    /** The whole programme, with the days served in its earlier parts. */
    WHOLE,
    /** Its own dates only. */
    SEGMENT,
    /** Not at all. */
    NONE
  }

  public record Returns(Parameter<LookAhead> lookAhead) {}

  public record Match(Parameter<MatchKey> key, Parameter<Integer> monthsWithoutOriginalStart) {}

  public record Breaks(Parameter<Boolean> continuationProtects) {}

  public record Durations(Parameter<Boolean> inclusive) {}

  public record Scope(
      Parameter<List<Integer>> apprenticeshipProgTypes,
      Parameter<List<Integer>> apprenticeshipFundModels) {}

  public record HybridEndYear(Parameter<AchDate> achDate) {}

  public record EndPointAssessment(Parameter<LocalDate> from, Parameter<Boolean> acceptCompleted) {}

  /**
   * @param steps longest programmes first
   */
  public record QualifyingPeriod(
      Parameter<List<Step>> steps,
      Parameter<Restarts> restarts,
      Parameter<List<Integer>> exemptFundModels) {

    /**
     * @param plannedFrom planned days from which the step applies
     * @param served days that must have been served
     */
    public record Step(int plannedFrom, int served) {}

    public QualifyingPeriod {
      List<Step> list = steps.value();
      for (int i = 1; i < list.size(); i++) {
        if (list.get(i).plannedFrom() >= list.get(i - 1).plannedFrom()) {
          throw new SettingsException(
              "qualifying-period.steps", "must go from the longest programmes to the shortest");
        }
      }
    }
  }

  /**
   * @param governmentStrategyReasons reasons that exclude outside apprenticeships
   * @param olassReasons reasons of a learner in custody, with one of {@code olassLdmCodes}
   * @param employmentOutcomes EmpOutcome codes of a job gained
   * @param employerOwnershipLdmCodes LDM codes of the Employer Ownership Pilot
   * @param foundationStandards StdCodes of foundation apprenticeships beside those that the
   *     reference data name
   * @param unreliableProviders providers that are in the national figures only
   */
  public record Exclusions(
      Parameter<List<Integer>> transferReasons,
      Parameter<Integer> transferDays,
      Parameter<List<Integer>> interventionReasons,
      Parameter<List<Integer>> mergerReasons,
      Parameter<List<Integer>> governmentStrategyReasons,
      Parameter<List<Integer>> olassReasons,
      Parameter<List<String>> olassLdmCodes,
      Parameter<List<Integer>> industryPlacementReasons,
      Parameter<List<Integer>> employmentOutcomes,
      Parameter<List<String>> employerOwnershipLdmCodes,
      Parameter<List<Integer>> foundationStandards,
      Parameter<List<Integer>> unreliableProviders) {

    public Exclusions {
      if (transferDays.value() < 0) {
        throw new SettingsException("exclusions.transfer-days", "must be 0 or more");
      }
    }
  }

  /**
   * Education and training.
   *
   * @param loanFundModels funding models that count with an advanced learner loan only
   * @param classesNeverMeasured learning aim classes that no rate is made of
   * @param classesNotMeasuredInStudyProgrammes classes that no rate is made of under one of {@code
   *     studyProgrammeFundModels}
   */
  public record Education(
      Parameter<List<Integer>> fundModels,
      Parameter<List<Integer>> loanFundModels,
      Parameter<List<String>> classesNeverMeasured,
      Parameter<List<String>> classesNotMeasuredInStudyProgrammes,
      Parameter<List<Integer>> studyProgrammeFundModels) {}

  /**
   * Traineeships.
   *
   * @param destinations DPOutcome types and codes that are positive, such as {@code EMP1}
   * @param destinationDays days from the actual end within which the destination begins
   * @param monthsWithoutDestination months from the actual end to the date that stands for it
   */
  public record Traineeships(
      Parameter<List<String>> destinations,
      Parameter<Integer> destinationDays,
      Parameter<Integer> monthsWithoutDestination) {}

  /**
   * The timely measure.
   *
   * @param measured whether it is made at all
   * @param days days after the planned end that are still in time
   */
  public record Timely(Parameter<Boolean> measured, Parameter<Integer> days) {}
}

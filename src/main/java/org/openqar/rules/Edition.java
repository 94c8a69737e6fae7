package org.openqar.rules;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openqar.config.Yaml;
import org.openqar.messages.UserException;

/**
 * A rule set as data: what differs from one publication of the QAR to the next, each value with its
 * source clause. One run applies one edition to all its years, but for those whose {@link History}
 * is kept (qar-rules 8.A).
 *
 * @param edition its name, such as {@code 2024-25}; a changed edition carries the changes in it
 * @param title the publication it follows
 * @param special what sets it apart from its neighbours, in short
 * @param year the publication's latest year; a rule is in force by this year
 */
public record Edition(
    String edition,
    String title,
    String special,
    int year,
    Returns returns,
    Match match,
    Overdue overdue,
    Breaks breaks,
    Durations durations,
    Scope scope,
    HybridEndYear hybridEndYear,
    EndPointAssessment endPointAssessment,
    QualifyingPeriod qualifyingPeriod,
    Exclusions exclusions,
    Education education,
    Traineeships traineeships,
    Timely timely,
    Histories history)
    implements Serializable {

  /**
   * One value of an edition.
   *
   * @param clause where it comes from
   */
  public record Parameter<T>(T value, String clause) implements Serializable {}

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

  /** Which ends that R04 of the next year is the first to show count in the year they are of. */
  public enum LateReporting {
    /** Achievements only. */
    ACHIEVED,
    /** Withdrawals and failures as well. */
    ALL,
    NONE
  }

  /** For which programme aims the achievement date moves the year. */
  public enum AchDate {
    STANDARDS,
    /** Standards of FundModel 36. */
    FM36_STANDARDS,
    /** Frameworks as well. */
    ALL_PROGRAMME,
    NONE
  }

  /** Which return reports an ended aim. */
  public enum ReportingYear {
    /** The first of the last unbroken run that show it ended. */
    FIRST_ENDED,
    /** The newest one with it. */
    LAST_RETURNED
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

  /** Whose figures the years before the report year have. */
  public enum History {
    /** This edition's, like the report year. */
    RECAST,
    /** Those that the edition of each year gave. */
    AS_PUBLISHED
  }

  public record Returns(Parameter<LookAhead> lookAhead, Parameter<LateReporting> lateReporting)
      implements Serializable {}

  public record Match(Parameter<MatchKey> key, Parameter<Integer> monthsWithoutOriginalStart)
      implements Serializable {
    public Match {
      require(
          monthsWithoutOriginalStart.value() >= 0,
          "match.months-without-original-start",
          "must be 0 or more");
    }
  }

  /** What becomes of an aim that was continuing and is missing from the next final return. */
  public enum Vanished {
    /** It counts as withdrawn (3.6). */
    WITHDRAWN,
    /** It goes on as if it had been returned, as in the first publication for 2019/20 (5.4). */
    CONTINUING
  }

  public record Overdue(Parameter<Vanished> vanished) implements Serializable {}

  /**
   * @param continuationProtects a break that is still returned is not overdue
   * @param windowYears years after the end of a break in whose final returns a restart must stand
   * @param r04Grace R04 of the year after them will do; means nothing without the look-ahead
   */
  public record Breaks(
      Parameter<Boolean> continuationProtects,
      Parameter<Integer> windowYears,
      Parameter<Boolean> r04Grace)
      implements Serializable {
    public Breaks {
      require(windowYears.value() >= 1, "breaks.window-years", "must be 1 or more");
    }
  }

  public record Durations(Parameter<Boolean> inclusive) implements Serializable {}

  public record Scope(
      Parameter<List<Integer>> apprenticeshipProgTypes,
      Parameter<List<Integer>> apprenticeshipFundModels)
      implements Serializable {}

  public record HybridEndYear(Parameter<AchDate> achDate, Parameter<ReportingYear> reportingYear)
      implements Serializable {}

  /**
   * @param applies whether a standard may be at end-point assessment at all
   * @param from training that ended from this day
   * @param acceptCompleted CompStatus 2 with Outcome 8 and without an achievement date is so too
   */
  public record EndPointAssessment(
      Parameter<Boolean> applies, Parameter<LocalDate> from, Parameter<Boolean> acceptCompleted)
      implements Serializable {}

  /**
   * @param steps longest programmes first
   */
  public record QualifyingPeriod(
      Parameter<List<Step>> steps,
      Parameter<Restarts> restarts,
      Parameter<List<Integer>> exemptFundModels)
      implements Serializable {

    /**
     * @param plannedFrom planned days from which the step applies
     * @param served days that must have been served
     */
    public record Step(int plannedFrom, int served) implements Serializable {}

    public QualifyingPeriod {
      List<Step> list = steps.value();
      for (int i = 1; i < list.size(); i++) {
        require(
            list.get(i).plannedFrom() < list.get(i - 1).plannedFrom(),
            "qualifying-period.steps",
            "must go from the longest programmes to the shortest");
      }
      require(
          !list.isEmpty() && list.get(list.size() - 1).plannedFrom() == 0,
          "qualifying-period.steps",
          "must end with programmes planned from 0 days, so that each has a step");
      require(
          list.stream().allMatch(step -> step.served() >= 0),
          "qualifying-period.steps",
          "must ask for 0 or more days served");
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
      Parameter<List<Integer>> unreliableProviders)
      implements Serializable {

    public Exclusions {
      require(transferDays.value() >= 0, "exclusions.transfer-days", "must be 0 or more");
    }
  }

  /**
   * The same edition with some parameters changed, which its name then tells.
   *
   * @param parameters YAML values by dotted path, such as {@code match.key}
   * @throws UserException if a path is no parameter or a value does not fit
   */
  public Edition with(Map<String, String> parameters) {
    return Yaml.of("edition " + edition, this).changed(parameters).as(Edition.class);
  }

  private static void require(boolean met, String key, String expected) {
    if (!met) {
      throw UserException.setting(key, expected);
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
      Parameter<List<Integer>> studyProgrammeFundModels)
      implements Serializable {}

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
      Parameter<Integer> monthsWithoutDestination)
      implements Serializable {}

  /**
   * The timely measure.
   *
   * @param measured whether it is made at all
   * @param days days after the planned end that are still in time
   */
  public record Timely(Parameter<Boolean> measured, Parameter<Integer> days)
      implements Serializable {}

  /** The history of each report type. */
  public record Histories(
      Parameter<History> apprenticeship,
      Parameter<History> apprenticeshipComponent,
      Parameter<History> educationAndTraining,
      Parameter<History> traineeship,
      Parameter<History> traineeshipComponent)
      implements Serializable {

    /** The report types, by their names, whose earlier years keep the figures of their editions. */
    public Set<String> asPublished() {
      Map<String, Parameter<History>> all =
          Map.of(
              "apprenticeship", apprenticeship,
              "apprenticeship_component", apprenticeshipComponent,
              "education_and_training", educationAndTraining,
              "traineeship", traineeship,
              "traineeship_component", traineeshipComponent);
      return all.entrySet().stream()
          .filter(one -> one.getValue().value() == History.AS_PUBLISHED)
          .map(Map.Entry::getKey)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}

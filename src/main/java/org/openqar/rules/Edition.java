package org.openqar.rules;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

  /** What R04 of the next year says of an aim in the place of the final return (8.3, 9.18). */
  public enum LateReporting {
    /** Whatever it says of an apprenticeship planned to end in the year; else achievements. */
    ALL,
    /** Achievements only. */
    ACHIEVED,
    NONE
  }

  /** What a learner takes to another provider without a contract or merger (3.3, 8.25). */
  public enum PlainMoves {
    /** Unfinished aims that the new provider goes on with. */
    TAKEN_OVER,
    /** Everything, as if the contract had moved. */
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

  public record Match(
      Parameter<MatchKey> key,
      Parameter<PlainMoves> plainMoves,
      @Unit("months") Parameter<Integer> monthsWithoutOriginalStart)
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
      @Unit("funding years") Parameter<Integer> windowYears,
      Parameter<Boolean> r04Grace)
      implements Serializable {
    public Breaks {
      require(windowYears.value() >= 1, "breaks.window-years", "must be 1 or more");
    }
  }

  public record Durations(Parameter<Boolean> inclusive) implements Serializable {}

  /**
   * @param apprenticeshipUnits whether ProgType 34 of FundModel 39 counts as an apprenticeship
   */
  public record Scope(
      @Unit("ProgType codes") Parameter<List<Integer>> apprenticeshipProgTypes,
      @Unit("FundModel codes") Parameter<List<Integer>> apprenticeshipFundModels,
      Parameter<Boolean> apprenticeshipUnits)
      implements Serializable {}

  /**
   * @param achDateNotForEndYears years in which training ended that no achievement date moves
   */
  public record HybridEndYear(
      Parameter<AchDate> achDate,
      @Unit("academic years, by the calendar year they start in")
          Parameter<List<Integer>> achDateNotForEndYears,
      Parameter<ReportingYear> reportingYear)
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
      @Unit("days planned and days served") Parameter<List<Step>> steps,
      Parameter<Restarts> restarts,
      @Unit("FundModel codes") Parameter<List<Integer>> exemptFundModels)
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
   * @param foundation whether foundation apprenticeships are out of the rates
   * @param foundationStandards StdCodes of foundation apprenticeships beside those that the
   *     reference data name
   * @param unreliableProviders providers that are in the national figures only
   * @param ldmCodes LDM codes of courses that no rate is made of
   * @param aimRefs courses that no rate is made of in some hybrid end years
   */
  public record Exclusions(
      @Unit("WithdrawReason codes") Parameter<List<Integer>> transferReasons,
      @Unit("days") Parameter<Integer> transferDays,
      @Unit("WithdrawReason codes") Parameter<List<Integer>> interventionReasons,
      @Unit("WithdrawReason codes") Parameter<List<Integer>> mergerReasons,
      @Unit("WithdrawReason codes") Parameter<List<Integer>> governmentStrategyReasons,
      @Unit("WithdrawReason codes") Parameter<List<Integer>> olassReasons,
      @Unit("LDM codes") Parameter<List<String>> olassLdmCodes,
      @Unit("WithdrawReason codes") Parameter<List<Integer>> industryPlacementReasons,
      @Unit("EmpOutcome codes") Parameter<List<Integer>> employmentOutcomes,
      @Unit("LDM codes") Parameter<List<String>> employerOwnershipLdmCodes,
      Parameter<Boolean> foundation,
      @Unit("StdCodes") Parameter<List<Integer>> foundationStandards,
      @Unit("UKPRNs") Parameter<List<Integer>> unreliableProviders,
      @Unit("LDM codes") Parameter<List<String>> ldmCodes,
      @Unit("LearnAimRefs by hybrid end year") Parameter<List<AimRefs>> aimRefs)
      implements Serializable {

    /**
     * @param hybridEndYear the year in which the aims are not measured
     * @param aims their LearnAimRefs
     */
    public record AimRefs(int hybridEndYear, List<String> aims) implements Serializable {}

    public Exclusions {
      require(transferDays.value() >= 0, "exclusions.transfer-days", "must be 0 or more");
      require(
          ldmCodes.value().stream().allMatch(code -> code.matches("[0-9]{3}")),
          "exclusions.ldm-codes",
          "must hold codes of three digits in quotes, such as '360'");
      require(
          aimRefs.value().stream()
              .flatMap(year -> year.aims().stream())
              .allMatch(aim -> aim.matches("[0-9A-Z]{8}")),
          "exclusions.aim-refs",
          "must hold aim references of eight digits and capital letters in quotes");
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
   * @param nonFunded whether these count without a loan too
   * @param tLevels whether aims of T Levels and their foundation years count as courses
   * @param classesNeverMeasured learning aim classes that no rate is made of
   * @param classesNotMeasuredInStudyProgrammes classes that no rate is made of under one of {@code
   *     studyProgrammeFundModels}
   */
  public record Education(
      @Unit("FundModel codes") Parameter<List<Integer>> fundModels,
      @Unit("FundModel codes") Parameter<List<Integer>> loanFundModels,
      Parameter<Boolean> nonFunded,
      Parameter<Boolean> tLevels,
      @Unit("classes of learning aims") Parameter<List<String>> classesNeverMeasured,
      @Unit("classes of learning aims") Parameter<List<String>> classesNotMeasuredInStudyProgrammes,
      @Unit("FundModel codes") Parameter<List<Integer>> studyProgrammeFundModels)
      implements Serializable {}

  /**
   * Traineeships.
   *
   * @param destinations DPOutcome types and codes that are positive, such as {@code EMP1}
   * @param destinationDays days from the actual end within which the destination begins
   * @param monthsWithoutDestination months from the actual end to the date that stands for it
   */
  public record Traineeships(
      @Unit("OutType and OutCode") Parameter<List<String>> destinations,
      @Unit("days") Parameter<Integer> destinationDays,
      @Unit("months") Parameter<Integer> monthsWithoutDestination)
      implements Serializable {}

  /**
   * The timely measure.
   *
   * @param measured whether it is made at all
   * @param days days after the planned end that are still in time
   */
  public record Timely(Parameter<Boolean> measured, @Unit("days") Parameter<Integer> days)
      implements Serializable {}
}

package org.openqar.rules;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.openqar.config.Yaml;
import org.openqar.messages.UserException;

/**
 * A rule set as data: the values in which one publication of the QAR differs from the next, each
 * with its source clause. A run applies one edition to all its years, except the years whose {@link
 * History} it keeps (qar-rules 8.A).
 *
 * <p>It is long because it declares every value that an edition has.
 *
 * @param edition its name, such as {@code 2024-25}; the name of a changed edition includes the
 *     changes
 * @param title the publication that it follows
 * @param special how it differs from its neighbours, in short
 * @param year the publication's latest year; it decides which rules are in force
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
   * @param clause its source
   */
  public record Parameter<T>(T value, String clause) implements Serializable {}

  /** The returns that the job reads beside the final ones. */
  public enum LookAhead {
    NONE,
    /** R04 of each year as well, made after the close of the year before. */
    R04
  }

  /** The identity by which matching groups a learner's records. */
  public enum MatchKey {
    ULN,
    LRN
  }

  /** What R04 of the next year can change about an aim in the final return (8.3, 9.18). */
  public enum LateReporting {
    /**
     * Anything about an apprenticeship planned to end in the year; for other aims, achievements.
     */
    ALL,
    /** Only achievements. */
    ACHIEVED,
    NONE
  }

  /** The aims that a learner takes to another provider without a contract or merger (3.3, 8.25). */
  public enum PlainMoves {
    /** Unfinished aims that the new provider continues. */
    TAKEN_OVER,
    /** Every aim, as if the contract had moved. */
    ALL,
    NONE
  }

  /** The programme aims whose year the achievement date can move. */
  public enum AchDate {
    STANDARDS,
    /** Standards of FundModel 36. */
    FM36_STANDARDS,
    /** Standards of FundModel 36, and frameworks. */
    ALL_PROGRAMME,
    NONE
  }

  /** The return that reports an ended aim. */
  public enum ReportingYear {
    /** The first of the last unbroken run of returns that show the aim ended. */
    FIRST_ENDED,
    /** The newest return with the aim. */
    LAST_RETURNED
  }

  /** How the qualifying period tests a restart. */
  public enum Restarts {
    /** By the whole programme, with the days served in its earlier parts. */
    WHOLE,
    /** By its own dates only. */
    SEGMENT,
    /** The qualifying period does not test restarts. */
    NONE
  }

  /** The edition that gives the figures of the years before the report year. */
  public enum History {
    /** This edition, as for the report year. */
    RECAST,
    /** The edition of each year. */
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

  /** The treatment of a continuing aim that is missing from the next final return. */
  public enum Vanished {
    /** The aim counts as withdrawn (3.6). */
    WITHDRAWN,
    /**
     * The aim continues as if the provider had returned it, as in the first publication for 2019/20
     * (5.4).
     */
    CONTINUING
  }

  public record Overdue(Parameter<Vanished> vanished) implements Serializable {}

  /**
   * The settings for breaks.
   *
   * @param continuationProtects whether a break that the provider still returns is not overdue
   * @param windowYears years after the end of a break in whose final returns a restart must be
   * @param r04Grace whether R04 of the year after them is enough; has no effect without the
   *     look-ahead
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
   * The scope of apprenticeships.
   *
   * @param apprenticeshipUnits whether ProgType 34 of FundModel 39 counts as an apprenticeship
   */
  public record Scope(
      @Unit("ProgType codes") Parameter<List<Integer>> apprenticeshipProgTypes,
      @Unit("FundModel codes") Parameter<List<Integer>> apprenticeshipFundModels,
      Parameter<Boolean> apprenticeshipUnits)
      implements Serializable {}

  /**
   * The settings for the hybrid end year.
   *
   * @param achDateNotForEndYears years for which an achievement date moves nothing if the training
   *     ended in one of them
   */
  public record HybridEndYear(
      Parameter<AchDate> achDate,
      @Unit("academic years, by the calendar year they start in")
          Parameter<List<Integer>> achDateNotForEndYears,
      Parameter<ReportingYear> reportingYear)
      implements Serializable {}

  /**
   * The settings for the end-point assessment.
   *
   * @param applies whether a standard can be at end-point assessment at all
   * @param from the day from which training must have ended
   * @param acceptCompleted whether CompStatus 2 with Outcome 8 and without an achievement date also
   *     counts as at assessment
   */
  public record EndPointAssessment(
      Parameter<Boolean> applies, Parameter<LocalDate> from, Parameter<Boolean> acceptCompleted)
      implements Serializable {}

  /**
   * The qualifying period.
   *
   * @param steps the steps; longest programmes first
   */
  public record QualifyingPeriod(
      @Unit("days planned and days served") Parameter<List<Step>> steps,
      Parameter<Restarts> restarts,
      @Unit("FundModel codes") Parameter<List<Integer>> exemptFundModels)
      implements Serializable {

    /**
     * A step of the qualifying period.
     *
     * @param plannedFrom planned days from which the step applies
     * @param served days that the learner must have served
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
   * The settings for exclusions.
   *
   * @param governmentStrategyReasons reasons that exclude outside apprenticeships
   * @param olassReasons reasons of a learner in custody, with one of {@code olassLdmCodes}
   * @param employmentOutcomes EmpOutcome codes for a job gained
   * @param employerOwnershipLdmCodes LDM codes of the Employer Ownership Pilot
   * @param foundation whether the rates leave out foundation apprenticeships
   * @param foundationStandards StdCodes of foundation apprenticeships beside those in the reference
   *     data
   * @param unreliableProviders providers that only the national figures count
   * @param ldmCodes LDM codes of courses that no rate counts
   * @param aimRefs courses that no rate counts in some hybrid end years
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
     * Courses that no rate counts in one year.
     *
     * @param hybridEndYear the year
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
   * Returns the same edition with some parameters changed. Its name includes the changes.
   *
   * @param parameters YAML values by dotted path, such as {@code match.key}
   * @throws UserException if a path is not a parameter or a value does not fit
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
   * The settings for education and training.
   *
   * @param loanFundModels funding models that count only with an advanced learner loan
   * @param nonFunded whether these also count without a loan
   * @param tLevels whether aims of T Levels and their foundation years count as courses
   * @param classesNeverMeasured learning aim classes that no rate counts
   * @param classesNotMeasuredInStudyProgrammes classes that no rate counts under one of {@code
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
   * The settings for traineeships.
   *
   * @param destinations DPOutcome types and codes that are positive, such as {@code EMP1}
   * @param destinationDays days from the actual end within which the destination must begin
   * @param monthsWithoutDestination months from the actual end to the date that replaces a missing
   *     destination
   */
  public record Traineeships(
      @Unit("OutType and OutCode") Parameter<List<String>> destinations,
      @Unit("days") Parameter<Integer> destinationDays,
      @Unit("months") Parameter<Integer> monthsWithoutDestination)
      implements Serializable {}

  /**
   * The settings for the timely measure.
   *
   * @param measured whether the edition has the measure
   * @param days days after the planned end that are still in time
   */
  public record Timely(Parameter<Boolean> measured, @Unit("days") Parameter<Integer> days)
      implements Serializable {}
}

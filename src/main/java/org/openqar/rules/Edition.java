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
    Exclusions exclusions) {

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

  public record Exclusions(
      Parameter<List<Integer>> transferReasons,
      Parameter<Integer> transferDays,
      Parameter<List<Integer>> interventionReasons,
      Parameter<List<Integer>> mergerReasons) {

    public Exclusions {
      if (transferDays.value() < 0) {
        throw new SettingsException("exclusions.transfer-days", "must be 0 or more");
      }
    }
  }
}

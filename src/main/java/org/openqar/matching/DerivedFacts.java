package org.openqar.matching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.openqar.matching.AimKey.TrainingKey;
import org.openqar.matching.MatchedAim.Derived;
import org.openqar.matching.MatchedAim.Returned;
import org.openqar.rules.Edition;

/**
 * Works out once the facts that rules read from an aim's records and destinations (qar-rules 3.8,
 * 3.10, 9.15, 9.21).
 */
final class DerivedFacts {
  private final EndPointAssessment assessment;
  private final boolean inclusive;
  private final List<String> positive;
  private final int within;

  DerivedFacts(Edition edition) {
    this.assessment = new EndPointAssessment(edition);
    this.inclusive = edition.durations().inclusive().value();
    this.positive = edition.traineeships().destinations().value();
    this.within = edition.traineeships().destinationDays().value();
  }

  /**
   * Works out the facts of one aim.
   *
   * @param training the aim's training
   * @param dates the dates of its current record
   * @param history its records, oldest first
   * @param earlier the earlier parts that it restarts
   * @param reached the learner's destinations
   */
  Derived of(
      TrainingKey training,
      Dates dates,
      List<Returned> history,
      List<Part> earlier,
      List<Destination> reached) {
    return new Derived(
        firstYearReportedEnded(training, history),
        positiveDestination(dates.actualEnd(), reached),
        earlier.stream().mapToInt(part -> part.days(inclusive)).sum(),
        programmeStart(dates, earlier));
  }

  /** Returns the first year of the last unbroken run of returns that show the aim ended (9.15). */
  private Integer firstYearReportedEnded(TrainingKey training, List<Returned> history) {
    Integer first = null;
    for (Returned record : history) {
      if (!record.counts()) {
        continue;
      }
      if (assessment.ended(record.delivery(), training)) {
        first = first == null ? Integer.valueOf(record.delivery().place().year()) : first;
      } else if (record.delivery().ending().compStatus() != null) {
        first = null;
      }
    }
    return first;
  }

  private LocalDate positiveDestination(LocalDate end, List<Destination> reached) {
    if (end == null) {
      return null;
    }
    return reached.stream()
        .filter(destination -> positive.contains(destination.outcome()))
        .map(Destination::start)
        .filter(start -> isInTime(end, start))
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  private boolean isInTime(LocalDate end, LocalDate start) {
    long days = start == null ? -1 : ChronoUnit.DAYS.between(end, start);
    return days >= 0 && days <= within;
  }

  private static LocalDate programmeStart(Dates dates, List<Part> earlier) {
    return dates.originalStart() != null
        ? dates.originalStart()
        : earlier.stream()
            .map(Part::start)
            .filter(Objects::nonNull)
            .min(LocalDate::compareTo)
            .orElse(dates.start());
  }
}

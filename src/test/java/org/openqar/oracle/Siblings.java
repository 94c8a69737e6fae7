package org.openqar.oracle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What the other aims of a learner at a provider say of one aim (3.5, 3.9, 9.11 to 9.14, 9.22). */
final class Siblings {
  private static final int MONTHS_WITHOUT_ORIGINAL_START = 24;
  private static final int TRANSFER_DAYS = 120;

  private final Matching matching;

  Siblings(Matching matching) {
    this.matching = matching;
  }

  private List<Chain> of(Chain chain) {
    Seen own = chain.newest();
    return matching.chains.stream()
        .filter(other -> other != chain)
        .filter(other -> other.newest().provider == own.provider)
        .filter(other -> other.newest().person.equals(own.person))
        .toList();
  }

  /**
   * 9.11: the newest final return that a doubtful record stands in which could be of this chain.
   */
  int lastYearPerhapsShown(Chain chain) {
    int last = chain.lastYear();
    for (Seen record : matching.doubtful) {
      if (record.source.isFinal() && record.year() > last && mayBelong(record, chain)) {
        last = record.year();
      }
    }
    return last;
  }

  private boolean mayBelong(Seen record, Chain chain) {
    if (record.keyInDoubt()) {
      return Matching.mayShow(record, chain) || Matching.mayCorrect(record, chain);
    }
    boolean begins =
        matching.chains.stream()
            .filter(other -> other.records.contains(record))
            .allMatch(other -> other.firstYear() == record.year());
    return record.cannotRead("LearnPlanEndDate") && begins && Matching.mayCorrect(record, chain);
  }

  /** 9.14: a restart was first returned by the due year, or in R04 of the year after. */
  boolean restartedBy(Chain chain, Seen pause, int due) {
    for (Chain other : of(chain)) {
      if (takesUp(other.current(), pause) && seenBy(other, due)) {
        return true;
      }
    }
    for (Seen record : matching.doubtful) {
      int deadline = record.source.isFinal() ? due : due + 1;
      if (!chain.records.contains(record)
          && (record.keyInDoubt() || record.cannotRead("OrigLearnStartDate"))
          && record.year() <= deadline
          && mayTakeUp(record, pause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean seenBy(Chain restart, int due) {
    return (restart.inFinalReturns() && restart.firstYear() <= due)
        || (!restart.lookAhead.isEmpty() && restart.byLookAheadYear().firstKey() <= due + 1);
  }

  /** 3.5, 9.13: whether an aim takes up one that ended. */
  static boolean takesUp(Seen restart, Seen ended) {
    if (!restart.restart()
        || restart.begun == null
        || ended.actualEnd == null
        || restart.begun.isBefore(ended.actualEnd)
        || !Objects.equals(restart.kind(), ended.kind())
        || !restart.learnAimRef.equals(ended.learnAimRef)
        || !sameTraining(restart, ended)) {
      return false;
    }
    if (restart.originalStart != null) {
      return restart.originalStart.equals(ended.begun)
          || restart.originalStart.equals(ended.originalStart);
    }
    return !restart.cannotRead("OrigLearnStartDate")
        && restart.standard != null
        && restart.standard.equals(ended.standard)
        && !restart.begun.isAfter(ended.actualEnd.plusMonths(MONTHS_WITHOUT_ORIGINAL_START));
  }

  private static boolean sameTraining(Seen one, Seen other) {
    return Objects.equals(one.progType, other.progType)
        && Objects.equals(one.standard, other.standard)
        && Objects.equals(one.framework, other.framework)
        && one.pathway == other.pathway;
  }

  /**
   * 9.11: whether a record of which something cannot be read could take up a break. What it stands
   * for had begun by the end of its return's year, so the break had ended by then.
   */
  private static boolean mayTakeUp(Seen record, Seen pause) {
    if (!record.restart()
        || pause.actualEnd == null
        || record.provider != pause.provider
        || !record.person.equals(pause.person)
        || !Matching.mayBeTraining(record, pause)
        || pause.actualEnd.isAfter(lastDayOf(record.year()))
        || (record.start != null && record.start.isBefore(pause.actualEnd))) {
      return false;
    }
    if (record.cannotRead("OrigLearnStartDate")) {
      return true;
    }
    if (record.originalStart != null) {
      return record.originalStart.equals(pause.start)
          || record.originalStart.equals(pause.originalStart);
    }
    boolean inTime =
        record.start == null
            || !record.start.isAfter(pause.actualEnd.plusMonths(MONTHS_WITHOUT_ORIGINAL_START));
    return pause.standard != null && inTime;
  }

  /** 9.21: the days served in the earlier parts that a restart takes up; and its first start. */
  List<Seen> segments(Chain chain, Seen restart) {
    return of(chain).stream()
        .filter(Chain::inFinalReturns)
        .map(Chain::current)
        .filter(part -> part.compStatus != null)
        .filter(part -> Arrays.asList(3, 4, 6).contains(part.compStatus))
        .filter(part -> takesUp(restart, part))
        .toList();
  }

  /** X-XFER, 9.22: a new aim began 0 to 120 days after the end. */
  boolean transferred(Chain chain, Seen ended, ReportType type) {
    for (Chain other : of(chain)) {
      Seen target = other.current();
      boolean suits =
          !type.isApprenticeship() || (target.aimType == 1 && !sameTraining(target, ended));
      if (suits && target.begun != null && ended.actualEnd != null) {
        long days = ChronoUnit.DAYS.between(ended.actualEnd, target.begun);
        if (days >= 0 && days <= TRANSFER_DAYS) {
          return true;
        }
      }
    }
    return false;
  }

  /** The day 31 July that ends an academic year. */
  static LocalDate lastDayOf(int year) {
    return LocalDate.of(year + 1, 7, 31);
  }
}

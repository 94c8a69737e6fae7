package org.openqar.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.openqar.rules.Edition;

/**
 * Works out what a learner's records in doubt can mean (qar-rules 9.11). A record joins an aim if
 * that is the only one that has no record in the same return and agrees in every readable element.
 * A record also protects every aim that it could be, and every break that it could restart: the
 * overdue rule treats them as if that return had shown them. If a record's planned end is
 * unreadable and the record begins an aim, it could be any aim whose start it corrects.
 */
final class UnreadableRecords {
  private static final String ONLY_ONE = ", the only aim that it fits";

  private final int monthsWithoutOriginalStart;
  private final List<Placed> placed;
  private final Map<String, AimKey> joins;

  /**
   * A record in doubt and its aim.
   *
   * @param own the key of the aim; null if unknown
   * @param begins whether this could be the aim's first record
   */
  private record Placed(UnreadableRecord doubt, AimKey own, boolean begins) {}

  /** What the readable records of final returns say about one aim. */
  private static final class Known {
    private final Set<Integer> years = new HashSet<>();
    private final Set<LocalDate> starts = new HashSet<>();
    private int firstYear = Integer.MAX_VALUE;

    void add(Keyed record) {
      years.add(record.year());
      starts.add(record.delivery().start());
      firstYear = Math.min(firstYear, record.year());
    }
  }

  private UnreadableRecords(
      int monthsWithoutOriginalStart, List<Placed> placed, Map<String, AimKey> joins) {
    this.monthsWithoutOriginalStart = monthsWithoutOriginalStart;
    this.placed = placed;
    this.joins = joins;
  }

  /**
   * Finds the records in doubt.
   *
   * @param records all records, including those without a LearnAimRef
   */
  static UnreadableRecords in(List<Keyed> records, Edition edition) {
    boolean alsoLookingAhead = edition.breaks().r04Grace().value();
    int months = edition.match().monthsWithoutOriginalStart().value();
    List<UnreadableRecord> doubts = new ArrayList<>();
    for (Keyed record : records) {
      if (record.delivery().inDoubt() && (alsoLookingAhead || !record.lookAhead())) {
        doubts.add(new UnreadableRecord(record));
      }
    }
    if (doubts.isEmpty()) {
      return new UnreadableRecords(months, List.of(), Map.of());
    }
    Map<AimKey, Known> aims = new LinkedHashMap<>();
    for (Keyed record : records) {
      if (record.readableInFinalReturn()) {
        aims.computeIfAbsent(record.key(), any -> new Known()).add(record);
      }
    }
    Map<String, AimKey> joins = new HashMap<>();
    for (UnreadableRecord doubt : doubts) {
      AimKey only = onlyAimThatFits(doubt, aims);
      if (only != null) {
        joins.put(doubt.record().key().standsAlone(), only);
      }
    }
    return new UnreadableRecords(
        months, doubts.stream().map(doubt -> placed(doubt, aims, joins)).toList(), joins);
  }

  /** Returns the only aim that a record can belong to; null if none fits or several do. */
  private static AimKey onlyAimThatFits(UnreadableRecord doubt, Map<AimKey, Known> aims) {
    Delivery delivery = doubt.record().delivery();
    if (doubt.record().lookAhead()
        || !delivery.named()
        || !delivery.keyInDoubt()
        || !delivery.inSomeReport()) {
      return null;
    }
    AimKey only = null;
    for (Map.Entry<AimKey, Known> aim : aims.entrySet()) {
      if (aim.getKey().learner().equals(doubt.record().key().learner())
          && doubt.couldBeOf(aim.getKey().training())
          && aim.getValue().starts.stream().anyMatch(doubt::couldStart)
          && !aim.getValue().years.contains(doubt.record().year())) {
        if (only != null) {
          return null;
        }
        only = aim.getKey();
      }
    }
    return only;
  }

  private static Placed placed(
      UnreadableRecord doubt, Map<AimKey, Known> aims, Map<String, AimKey> joins) {
    if (doubt.record().delivery().keyInDoubt()) {
      return new Placed(doubt, joins.get(doubt.record().key().standsAlone()), true);
    }
    AimKey own = doubt.record().key();
    Known known = aims.get(own);
    return new Placed(doubt, own, known == null || known.firstYear >= doubt.record().year());
  }

  /** Gives each record in doubt the key of the aim that it joins. */
  List<Keyed> join(List<Keyed> records) {
    if (joins.isEmpty()) {
      return records;
    }
    return records.stream()
        .map(
            record -> {
              AimKey joined = record.readable() ? null : joins.get(record.key().standsAlone());
              return joined == null ? record : record.with(joined, record.matchedBy() + ONLY_ONE);
            })
        .toList();
  }

  /**
   * Returns the years, after an aim's newest one, in whose final returns a record could be the aim.
   */
  Set<Integer> yearsThatCouldBe(Chain aim) {
    Set<Integer> years = new TreeSet<>();
    for (Placed one : placed) {
      if (one.doubt().record().key().learner().equals(aim.key().learner()) && couldBe(one, aim)) {
        years.add(one.doubt().record().year());
      }
    }
    return years;
  }

  private static boolean couldBe(Placed one, Chain aim) {
    UnreadableRecord doubt = one.doubt();
    Keyed record = doubt.record();
    if (record.lookAhead()
        || record.year() <= aim.lastYear()
        || !doubt.couldBeOf(aim.key().training())) {
      return false;
    }
    boolean correctsStart = doubt.correctsStartOf(aim.lastReturned(), aim.lastYear());
    if (record.delivery().keyInDoubt()) {
      return correctsStart
          || aim.history().stream().anyMatch(it -> doubt.couldStart(it.delivery().start()));
    }
    return correctsStart && one.begins() && record.delivery().isUnreadable(Delivery.PLANNED_END);
  }

  /** Returns the years in whose final returns or R04 a record could be the restart of a break. */
  Set<Integer> yearsThatCouldRestart(Chain aim) {
    Set<Integer> years = new TreeSet<>();
    if (aim.values().ending().onBreak()) {
      for (Placed one : placed) {
        if (one.doubt().record().person().equals(aim.current().person())
            && !isOf(one.own(), aim)
            && one.doubt().couldRestart(aim, monthsWithoutOriginalStart)) {
          years.add(one.doubt().record().year());
        }
      }
    }
    return years;
  }

  /** Whether a record belongs to this aim. */
  private static boolean isOf(AimKey own, Chain aim) {
    return own != null
        && own.training().equals(aim.key().training())
        && Objects.equals(own.start(), aim.key().start());
  }
}

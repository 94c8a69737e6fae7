package org.openqar.matching;

import static org.openqar.rules.Codes.ACHIEVED;
import static org.openqar.rules.Codes.COMPLETED;
import static org.openqar.rules.Codes.CONTINUING;
import static org.openqar.rules.Codes.WITHDRAWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqar.calendar.AcademicYear;
import org.openqar.rules.Edition;
import org.openqar.rules.Edition.LateReporting;
import org.openqar.rules.Edition.LookAhead;

/**
 * One aim out of the records with one key (qar-rules 3.4, 9.6, 9.7). The newest final return's
 * record gives the values; of several in one return the one with an end date, then the highest
 * AimSeqNumber, then the highest reference number.
 *
 * <p>A record of R04 stands in the final return's place for the year before it when it reports late
 * what that return could have shown: an end of that year, of an aim that was still in learning
 * (8.3, 9.18).
 */
final class Chains {
  private final boolean looksAhead;
  private final LateReporting lateReporting;
  private final EndPointAssessment assessment;

  Chains(Edition edition) {
    this.looksAhead = edition.returns().lookAhead().value() == LookAhead.R04;
    this.lateReporting = edition.returns().lateReporting().value();
    this.assessment = new EndPointAssessment(edition);
  }

  /** The aims of some records that are aims. */
  List<Chain> of(List<Keyed> records) {
    Map<AimKey, List<Keyed>> byKey = new LinkedHashMap<>();
    for (Keyed record : records) {
      byKey.computeIfAbsent(record.key(), any -> new ArrayList<>()).add(record);
    }
    List<Chain> chains = new ArrayList<>(byKey.size());
    byKey.forEach((key, ofAim) -> chains.add(chain(key, ofAim)));
    return chains;
  }

  private Chain chain(AimKey key, List<Keyed> records) {
    records.sort(Keyed.ORDER);
    List<Keyed> finals = records.stream().filter(record -> !record.lookAhead()).toList();
    List<Keyed> ahead = records.stream().filter(Keyed::lookAhead).toList();
    Integer firstLookAhead = ahead.isEmpty() ? null : ahead.get(0).year() + 1;
    if (finals.isEmpty()) {
      return new Chain(key, key.id(), last(ahead), List.of(), null, null, firstLookAhead);
    }
    List<Keyed> late = inPlaceOf(finals, ahead, key);
    int lastYear = last(finals).year();
    Keyed current = last(finals);
    for (Keyed record : late) {
      current = record.year() == lastYear ? record : current;
    }
    return new Chain(
        key,
        key.id(),
        current,
        together(finals, late),
        finals.get(0).year(),
        lastYear,
        firstLookAhead);
  }

  /** The records of R04 that report late, of years whose final return shows the aim in learning. */
  private List<Keyed> inPlaceOf(List<Keyed> finals, List<Keyed> ahead, AimKey key) {
    if (!looksAhead || ahead.isEmpty()) {
      return List.of();
    }
    return ahead.stream()
        .filter(record -> reportsLate(record.delivery(), key))
        .filter(record -> inLearningIn(record.year(), finals, key))
        .toList();
  }

  /** Whether a record of R04 reports an end which lies in the year before (8.3). */
  private boolean reportsLate(Delivery record, AimKey key) {
    LocalDate end =
        record.dates().achieved() == null ? record.dates().actualEnd() : record.dates().achieved();
    return record.unreadable().isEmpty()
        && isEnd(record, key)
        && end != null
        && AcademicYear.of(end).start() <= record.place().year();
  }

  private boolean isEnd(Delivery record, AimKey key) {
    return switch (lateReporting) {
      case NONE -> false;
      case ACHIEVED ->
          (record.ending().is(COMPLETED) || record.ending().is(WITHDRAWN))
              && record.ending().hasOutcome(ACHIEVED);
      case ALL -> assessment.ended(record, key.training());
    };
  }

  private boolean inLearningIn(int year, List<Keyed> finals, AimKey key) {
    for (int place = 0; place < finals.size(); place++) {
      Delivery record = finals.get(place).delivery();
      if (record.place().year() == year && Chain.counts(finals, place)) {
        return record.ending().is(CONTINUING) || assessment.awaitedBy(record, key.training());
      }
    }
    return false;
  }

  private static List<Keyed> together(Collection<Keyed> finals, Collection<Keyed> late) {
    if (late.isEmpty()) {
      return List.copyOf(finals);
    }
    List<Keyed> all = new ArrayList<>(finals);
    all.addAll(late);
    all.sort(Keyed.ORDER);
    return List.copyOf(all);
  }

  private static Keyed last(List<Keyed> records) {
    return records.get(records.size() - 1);
  }
}

package org.openqar.matching;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * Divides gathered records by learner and holds one learner in memory at a time.
 *
 * <p>If a ULN has more records at a provider than one learner can have, it identifies nobody. Its
 * records are then matched by reference number. A reference number with as many records is matched
 * in batches, and adjacent records of one aim stay together. So neither memory nor time depends on
 * what a provider puts into a ULN field.
 */
public final class Learners implements Iterator<LearnerRecords> {
  /** The most records that one learner may have at a provider. */
  public static final int MOST_RECORDS = 20_000;

  private final Iterator<Gathered> records;
  private final int most;
  private final List<Gathered> ahead = new ArrayList<>();

  /**
   * A record of the learner whose ULN has too many records; null if there is no such learner now.
   */
  private Gathered crowd;

  /**
   * Divides records by learner.
   *
   * @param records the records; those of one learner are adjacent, in the order of their reference
   *     numbers
   */
  public Learners(Iterator<Gathered> records) {
    this(records, MOST_RECORDS);
  }

  Learners(Iterator<Gathered> records, int most) {
    this.records = records;
    this.most = most;
  }

  @Override
  public boolean hasNext() {
    return !ahead.isEmpty() || records.hasNext();
  }

  @Override
  public LearnerRecords next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (ahead.isEmpty()) {
      ahead.add(records.next());
    }
    Gathered first = ahead.get(0);
    if (crowd != null && crowd.sameLearner(first)) {
      return takeReference(first);
    }
    crowd = null;
    while (ahead.size() <= most && records.hasNext()) {
      Gathered next = records.next();
      ahead.add(next);
      if (!next.sameLearner(first)) {
        return taken(ahead.size() - 1);
      }
    }
    if (ahead.size() <= most) {
      return taken(ahead.size());
    }
    crowd = first;
    return takeReference(first);
  }

  /** Takes the records with one reference number from a crowded ULN, up to the limit. */
  private LearnerRecords takeReference(Gathered first) {
    int taken = 0;
    while (taken < most && (taken < ahead.size() || records.hasNext())) {
      if (taken == ahead.size()) {
        ahead.add(records.next());
      }
      Gathered next = ahead.get(taken);
      if (!next.sameLearner(first)
          || !Objects.equals(next.owner().reference(), first.owner().reference())) {
        break;
      }
      ahead.set(taken++, next.byReferenceOnly());
    }
    return taken(taken);
  }

  /** Takes the first {@code count} records that were read ahead. */
  private LearnerRecords taken(int count) {
    List<Gathered> some = ahead.subList(0, count);
    List<Delivery> deliveries = new ArrayList<>(count);
    List<LearnerRecords.Reached> destinations = new ArrayList<>(0);
    for (Gathered one : some) {
      if (one.delivery() != null) {
        deliveries.add(one.delivery());
      } else {
        destinations.add(new LearnerRecords.Reached(one.owner(), one.destination()));
      }
    }
    some.clear();
    return new LearnerRecords(deliveries, destinations);
  }
}

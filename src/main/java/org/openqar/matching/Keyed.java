package org.openqar.matching;

import java.util.Comparator;
import org.openqar.matching.AimKey.TrainingKey;
import org.openqar.rules.Edition.MatchKey;

/**
 * A record and the key of its aim so far.
 *
 * @param precedence the record's rank among the records of one aim in one return (9.6)
 * @param person the person; the search for restarts and transfers uses it
 * @param matchedBy says in words what matched the record to its aim
 */
record Keyed(
    Delivery delivery, AimKey key, Precedence precedence, String person, String matchedBy) {

  /**
   * Orders the records of an aim. Later returns come after earlier ones, and R04 after the final
   * return that it looks back at. Within one return, the record that counts comes last (9.6).
   */
  static final Comparator<Keyed> ORDER = comparing(Comparator.comparingInt(Keyed::year));

  /** The same order with later returns first. */
  static final Comparator<Keyed> BACKWARDS =
      comparing(Comparator.comparingInt(Keyed::year).reversed());

  static Keyed of(Delivery delivery, MatchKey matchKey) {
    Owner owner = delivery.owner();
    Training training = delivery.training();
    return new Keyed(
        delivery,
        new AimKey(
            owner.ukprn(),
            owner.learner(matchKey),
            new TrainingKey(
                training.keyAimType(),
                training.learnAimRef(),
                training.progType(),
                training.keyStandard(),
                training.keyFramework(),
                training.keyPathway()),
            delivery.start(),
            delivery.keyReadable() ? null : delivery.place().id()),
        delivery.precedence(),
        owner.person(),
        owner.matchedBy(matchKey));
  }

  int year() {
    return delivery.place().year();
  }

  boolean lookAhead() {
    return delivery.place().lookAhead();
  }

  /** Whether the record's key is readable. */
  boolean readable() {
    return key.standsAlone() == null;
  }

  /** Whether this is an aim's record in a final return and its key is readable. */
  boolean readableInFinalReturn() {
    return !lookAhead() && delivery.named() && readable();
  }

  Keyed with(AimKey other) {
    return new Keyed(delivery, other, precedence, person, matchedBy);
  }

  Keyed with(AimKey other, String how) {
    return new Keyed(delivery, other, precedence, person, how);
  }

  private static Comparator<Keyed> comparing(Comparator<Keyed> year) {
    return year.thenComparing(Keyed::lookAhead)
        .thenComparing(Keyed::precedence)
        .thenComparing(record -> record.delivery.place().returnId())
        .thenComparingLong(record -> record.delivery.place().learnerNo())
        .thenComparingInt(record -> record.delivery.place().deliveryNo());
  }
}

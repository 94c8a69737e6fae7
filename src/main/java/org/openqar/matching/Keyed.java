package org.openqar.matching;

import java.util.Comparator;
import org.openqar.matching.AimKey.TrainingKey;
import org.openqar.rules.Edition.MatchKey;

/**
 * A record and the aim that it is taken for so far.
 *
 * @param precedence among the records of one aim in one return (9.6)
 * @param person the person, by whom restarts and transfers are looked for
 * @param matchedBy by what it was matched, in words
 */
record Keyed(
    Delivery delivery, AimKey key, Precedence precedence, String person, String matchedBy) {

  /**
   * The order of an aim's records: later returns after earlier ones, R04 after the final return
   * that it looks back at, and in one return the record that counts last (9.6).
   */
  static final Comparator<Keyed> ORDER = comparing(Comparator.comparingInt(Keyed::year));

  /** The same with earlier returns after later ones. */
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

  /** Whether it can be read which aim it is. */
  boolean readable() {
    return key.standsAlone() == null;
  }

  /** An aim's record in a final return, of which it can be read which aim it is. */
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

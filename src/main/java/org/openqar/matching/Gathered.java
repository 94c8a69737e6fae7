package org.openqar.matching;

/**
 * A record on its way to its learner.
 *
 * @param ukprn the provider that it belongs to, after mergers and moves
 * @param group which records are matched together: those of one person, or of all that share a
 *     number
 * @param delivery the record of an aim; null in a destination
 * @param destination a destination; null in a record of an aim
 */
public record Gathered(
    int ukprn, String group, Owner owner, Delivery delivery, Destination destination) {

  boolean sameLearner(Gathered other) {
    return ukprn == other.ukprn && group.equals(other.group);
  }

  Gathered byReferenceOnly() {
    Owner other = owner.byReferenceOnly();
    return new Gathered(
        ukprn, group, other, delivery == null ? null : delivery.with(other), destination);
  }
}

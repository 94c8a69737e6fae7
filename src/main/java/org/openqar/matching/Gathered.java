package org.openqar.matching;

/**
 * A record, before {@link Learners} divides the records by learner.
 *
 * @param ukprn the provider that the record belongs to, after mergers and moves
 * @param group names the records to match together: those of one person, or of everyone who shares
 *     a number
 * @param delivery the record of an aim; null for a destination
 * @param destination a destination; null for the record of an aim
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

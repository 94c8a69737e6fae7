/**
 * The aims stage: it gathers each learner's records, has them matched and writes the table {@code
 * aim}.
 *
 * <p>In come the returned aims, destinations and employment records, the providers that merged, and
 * those that made final returns. Out go the rows of {@code aim}, and the providers whose aims were
 * replaced. The stage matches and judges nothing itself: {@link org.openqar.matching} matches
 * records.
 *
 * <p>Start reading at {@link org.openqar.aims.AimsStage}. {@code LearnerRows} is the one reading
 * and the one shuffle. {@code KnownNumbers} looks up numbers about which more is known than their
 * own records say, and {@code ToldChanges} reads the changes that records state. {@code
 * DeliveryReader} turns text into values. {@code LearnerWalk} goes from learner to learner, and
 * {@code AimRow} writes a matched aim as a row. {@code LinkedProviders} finds how far a changed
 * return reaches.
 */
package org.openqar.aims;

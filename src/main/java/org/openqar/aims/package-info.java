/**
 * The stage around matching: it gathers what was returned by learner, hands it over and writes the
 * table {@code aim}.
 *
 * <p>In come the returned aims, destinations and employment records, and which providers merged and
 * made final returns. Out come the rows of {@code aim}, and which providers' aims were replaced.
 * The stage matches nothing itself and judges nothing: how records are matched is in {@link
 * org.openqar.matching}.
 *
 * <p>Start reading at {@link org.openqar.aims.AimsStage}. {@code LearnerRows} is the one reading
 * and the one shuffle, {@code KnownNumbers} looks up numbers of which more is known than their
 * records say, {@code ToldChanges} reads which changes are told, {@code DeliveryReader} is where
 * text becomes values, {@code LearnerWalk} goes from learner to learner, {@code AimRow} writes a
 * matched aim as a row, and {@code LinkedProviders} says how far a changed return reaches.
 */
package org.openqar.aims;

/**
 * Invents a whole sector with known answers.
 *
 * <p>In come the numbers of providers and learners, years and a seed. Out go providers' returns of
 * several years, the reference data for them, and the expected results. Nothing here calls a rule
 * of the job or reads real data, so the answers are worth comparing with.
 *
 * <p>Start reading at {@link org.openqar.simulate.Simulator}. Every learner lives one {@link
 * org.openqar.simulate.Journey}. A journey tells what the provider returned year by year, and
 * states its own answer.
 */
package org.openqar.simulate;

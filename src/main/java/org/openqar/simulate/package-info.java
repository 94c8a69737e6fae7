/**
 * Invents a whole sector with known answers: providers, their returns of several years, the
 * reference data to read them with, and what must come out.
 *
 * <p>Every learner lives one {@link org.openqar.simulate.Journey}. A journey tells what the
 * provider returned year by year and states its own answer; no rule is asked. That is what makes
 * the answers worth comparing with.
 */
package org.openqar.simulate;

/**
 * The measures stage: it judges every aim, then counts leavers, completers and achievers.
 *
 * <p>In come the rows of {@code aim}, lookups and the rules of an edition. Out go judged aims in
 * {@code qar_aim}, and counts and rates in {@code qar_provider} and {@code qar_national}, for every
 * cell of every breakdown. The stage holds no rule and ranks no provider. It reads no return. Start
 * reading at {@link org.openqar.measures.MeasuresStage}.
 */
package org.openqar.measures;

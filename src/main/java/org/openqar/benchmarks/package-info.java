/**
 * The benchmarks stage: thresholds, each provider's place in them, similar providers and groups of
 * providers.
 *
 * <p>In come the counts and rates of providers and of the nation, lookups, and published rates. Out
 * go the tables of thresholds, places, peers and groups. The stage reads no aim and no learner, and
 * it changes no count. {@link org.openqar.benchmarks.ChosenProviders} does the same for some
 * providers only, and writes nothing. Start reading at {@link
 * org.openqar.benchmarks.BenchmarksStage}.
 */
package org.openqar.benchmarks;

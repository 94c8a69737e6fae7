/**
 * OpenQAR computes qualification achievement rates from Individualised Learner Record returns. This
 * package holds the two entry points: {@link org.openqar.Main} for people, and {@link
 * org.openqar.Submit} for spark-submit.
 *
 * <p>In come arguments; out go an exit code and, for people, an archive of classes that starts
 * later commands faster. Nothing here computes or reads anything else.
 *
 * <p>The packages in the order of the data flow (docs/adr/0001-architecture.md):
 *
 * <ol>
 *   <li>{@code cli}: one class for each command; prints results and refusals.
 *   <li>{@code config}: settings, editions and layouts from {@code conf} and the command line.
 *   <li>{@code pipeline}: the stages as declarations; plans a run and runs it.
 *   <li>{@code spark}: makes the Spark session, and is the only package that does.
 *   <li>{@code ilr}: reads returned files into rows.
 *   <li>{@code privacy}: replaces learners' numbers with pseudonyms while they are read.
 *   <li>{@code returns}: decides which files count and writes what they hold.
 *   <li>{@code reference}: reads lookups such as providers, mergers and learning aims.
 *   <li>{@code imports}: reads rates that somebody else published.
 *   <li>{@code aims}: gathers each learner's records and writes the matched aims.
 *   <li>{@code matching}: turns one learner's records into aims.
 *   <li>{@code measures}: judges every aim, then counts and computes rates.
 *   <li>{@code rules}: which aims count, in which year and as what, for one aim at a time.
 *   <li>{@code benchmarks}: thresholds, each provider's place, peers and groups.
 *   <li>{@code reports}: explains, summarises, compares, shows and exports what the tables hold.
 *   <li>{@code publish}: makes counts and rates fit to be published, and writes them as files.
 * </ol>
 *
 * <p>Beside the flow: {@code tables} declares every table and alone reads and writes Delta; {@code
 * breakdowns} declares what breaks a rate down; {@code calendar} knows academic years and closing
 * days; {@code csv} reads and writes CSV; {@code messages} words refusals; {@code simulate} invents
 * a sector with known answers.
 *
 * <p>Start reading at {@link org.openqar.Main}. To follow the figures, start at {@code
 * pipeline.Stages}.
 */
package org.openqar;

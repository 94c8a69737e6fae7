/**
 * Which aims count, in which year and as what: the rules of the specification, each declared once.
 *
 * <p>In come an edition, a report year and rows of {@code aim}. Out go judged aims and, for each
 * rule tried, its verdict and the values that it read. Nothing here reads a file or another row, or
 * creates a session.
 *
 * <p>Start reading at {@link org.openqar.rules.common.Outcomes}, which declares two {@link
 * org.openqar.rules.Rule rules}. {@link org.openqar.rules.Terms} and {@link
 * org.openqar.rules.AimTerms} hold the words that they use. The words build a tree of {@link
 * org.openqar.rules.Term} and {@link org.openqar.rules.Condition} over a {@link
 * org.openqar.rules.Value}. {@code OnRow} evaluates the tree for one aim in plain Java, {@code
 * SparkColumns} evaluates it for all aims on Spark, and {@code Sql} and {@code Words} write it
 * down. {@link org.openqar.rules.RuleBook} holds the rules of all {@link
 * org.openqar.rules.ReportTypes report types}. {@code Judging} lists the steps from an aim to a
 * judged aim, on either engine.
 */
package org.openqar.rules;

/**
 * Which aims count, in which year and as what: the rules of the specification, each declared once.
 *
 * <p>In come an edition, a report year and rows of {@code aim}; out go judged aims and, for each
 * rule tried, its verdict and what it read. Nothing here reads a file or another row, or makes a
 * session.
 *
 * <p>Where to start reading, from a rule's sentence to its answer: {@link
 * org.openqar.rules.common.Outcomes} declares two {@link org.openqar.rules.Rule rules}; {@link
 * org.openqar.rules.Terms} and {@link org.openqar.rules.AimTerms} have the words that they use;
 * {@link org.openqar.rules.Term} and {@link org.openqar.rules.Condition} are the tree that these
 * words build, over a {@link org.openqar.rules.Value}. {@code OnRow} answers it for one aim in
 * plain Java, {@code SparkColumns} for all on Spark, {@code Sql} and {@code Words} write it down.
 * {@link org.openqar.rules.RuleBook} holds the rules of all {@link org.openqar.rules.ReportTypes
 * report types}, and {@code Judging} tells in which steps they make a judged aim, whatever the
 * engine.
 */
package org.openqar.rules;

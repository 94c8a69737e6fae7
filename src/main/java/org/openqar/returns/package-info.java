/**
 * The returns stage: it decides which returned files count and writes what they hold.
 *
 * <p>In come the files below some roots and what the tables already hold. Out go the tables of
 * returned learners, aims and destinations, a row for every file with its status, and an issue for
 * every fault. The stage writes values as returned and judges no aim. It parses only new and
 * changed files, and it never shows a value that may identify a learner.
 *
 * <p>Start reading at {@link org.openqar.returns.ReturnsStage}. {@link
 * org.openqar.returns.Inventory} finds files and reads their headers. {@code FileJudge} and {@link
 * org.openqar.returns.Returns} decide which of them count. {@code Scan} reads those, and {@code
 * PartWriter} writes their rows.
 */
package org.openqar.returns;

/**
 * Reports: texts about a run, and files on request.
 *
 * <p>The package takes tables, and the plan and result of a run. It gives text, JSON and CSV. A
 * report computes no figure that a stage computes, and writes no table except {@code aim_trail}.
 * {@link org.openqar.tables.TableReader} answers questions about some rows without a session.
 * {@link org.openqar.tables.TableStore} reads for reports that need the whole nation: comparisons
 * and studies.
 *
 * <p>Start reading at {@link org.openqar.reports.Explanation}, which explains why an aim counts.
 * {@link org.openqar.reports.SummaryReport} describes the result of a run. The packages {@code
 * show} and {@code export} show and write a table.
 */
package org.openqar.reports;

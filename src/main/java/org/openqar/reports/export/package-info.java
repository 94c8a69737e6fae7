/**
 * Exports: one table as one file.
 *
 * <p>In come rows from {@link org.openqar.tables.TableReader}, in no order; out goes a file sorted
 * by the table's key. Rows become records in the form of the file. Beyond a certain size they are
 * sorted in runs on disk. The new file replaces an existing one once it is complete. Nothing here
 * starts Spark or holds a large table in memory. Start reading at {@link
 * org.openqar.reports.export.Export}.
 */
package org.openqar.reports.export;

/**
 * Exports: one table as one file.
 *
 * <p>The package takes rows from {@link org.openqar.tables.TableReader}, in no order. It gives a
 * file sorted by the table's key. Rows become records in the form of the file. Beyond a certain
 * size, the package sorts them in runs on disk. The new file replaces an existing one when it is
 * complete. Nothing here starts Spark or holds a large table in memory. Start reading at {@link
 * org.openqar.reports.export.Export}.
 */
package org.openqar.reports.export;

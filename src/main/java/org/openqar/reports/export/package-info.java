/**
 * One table as one file. Rows come from {@link org.openqar.tables.TableReader} in no order, become
 * records in the form of the file, are sorted by the table's key (beyond a certain size in runs on
 * disk) and go out one after another; a file that is there is replaced once the new one is
 * complete. Never starts Spark and never holds a large table. Start with {@link
 * org.openqar.reports.export.Export}.
 */
package org.openqar.reports.export;

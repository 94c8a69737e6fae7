/**
 * The warehouse. {@link org.openqar.tables.Tables} lists every table, declared once with its
 * columns, key and layout; {@link org.openqar.tables.TableStore} writes and reads them by Spark,
 * for the nation; {@link org.openqar.tables.TableReader} reads them by Delta Kernel, for a question
 * about some rows. Nothing else touches Delta, and nothing here knows what a figure means. Start
 * with {@link org.openqar.tables.Table}.
 */
package org.openqar.tables;

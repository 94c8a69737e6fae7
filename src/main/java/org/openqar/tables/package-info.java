/**
 * The warehouse: every table with its columns, key and layout, and the only access to Delta.
 *
 * <p>The package takes rows of a stage, or a question about some rows. It gives committed tables,
 * or the rows asked for. Nothing here knows what a figure means, and no other package touches
 * Delta. Start reading at {@link org.openqar.tables.Table}. {@link org.openqar.tables.Tables} lists
 * all tables. {@link org.openqar.tables.TableStore} writes and reads them with Spark, for the whole
 * nation. {@link org.openqar.tables.TableReader} reads some rows with Delta Kernel, without Spark.
 */
package org.openqar.tables;

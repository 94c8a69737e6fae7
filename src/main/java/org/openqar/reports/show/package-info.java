/**
 * A few rows of a table on the terminal. {@link org.openqar.reports.show.View} names what analysts
 * ask for most and what is left open of it; {@link org.openqar.reports.show.Question} is what one
 * of them asks, its names checked; {@link org.openqar.reports.show.Showing} reads the rows and lays
 * them out within a width. Writes nothing and starts no Spark.
 */
package org.openqar.reports.show;

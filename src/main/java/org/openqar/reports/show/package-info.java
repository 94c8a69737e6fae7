/**
 * A few rows of a table on the terminal.
 *
 * <p>The package takes the names and conditions of a command. It gives rows as text, laid out
 * within a width. Nothing here writes a file or starts Spark. Start reading at {@link
 * org.openqar.reports.show.View}, which names the common questions and what each leaves open.
 * {@link org.openqar.reports.show.Question} is one person's question with its names checked. {@link
 * org.openqar.reports.show.Showing} reads the rows and lays them out.
 */
package org.openqar.reports.show;

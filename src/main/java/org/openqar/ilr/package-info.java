/**
 * The reader of Individualised Learner Record (ILR) returns: a Spark data source.
 *
 * <p>In come XML files, ZIP archives and gzip files; out come rows of learners, destinations and
 * files, with values as text. Nothing here judges a value, writes a file or keeps a learner's name
 * or address. The reader refuses what is broken or too large before it takes memory, and every
 * refusal is an {@link org.openqar.ilr.IlrProblem}.
 *
 * <p>Start reading at {@link org.openqar.ilr.IlrSource}, the source {@code ilr}. {@link
 * org.openqar.ilr.IlrCatalog} is the same for SQL, and {@link org.openqar.ilr.IlrSchema} has the
 * columns. {@code IlrPlan} turns a query's columns into a plan. {@code IlrFileReader} opens a file,
 * lets {@code IlrParser} make one pass over its {@code XmlBytes}, and ends with the file's own row.
 * {@code PlainXml} gives the events of a plain file, and {@code AaltoXml} those of any other.
 * {@code FileParts} splits large files, and {@code FileGroups} gives all parts to tasks.
 */
package org.openqar.ilr;

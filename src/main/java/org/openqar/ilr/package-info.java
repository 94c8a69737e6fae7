/**
 * Reads Individualised Learner Record (ILR) returns into Spark: {@link org.openqar.ilr.IlrSource}
 * is the source {@code ilr}, {@link org.openqar.ilr.IlrCatalog} the same for SQL, and {@link
 * org.openqar.ilr.IlrSchema} the columns of both.
 *
 * <p>A query's columns are compiled into an {@code IlrPlan}; an {@code IlrFileReader} opens a file,
 * lets an {@code IlrParser} make one pass over its {@code XmlBytes}, and closes with the file's own
 * row. The events of that pass come from {@code PlainXml} as long as the file is plain, and else
 * from {@code AaltoXml}. {@code FileParts} splits large files where that is asked for, and {@code
 * FileGroups} deals all out to tasks. What is too large is refused by {@code IlrLimits}, and every
 * refusal is an {@link org.openqar.ilr.IlrProblem}.
 */
package org.openqar.ilr;

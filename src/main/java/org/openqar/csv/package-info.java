/**
 * Reads and writes CSV for every other package, by the parser that Spark brings (univocity).
 *
 * <p>Bytes or values come in; lines with their number, or text as RFC 4180 has it, go out. It knows
 * no tables and no columns. Reference files are the exception: they go through Spark's own reader,
 * so that a small file and a large one are read alike (package {@code reference}).
 *
 * <p>Start at {@link org.openqar.csv.CsvReader} and {@link org.openqar.csv.CsvText}.
 */
package org.openqar.csv;

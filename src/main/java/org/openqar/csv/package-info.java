/**
 * Reads and writes CSV for every other package, by the parser that Spark brings (univocity).
 *
 * <p>The package takes bytes or values. It gives numbered lines, or text in the form of RFC 4180.
 * It knows no tables and no columns. Reference files are the exception: they go through Spark's own
 * reader, so that the program reads small and large files in the same way (package {@code
 * reference}).
 *
 * <p>Start at {@link org.openqar.csv.CsvReader} and {@link org.openqar.csv.CsvText}.
 */
package org.openqar.csv;

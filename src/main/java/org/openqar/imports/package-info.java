/**
 * Achievement rates that somebody else published.
 *
 * <p>The package takes a CSV and a layout, which describes its columns. It gives rows of {@code
 * published_rate}. The import takes a whole file or nothing, and refuses whatever it cannot place.
 * It does not compare rates with ours. Start reading at {@link
 * org.openqar.imports.PublishedImport}. {@link org.openqar.imports.ProgramFigures} holds the
 * built-in figures.
 */
package org.openqar.imports;

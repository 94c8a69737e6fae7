/**
 * Achievement rates that somebody else published.
 *
 * <p>In come a CSV and a layout, which describes its columns; out go rows of {@code
 * published_rate}. The import takes a whole file or nothing, and refuses whatever it cannot place.
 * It compares no rate with ours. Start reading at {@link org.openqar.imports.PublishedImport}.
 * {@link org.openqar.imports.ProgramFigures} holds the figures that come with the program.
 */
package org.openqar.imports;

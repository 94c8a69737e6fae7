/**
 * Files for publication: counts and rates after disclosure control.
 *
 * <p>The package takes the counts of an edition and report year, and a policy. It gives a folder of
 * data files that explore education statistics accepts, with metadata, a data package and a page on
 * the method. It writes the whole folder or nothing. No other package decides which counts may be
 * seen, and nothing here changes a table. Start reading at {@link org.openqar.publish.Publication};
 * {@code Disclosure} turns counts into figures.
 */
package org.openqar.publish;

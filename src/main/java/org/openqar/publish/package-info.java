/**
 * Files to give away: counts and rates after disclosure control.
 *
 * <p>In come the counts of an edition and report year, and a policy. Out goes a folder of data
 * files that explore education statistics takes, with metadata, a data package and a page on the
 * method. It writes the whole folder or nothing. No other package decides which counts may be seen,
 * and nothing here changes a table. Start reading at {@link org.openqar.publish.Publication};
 * {@code Disclosure} turns counts into figures.
 */
package org.openqar.publish;

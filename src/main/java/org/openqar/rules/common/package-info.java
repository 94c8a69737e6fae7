/**
 * Rules that several report types share. Their identifiers begin with {@code ALL-}.
 *
 * <p>In come the words of the rules. Out go declarations, one for each rule with its clause. Each
 * class holds the rules of one kind. Nothing here chooses which report type uses a rule, reads a
 * file or knows an engine. Start reading at {@link org.openqar.rules.common.Outcomes}, the
 * shortest.
 */
package org.openqar.rules.common;

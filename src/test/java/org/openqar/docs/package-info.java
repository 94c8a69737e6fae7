/**
 * The generated pages of the manual: tables, rules, commands, settings and refusals.
 *
 * <p>In come the declarations of the code and the files of {@code conf}; out go the pages of {@code
 * docs/generated}. They are committed, and a test compares them with the code. Nothing here starts
 * Spark, and no other package uses this one. Start reading at {@link
 * org.openqar.docs.GeneratedDocs}.
 */
package org.openqar.docs;

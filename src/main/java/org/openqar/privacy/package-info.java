/**
 * Replaces learners' numbers with pseudonyms.
 *
 * <p>In come a key file and learners' numbers; out go pseudonyms. The reader of returns replaces
 * each number as it reads it, so no row ever holds a real one. Nothing here writes a file, and
 * nothing reveals the key. Start reading at {@link org.openqar.privacy.Pseudonyms}; {@link
 * org.openqar.privacy.PseudonymKey} is the secret.
 */
package org.openqar.privacy;

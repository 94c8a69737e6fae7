/**
 * Pseudonyms in place of learners' numbers: {@link org.openqar.privacy.PseudonymKey} is the secret,
 * {@link org.openqar.privacy.Pseudonyms} what it makes of a number. The reader replaces numbers as
 * it keeps them, so that no row ever holds a real one.
 */
package org.openqar.privacy;

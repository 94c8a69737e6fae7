package org.openqar.returns;

/**
 * One fault of a learner or an aim.
 *
 * @param field the ILR element
 * @param value the returned value, or null if it may not be shown
 * @param severity learner, aim or warning
 * @param message what was expected and what follows
 */
record RowIssue(String field, String value, IssueCode code, String severity, String message) {}

package org.openqar.returns;

/**
 * One thing that is wrong with a learner or an aim.
 *
 * @param field the ILR element
 * @param value what stands there, or null where it may not be shown
 * @param severity learner, aim or warning
 * @param message what was expected and what becomes of it
 */
record RowIssue(String field, String value, IssueCode code, String severity, String message) {}

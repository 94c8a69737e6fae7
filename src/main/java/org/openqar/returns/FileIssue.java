package org.openqar.returns;

/**
 * A fault or an oddity of a whole file.
 *
 * @param severity {@code file} or {@code warning}
 */
record FileIssue(
    String returnId,
    String sourceFile,
    Integer line,
    String field,
    String value,
    String code,
    String severity,
    String message) {

  static FileIssue warning(
      ReturnedFile file, String field, String value, IssueCode code, String message) {
    return new FileIssue(
        file.contentHash(), file.sourceFile(), null, field, value, code.code(), "warning", message);
  }

  static FileIssue refusal(ReturnedFile file, IssueCode code, String message) {
    return refusal(file, null, code.code(), message);
  }

  /**
   * @param code a code of {@link org.openqar.ilr.IlrProblem}
   */
  static FileIssue refusal(ReturnedFile file, Integer line, String code, String message) {
    return new FileIssue(
        file.contentHash(), file.sourceFile(), line, null, null, code, "file", message);
  }
}

package org.openqar.ilr;

import java.io.IOException;

/** An archive that does not hold exactly one readable return. */
final class ArchiveException extends IOException {
  private final IlrProblem problem;
  private final String detail;

  ArchiveException(IlrProblem problem) {
    this(problem, null);
  }

  /**
   * @param detail fills the gap in the problem's sentence
   */
  ArchiveException(IlrProblem problem, String detail) {
    super(problem.code());
    this.problem = problem;
    this.detail = detail;
  }

  IlrProblem problem() {
    return problem;
  }

  String detail() {
    return detail;
  }
}

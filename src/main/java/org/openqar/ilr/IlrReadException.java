package org.openqar.ilr;

/** A file that cannot be read as an ILR return; the message is one sentence fit to show. */
public class IlrReadException extends RuntimeException {
  private final IlrProblem problem;
  private final int line;
  private final int column;

  IlrReadException(IlrProblem problem, String file, int line, int column, Object detail) {
    super(problem.sentence(file, line, column, detail));
    this.problem = problem;
    this.line = line;
    this.column = column;
  }

  IlrReadException(IlrProblem problem, String file, Object detail) {
    this(problem, file, 0, 0, detail);
  }

  /** What kind of problem it is. */
  public IlrProblem problem() {
    return problem;
  }

  /** The 1-based line, or 0 where the problem has no place in the text. */
  public int line() {
    return line;
  }

  /** The 1-based column, or 0 where the problem has no place in the text. */
  public int column() {
    return column;
  }
}

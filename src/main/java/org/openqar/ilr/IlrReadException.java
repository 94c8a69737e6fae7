package org.openqar.ilr;

import org.openqar.messages.UserException;

/** A file that cannot be read as an ILR return. The message is one sentence, fit to show. */
public class IlrReadException extends UserException {
  private final IlrProblem problem;
  private final String file;
  private final int line;
  private final int column;
  private final transient Object detail;

  IlrReadException(IlrProblem problem, String file, int line, int column, Object detail) {
    this(problem, file, line, column, detail, null);
  }

  IlrReadException(IlrProblem problem, String file, Object detail) {
    this(problem, file, 0, 0, detail);
  }

  private IlrReadException(
      IlrProblem problem, String file, int line, int column, Object detail, String seen) {
    super(Ending.FAILED, problem.sentence(file, line, column, detail, seen), null);
    this.problem = problem;
    this.file = file;
    this.line = line;
    this.column = column;
    this.detail = detail;
  }

  /** Returns the same with what the reader saw of the file before, if that matters. */
  IlrReadException after(Findings findings) {
    return problem.breaksOff() && (line > 0 || findings.learners > 0)
        ? new IlrReadException(problem, file, line, column, detail, findings.seen())
        : this;
  }

  /** Returns the same with a place that counts from the start of the file and not of the part. */
  IlrReadException behind(BytePosition part) {
    return new IlrReadException(
        problem, file, part.lines() + line, column + (line == 1 ? part.columns() : 0), detail);
  }

  /** Returns the same without a place. */
  IlrReadException nowhere() {
    return new IlrReadException(problem, file, detail);
  }

  /** Returns the kind of problem. */
  public IlrProblem problem() {
    return problem;
  }

  /** Returns the 1-based line, or 0 if the problem has no place in the text. */
  public int line() {
    return line;
  }

  /** Returns the 1-based column, or 0 if the problem has no place in the text. */
  public int column() {
    return column;
  }
}

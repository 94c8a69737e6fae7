package org.openqar.docs;

import static org.openqar.docs.Markdown.code;
import static org.openqar.docs.Markdown.head;
import static org.openqar.docs.Markdown.row;

import org.openqar.ilr.IlrProblem;
import org.openqar.returns.IssueCode;

/** Every code that a file, a learner or an aim can be refused or warned of with. */
final class RefusalsPage {
  private RefusalsPage() {}

  static String text() {
    StringBuilder page = new StringBuilder(Markdown.title("What is refused or warned of"));
    page.append(
        """
        Every code of `return_issue.code`, with what it means. The official file rules are those of the ILR validation
        rules 2025 to 2026, published by the Department for Education.

        ## Files that cannot be read

        The file is refused whole, and the next older usable file of its provider and year counts instead. Each sentence
        begins with the file, and with line and column where the place is known; where reading broke off, it ends with what
        was seen before. What stands in braces is filled in.

        """);
    page.append(head("code", "sentence", "official rule"));
    for (IlrProblem problem : IlrProblem.values()) {
      page.append(row(code(problem.code()), problem.template(), problem.rule()));
    }
    page.append("\n## Files, learners and aims that can be read\n\n");
    page.append(head("code", "severity", "what is wrong", "what becomes of it", "official rule"));
    for (IssueCode issue : IssueCode.values()) {
      page.append(
          row(
              code(issue.code()),
              issue.severity().label(),
              issue.meaning(),
              issue.severity().consequence(),
              issue.rule()));
    }
    return page.toString();
  }
}

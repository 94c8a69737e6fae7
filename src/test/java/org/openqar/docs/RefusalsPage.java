package org.openqar.docs;

import static org.openqar.docs.Markdown.code;
import static org.openqar.docs.Markdown.head;
import static org.openqar.docs.Markdown.row;

import org.openqar.ilr.IlrProblem;
import org.openqar.returns.IssueCode;

/** Writes the page of codes: why a file, a learner or an aim is refused or gets a warning. */
final class RefusalsPage {
  private RefusalsPage() {}

  static String text() {
    StringBuilder page = new StringBuilder(Markdown.title("Refusals and warnings"));
    page.append(
        """
        Each code of `return_issue.code` and its meaning. The official file rules are the ILR validation rules 2025 to 2026
        of the Department for Education.

        ## Files that cannot be read

        The run refuses the whole file and uses the next older usable file of its provider and year instead. Each sentence
        begins with the file, followed by line and column if the place is known. If the file broke off, the sentence ends
        with what the run had read by then. The run fills in the words in braces.

        """);
    page.append(head("code", "sentence", "official rule"));
    for (IlrProblem problem : IlrProblem.values()) {
      page.append(row(code(problem.code()), problem.template(), problem.rule()));
    }
    page.append("\n## Files, learners and aims that can be read\n\n");
    page.append(head("code", "severity", "what is wrong", "what happens to it", "official rule"));
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

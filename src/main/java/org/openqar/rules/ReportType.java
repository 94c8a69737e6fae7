package org.openqar.rules;

import java.util.List;

/** One of the five reports: which aims it counts, and by which rules. */
public interface ReportType {
  /** As {@code report_type} has it. */
  String name();

  /** Its rules, in the order of the specification. */
  List<Rule> rules();
}

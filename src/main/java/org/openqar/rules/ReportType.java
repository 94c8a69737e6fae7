package org.openqar.rules;

import java.util.ArrayList;
import java.util.List;

/** One of the five reports: which aims it counts, and by which rules. */
public interface ReportType {
  /** As {@code report_type} has it. */
  String name();

  /** Its rules, in the order of the specification. */
  List<Rule> rules();

  /** Groups of rules one after the other. */
  @SafeVarargs
  static List<Rule> inOrder(List<Rule>... groups) {
    List<Rule> all = new ArrayList<>();
    for (List<Rule> group : groups) {
      all.addAll(group);
    }
    return List.copyOf(all);
  }
}

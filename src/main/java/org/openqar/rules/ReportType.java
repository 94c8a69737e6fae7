package org.openqar.rules;

import java.util.ArrayList;
import java.util.List;

/** One of the five reports: which aims it counts, and by which rules. */
public interface ReportType {
  /** What provision it reports on. */
  enum Provision {
    APPRENTICESHIPS,
    EDUCATION_AND_TRAINING,
    TRAINEESHIPS
  }

  /** As {@code report_type} has it. */
  String name();

  /** The same for people. */
  default String title() {
    return name().replace('_', ' ');
  }

  Provision provision();

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

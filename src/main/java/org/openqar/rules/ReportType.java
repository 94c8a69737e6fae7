package org.openqar.rules;

import java.util.ArrayList;
import java.util.List;

/** One of the five reports: the aims that it counts, and its rules. */
public interface ReportType {
  /** The provision that a report covers. */
  enum Provision {
    APPRENTICESHIPS,
    EDUCATION_AND_TRAINING,
    TRAINEESHIPS
  }

  /** Returns the name in {@code report_type}. */
  String name();

  /** Returns the name for people. */
  default String title() {
    return name().replace('_', ' ');
  }

  Provision provision();

  /** Returns its rules, in the order of the specification. */
  List<Rule> rules();

  /** Joins groups of rules in their order. */
  @SafeVarargs
  static List<Rule> inOrder(List<Rule>... groups) {
    List<Rule> all = new ArrayList<>();
    for (List<Rule> group : groups) {
      all.addAll(group);
    }
    return List.copyOf(all);
  }
}

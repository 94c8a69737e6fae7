package org.openqar.publish;

import java.util.Arrays;
import java.util.List;

/**
 * The figures of each cell, in the order of the published files. The names are those of the DfE
 * data dictionary if it has them.
 */
enum Indicator {
  LEAVERS("leaver_count", "Leavers", "", "Aims in the cohort"),
  COMPLETERS("completer_count", "Completers", "", "Leavers who completed the learning"),
  ACHIEVERS("achievement_count", "Achievers", "", "Leavers who achieved"),
  ACHIEVEMENT("achievements_percent", "Achievement rate", "%", "Achievers of leavers"),
  RETENTION("retention_percent", "Retention rate", "%", "Completers of leavers"),
  PASS("pass_percent", "Pass rate", "%", "Achievers of completers");

  private final String column;
  private final String label;
  private final String unit;
  private final String meaning;

  Indicator(String column, String label, String unit, String meaning) {
    this.column = column;
    this.label = label;
    this.unit = unit;
    this.meaning = meaning;
  }

  /** Returns the indicators of a measure. The timely measure has no completers. */
  static List<Indicator> of(String measure) {
    return Arrays.stream(values())
        .filter(
            one ->
                !measure.equals("timely")
                    || one == LEAVERS
                    || one == ACHIEVERS
                    || one == ACHIEVEMENT)
        .toList();
  }

  String column() {
    return column;
  }

  String label() {
    return label;
  }

  /** Empty for a count. */
  String unit() {
    return unit;
  }

  String meaning() {
    return meaning;
  }

  boolean isRate() {
    return !unit.isEmpty();
  }

  /** The heading under which the table tool lists the indicator. */
  String grouping() {
    return isRate() ? "Rates" : "Volumes";
  }
}

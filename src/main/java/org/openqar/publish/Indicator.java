package org.openqar.publish;

import java.util.Arrays;
import java.util.List;

/**
 * What is measured in each cell, by the names of the DfE data dictionary where it has them, in the
 * order of the published files.
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

  /** Those of a measure: the timely one knows no completers. */
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

  /** Under what the table tool lists it. */
  String grouping() {
    return isRate() ? "Rates" : "Volumes";
  }
}

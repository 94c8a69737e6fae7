package org.openqar.pipeline;

import org.openqar.aims.AimsStage;
import org.openqar.measures.MeasuresStage;
import org.openqar.rules.Edition;

/** Whether two editions make the same of the same returns, as far as their parameters tell. */
public final class SameResults {
  private SameResults() {}

  /** Whether the same records become the same aims. */
  public static boolean ofAims(Edition one, Edition other) {
    return AimsStage.method(one).equals(AimsStage.method(other));
  }

  /** Whether the same judged aims become the same figures. */
  public static boolean ofFigures(Edition one, Edition other) {
    return MeasuresStage.method(one).equals(MeasuresStage.method(other));
  }
}

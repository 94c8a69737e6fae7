package org.openqar.rules;

import java.util.List;
import java.util.Map;

/**
 * An aim in one report: what {@link RuleBook#judge(AimValues)} found.
 *
 * @param reportType the report type that counts it
 * @param aim the row that was judged
 * @param judged what the rules added to it, by column of {@code qar_aim}
 * @param trail every rule of the report type, in order
 */
public record JudgedAim(
    String reportType, AimValues aim, Map<String, Object> judged, List<Tried> trail)
    implements AimValues {

  /** A column of the judgement, else of the aim. */
  @Override
  public Object value(String column) {
    return judged.containsKey(column) ? judged.get(column) : aim.value(column);
  }
}

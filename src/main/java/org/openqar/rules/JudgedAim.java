package org.openqar.rules;

import java.util.List;
import java.util.Map;

/**
 * An aim in one report, as {@link RuleBook#judge(AimValues)} judged it.
 *
 * @param reportType the report type that counts it
 * @param aim the row of {@code aim}
 * @param judged the values that the rules added, by column of {@code qar_aim}
 * @param trail every rule of the report type, in order
 */
public record JudgedAim(
    String reportType, AimValues aim, Map<String, Object> judged, List<Tried> trail)
    implements AimValues {

  /**
   * Returns a value from the column of the judgement, or from the aim if the judgement has no such
   * column.
   */
  @Override
  public Object value(String column) {
    return judged.containsKey(column) ? judged.get(column) : aim.value(column);
  }
}

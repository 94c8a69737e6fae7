package org.openqar.breakdowns;

import org.openqar.rules.Condition;
import org.openqar.rules.Value;

/**
 * One value, or one kind of values, of a breakdown.
 *
 * @param words the value itself if it is always the same; otherwise a description of the values
 * @param when the aims that have it
 * @param value a text or a whole number
 */
public record Case(String words, Condition when, Value value) {
  /** Whether the value is always the same. */
  public boolean isFixed() {
    return value instanceof Value.Literal;
  }

  /** Whether it applies to every aim that no earlier case covers. */
  public boolean isOfTheRest() {
    return when.equals(Condition.always());
  }
}

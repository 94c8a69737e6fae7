package org.openqar.breakdowns;

import org.openqar.rules.Condition;
import org.openqar.rules.Value;

/**
 * One value, or one kind of values, of a breakdown.
 *
 * @param words the value itself where it is always the same, else what stands there
 * @param when of which aims
 * @param value a text or a whole number
 */
public record Case(String words, Condition when, Value value) {
  /** Whether it is always the same value. */
  public boolean isFixed() {
    return value instanceof Value.Literal;
  }

  /** Whether it is that of every aim which no case before it takes. */
  public boolean isOfTheRest() {
    return when.equals(Condition.always());
  }
}

package org.openqar.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The unit of the number or codes in an edition's value: days, or the codes of an ILR field. A
 * choice and a yes or no need none.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unit {
  /** Returns the unit in words, such as {@code days}. */
  String value();
}

package org.openqar.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the number or codes of an edition's value are: days, or codes of an ILR field. A choice and
 * a yes or no need none.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unit {
  /** In words, such as {@code days}. */
  String value();
}

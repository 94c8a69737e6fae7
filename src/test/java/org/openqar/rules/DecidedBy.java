package org.openqar.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The values of an edition that the cases of a test class turn on, where no rule reads them: what
 * decides matching, and which providers and years are counted.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DecidedBy {
  /** Keys, such as {@code match.key}. */
  String[] value();
}

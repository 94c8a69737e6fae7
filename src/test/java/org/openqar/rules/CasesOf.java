package org.openqar.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The rule whose cases a test class holds; a rule without such a class fails the build. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CasesOf {
  /** The rule's id. */
  String value();
}

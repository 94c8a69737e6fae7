package org.openqar.rules;

import java.util.Locale;

/**
 * The kinds of rule, in the order in which the job applies them. The order of rules within a kind
 * never matters. {@link Judging} says which kinds one step can settle together.
 */
public enum Kind {
  /** Decides which aims a report type counts. */
  SCOPE,
  /** Decides which aims count as withdrawn because they are missing from a return. */
  OVERDUE,
  /** Gives the candidate years. The latest is the hybrid end year. */
  END_YEAR,
  /** Decides whether an aim is completed and achieved. */
  OUTCOME,
  /** Takes aims out of the cohort. */
  EXCLUSION,
  /** Decides what counts in the timely measure. */
  TIMELY;

  /** Returns the name for people. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

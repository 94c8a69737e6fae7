package org.openqar.rules;

import java.util.Locale;

/**
 * The kinds of rule, in the order in which they are applied; inside a kind order never matters.
 * {@link Judging} tells which of them can be settled together.
 */
public enum Kind {
  /** Which aims a report type counts. */
  SCOPE,
  /** Which aims are treated as withdrawn because of what was not returned. */
  OVERDUE,
  /** The candidate years; the latest is the hybrid end year. */
  END_YEAR,
  /** Completed, achieved. */
  OUTCOME,
  /** What takes an aim out of the cohort. */
  EXCLUSION,
  /** What counts in the timely measure. */
  TIMELY;

  /** As people write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

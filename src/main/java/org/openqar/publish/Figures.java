package org.openqar.publish;

import java.util.ArrayList;
import java.util.List;

/** Shows a cell's counts and rates under a policy (qar-rules 5.2, ilr-format 8). */
final class Figures {
  /** Not applicable: the denominator is zero. */
  static final String NOT_APPLICABLE = "z";

  /** Not available: too few in the numerator or the denominator. */
  static final String NOT_AVAILABLE = "x";

  /** Hidden. */
  static final String CONFIDENTIAL = "c";

  /** Rounds to zero but is not zero. */
  static final String LOW = "low";

  private Figures() {}

  /** Returns the figures as the policy shows them, in the order of {@link Indicator}. */
  static List<String> of(TrueCounts counts, Policy policy) {
    Long completers = counts.completers();
    List<String> figures = new ArrayList<>();
    figures.add(count(counts.leavers(), policy));
    figures.add(completers == null ? NOT_APPLICABLE : count(completers, policy));
    figures.add(count(counts.achievers(), policy));
    figures.add(rate(counts.achievers(), counts.leavers(), policy));
    figures.add(completers == null ? NOT_APPLICABLE : rate(completers, counts.leavers(), policy));
    figures.add(completers == null ? NOT_APPLICABLE : rate(counts.achievers(), completers, policy));
    return figures;
  }

  /** Returns the figures of a hidden cell. */
  static List<String> hidden(TrueCounts counts) {
    String completers = counts.completers() == null ? NOT_APPLICABLE : CONFIDENTIAL;
    return List.of(CONFIDENTIAL, completers, CONFIDENTIAL, CONFIDENTIAL, completers, completers);
  }

  /**
   * Returns the figures of a cell without a row, filled as if its counts could be small.
   *
   * @param completers whether the measure has completers
   */
  static List<String> absent(boolean completers) {
    return completers
        ? List.of(LOW, LOW, LOW, NOT_AVAILABLE, NOT_AVAILABLE, NOT_AVAILABLE)
        : List.of(LOW, NOT_APPLICABLE, LOW, NOT_AVAILABLE, NOT_APPLICABLE, NOT_APPLICABLE);
  }

  /** Rounds half up to a multiple of a base. */
  static long rounded(long count, int base) {
    return (count + base / 2) / base * base;
  }

  private static String count(long count, Policy policy) {
    return count > 0 && count < policy.low() ? LOW : String.valueOf(rounded(count, policy.base()));
  }

  /**
   * Returns a rate, unless the numerator or denominator is below the low count, a numerator of zero
   * included.
   */
  private static String rate(long part, long whole, Policy policy) {
    if (policy.ratesOfRounded()) {
      return rate(rounded(part, policy.base()), rounded(whole, policy.base()));
    }
    if (whole > 0 && Math.min(part, whole) < policy.low()) {
      return NOT_AVAILABLE;
    }
    return policy.low() > 0 && part > 0 && 200 * part < whole ? LOW : rate(part, whole);
  }

  /** Returns a percentage with one decimal, rounded half up from whole numbers. */
  private static String rate(long part, long whole) {
    if (whole == 0) {
      return NOT_APPLICABLE;
    }
    long tenths = (2000 * part + whole) / (2 * whole);
    return tenths / 10 + "." + tenths % 10;
  }
}

package org.openqar.matching;

import java.util.HashMap;
import java.util.Map;
import org.openqar.matching.Said.Number;

/**
 * Groups the reference numbers and ULNs that records connect, through any number of steps. The
 * editions that match by reference number need this, because they look for restarts by ULN.
 */
final class NumberGroups {
  /**
   * Leads from each member to another of its group, and in the end to the one that names the group.
   */
  private final Map<Object, Object> towards = new HashMap<>();

  /** A ULN at a provider. */
  private record Uln(int ukprn, String uln) {}

  /** Puts a number and a ULN into one group. */
  void join(Number number, String uln) {
    Object one = root(number);
    Object other = root(new Uln(number.ukprn(), uln));
    if (!one.equals(other)) {
      if (first(one, other)) {
        towards.put(other, one);
      } else {
        towards.put(one, other);
      }
    }
  }

  /** Returns the name of a number's group: the least of its ULNs; null if the number has no ULN. */
  String of(Number number) {
    return root(number) instanceof Uln uln ? "ULN " + uln.uln() : null;
  }

  /**
   * Whether one member names the group rather than the other. ULNs come before numbers, and lower
   * values before higher ones.
   */
  private static boolean first(Object one, Object other) {
    return one instanceof Uln uln
        && (!(other instanceof Uln more) || uln.uln().compareTo(more.uln()) < 0);
  }

  private Object root(Object member) {
    Object at = member;
    while (towards.containsKey(at)) {
      at = towards.get(at);
    }
    for (Object passed = member; !passed.equals(at); ) {
      passed = towards.put(passed, at);
    }
    return at;
  }
}

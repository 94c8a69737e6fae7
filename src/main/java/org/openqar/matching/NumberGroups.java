package org.openqar.matching;

import java.util.HashMap;
import java.util.Map;
import org.openqar.matching.Said.Number;

/**
 * Which reference numbers and ULNs belong together where records are matched by reference number,
 * but restarts are looked for by ULN: all that some record joins, through any number of steps.
 */
final class NumberGroups {
  /** From each member to another of its group, in the end to the one that names it. */
  private final Map<Object, Object> towards = new HashMap<>();

  /** A ULN at a provider. */
  private record Uln(int ukprn, String uln) {}

  /** Takes a number and a ULN as one group. */
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

  /** The name of a number's group: the least of its ULNs; null where the number has no ULN. */
  String of(Number number) {
    return root(number) instanceof Uln uln ? "ULN " + uln.uln() : null;
  }

  /** A ULN names a group before a number does, the least before others. */
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

package org.openqar.messages;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody who mistyped a name may have meant. */
public final class Nearest {
  private Nearest() {}

  /** A question that names the nearest of some names, if any is near; else nothing. */
  public static String to(String mistyped, Collection<String> names) {
    return name(mistyped, names).map(name -> " Did you mean %s?".formatted(name)).orElse("");
  }

  /** The nearest of some names, if any is near. */
  public static Optional<String> name(String mistyped, Collection<String> names) {
    String wanted = mistyped.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> isNear(wanted, name.toLowerCase(Locale.ROOT)))
        .min(
            Comparator.comparing((String name) -> !begins(wanted, name.toLowerCase(Locale.ROOT)))
                .thenComparingInt(name -> edits(wanted, name.toLowerCase(Locale.ROOT))));
  }

  /** Whether somebody left off the end of a name. */
  private static boolean begins(String wanted, String name) {
    return !wanted.isEmpty() && name.startsWith(wanted);
  }

  private static boolean isNear(String wanted, String name) {
    return edits(wanted, name) <= Math.max(2, wanted.length() / 3)
        || !wanted.isEmpty() && (name.contains(wanted) || wanted.contains(name));
  }

  /** How many characters must be added, left out or changed to make one text of another. */
  private static int edits(String one, String other) {
    return LevenshteinDistance.getDefaultInstance().apply(one, other);
  }
}

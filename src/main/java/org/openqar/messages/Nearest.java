package org.openqar.messages;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that somebody probably meant when they mistyped one. */
public final class Nearest {
  private Nearest() {}

  /** Returns a question that names the nearest name, or an empty text if none is near. */
  public static String to(String mistyped, Collection<String> names) {
    return name(mistyped, names).map(name -> " Did you mean %s?".formatted(name)).orElse("");
  }

  /** Returns the nearest name, if one is near. */
  public static Optional<String> name(String mistyped, Collection<String> names) {
    String wanted = mistyped.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> isNear(wanted, name.toLowerCase(Locale.ROOT)))
        .min(
            Comparator.comparing((String name) -> !begins(wanted, name.toLowerCase(Locale.ROOT)))
                .thenComparingInt(name -> edits(wanted, name.toLowerCase(Locale.ROOT))));
  }

  /** Whether the text is the beginning of a name. */
  private static boolean begins(String wanted, String name) {
    return !wanted.isEmpty() && name.startsWith(wanted);
  }

  private static boolean isNear(String wanted, String name) {
    return edits(wanted, name) <= Math.max(2, wanted.length() / 3)
        || !wanted.isEmpty() && (name.contains(wanted) || wanted.contains(name));
  }

  /** Counts the characters to add, remove or change to turn one text into another. */
  private static int edits(String one, String other) {
    return LevenshteinDistance.getDefaultInstance().apply(one, other);
  }
}

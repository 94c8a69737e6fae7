package org.openqar.ilr;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openqar.messages.UserException;

/** Reads an option that takes one of a few words. */
final class OptionValue {
  private OptionValue() {}

  static <E extends Enum<E>> E of(String option, String value, E[] allowed, E unset) {
    if (value == null) {
      return unset;
    }
    return Arrays.stream(allowed)
        .filter(it -> it.name().equalsIgnoreCase(value.strip()))
        .findFirst()
        .orElseThrow(() -> UserException.usage(refusal(option, value, allowed)));
  }

  private static String refusal(String option, String value, Enum<?>[] allowed) {
    return "Option %s of the ilr source takes %s; found '%s'."
        .formatted(
            option,
            Arrays.stream(allowed)
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")),
            value);
  }
}

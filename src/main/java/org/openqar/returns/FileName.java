package org.openqar.returns;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a return's name: {@code ILR-<UKPRN>-<YYYY>-<yyyymmdd>-<hhmmss>-<nn>.xml} (file rules
 * Filename_1 to Filename_6).
 *
 * @param ukprn the provider
 * @param year the collection's four digits
 * @param stamp date and time as fourteen digits, sortable
 * @param serial two digits; empty if the name lacks them
 * @param complete whether the whole name follows the pattern
 */
record FileName(int ukprn, String year, String stamp, String serial, boolean complete) {
  private static final Pattern PATTERN =
      Pattern.compile("ILR-([0-9]{8})-([0-9]{4})-([0-9]{8})-([0-9]{6})(?:-([0-9]{2}))?");
  private static final Pattern WHOLE =
      Pattern.compile(
          PATTERN.pattern().replace("?", "").replace("(:", "(?:") + "\\.(XML|ZIP|XML\\.GZ)");

  /** Reads a name. Empty if no part of it looks like a return's name. */
  static Optional<FileName> of(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    Matcher found = PATTERN.matcher(upper);
    if (!found.find()) {
      return Optional.empty();
    }
    return Optional.of(
        new FileName(
            Integer.parseInt(found.group(1)),
            found.group(2),
            found.group(3) + found.group(4),
            found.group(5) == null ? "" : found.group(5),
            WHOLE.matcher(upper).matches()));
  }
}

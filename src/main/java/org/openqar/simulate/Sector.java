package org.openqar.simulate;

import java.nio.file.Path;
import java.util.Objects;
import org.openqar.messages.UserException;

/**
 * The sector to invent. Equal parameters give equal files, byte for byte.
 *
 * @param out the folder to write to; files of the same name are replaced
 * @param providers the number of providers
 * @param learners the number of learners in all, spread very unevenly
 * @param firstYear the first year with returns, 2020 for 2020/21
 * @param lastYear the last year with returns, which is also the reported year
 * @param seed the number that all random choices start from
 */
public record Sector(
    Path out, int providers, int learners, int firstYear, int lastYear, long seed) {

  /** The years whose file form is known. */
  static final StoryYears KNOWN = new StoryYears(2018, 2025);

  static final int SMALLEST_PROVIDER = 3;
  static final int LARGEST_SMALL_PROVIDER = 6;

  /** Refuses a sector that cannot be invented, and says why. */
  public Sector {
    Objects.requireNonNull(out, "out");
    if (providers < 1) {
      throw UserException.usage(
          "A sector has at least one provider; found %d: give --providers 1 or more."
              .formatted(providers));
    }
    if (learners < providers * LARGEST_SMALL_PROVIDER) {
      throw UserException.usage(
          "A sector has at least %d learners per provider; found %d learners for %d providers."
              .formatted(LARGEST_SMALL_PROVIDER, learners, providers));
    }
    if (firstYear > lastYear || !KNOWN.contains(firstYear) || !KNOWN.contains(lastYear)) {
      throw UserException.usage(
          "The years run from a first to a last within %d to %d; found %d to %d."
              .formatted(KNOWN.from(), KNOWN.to(), firstYear, lastYear));
    }
  }
}

package org.openqar.simulate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/**
 * Repeatable chance. The same seed and the same place in the sector give the same throws on every
 * Java version, because the sequence of {@link Random} is specified.
 */
final class Dice {

  private static final int BOUNDARY_PERCENT = 4;

  private final Random random;

  private Dice(long seed) {
    random = new Random(seed);
  }

  /** Returns the dice of one place in the sector. */
  static Dice of(long seed, long... place) {
    long mixed = mix(seed);
    for (long step : place) {
      mixed = mix(mixed ^ mix(step + 1));
    }
    return new Dice(mixed);
  }

  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Returns a whole number between the bounds, both included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  double gaussian() {
    return random.nextGaussian();
  }

  double fraction() {
    return random.nextDouble();
  }

  long bits() {
    return random.nextLong();
  }

  Random random() {
    return random;
  }

  /**
   * Returns a day between the bounds, both included. The bounds come up more often than by chance,
   * because rules go wrong there.
   */
  LocalDate day(LocalDate from, LocalDate to) {
    int days = (int) ChronoUnit.DAYS.between(from, to);
    if (days < 0) {
      throw new IllegalArgumentException("There is no day between " + from + " and " + to);
    }
    int throwOf100 = random.nextInt(100);
    if (throwOf100 < BOUNDARY_PERCENT) {
      return from;
    }
    if (throwOf100 < 2 * BOUNDARY_PERCENT) {
      return to;
    }
    return from.plusDays(random.nextInt(days + 1));
  }
}

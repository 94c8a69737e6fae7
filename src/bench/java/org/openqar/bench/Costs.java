package org.openqar.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Some measurements of one command as the report tells them. */
final class Costs {
  private Costs() {}

  /** The median, in seconds. */
  static String seconds(List<Cost> own, ToDoubleFunction<Cost> part) {
    return number(median(own.stream().map(part::applyAsDouble).toList())) + " s";
  }

  /** How many times those of another command in the same rounds: the median, the least and the most. */
  static String times(List<Cost> own, List<Cost> baseline, ToDoubleFunction<Cost> part) {
    List<Double> ratios =
        IntStream.range(0, own.size())
            .mapToObj(i -> part.applyAsDouble(own.get(i)) / part.applyAsDouble(baseline.get(i)))
            .sorted()
            .toList();
    return "**%s** (%s to %s)"
        .formatted(number(median(ratios)), number(ratios.get(0)), number(ratios.get(ratios.size() - 1)));
  }

  static long peak(List<Cost> own) {
    return own.stream().mapToLong(Cost::peak).max().orElse(0);
  }

  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
  }
}

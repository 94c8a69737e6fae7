package org.openqar.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** How counts are published, and where a rate stands among others (4, 5.2, 5.3, 9.28). */
final class Figures {
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final BigDecimal LOW_RATE = new BigDecimal("0.5");
  private static final int FEW = 5;

  private Figures() {}

  /** 5.2: a volume as it is shown. */
  static String volume(int count) {
    if (count == 0) {
      return "0";
    }
    return count < FEW ? "low" : String.valueOf((count + 5) / 10 * 10);
  }

  /** 5.2: a rate as it is shown; under five of either is too few. */
  static String rate(int part, int whole) {
    if (whole == 0) {
      return "z";
    }
    if (whole < FEW || part < FEW) {
      return "x";
    }
    BigDecimal hundredfold = new BigDecimal(part).multiply(HUNDRED);
    boolean low = hundredfold.compareTo(LOW_RATE.multiply(new BigDecimal(whole))) < 0;
    return low
        ? "low"
        : hundredfold.divide(new BigDecimal(whole), 1, RoundingMode.HALF_UP).toPlainString();
  }

  /** 5.3: the lowest rates of the second, third and top quarter; none of under four rates. */
  static List<BigDecimal> thresholds(List<String> shown) {
    List<BigDecimal> rates =
        shown.stream()
            .filter(rate -> rate.matches("[0-9]+(\\.[0-9]+)?"))
            .map(BigDecimal::new)
            .sorted()
            .toList();
    List<BigDecimal> thresholds = new ArrayList<>();
    int n = rates.size();
    for (int k = 1; k <= 3 && n >= 4; k++) {
      thresholds.add(rates.get((k * n + 3) / 4));
    }
    return thresholds;
  }

  /** 5.3: the highest quarter whose threshold a rate reaches. */
  static String quarter(BigDecimal rate, List<BigDecimal> thresholds) {
    List<String> labels = List.of("Bottom 24%", "25 to 49%", "50 to 74%", "Top 25%");
    long reached = thresholds.stream().filter(each -> rate.compareTo(each) >= 0).count();
    return labels.get((int) reached);
  }
}

package org.openqar.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader who knows one sum works out under the strict policy. */
class BoundsTest {
  private static final int FEMALE = 0;
  private static final int MALE = 1;

  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the total is what both make        | 37 30 24 | 1 | leavers       | 1 19
          the total is what both make        | 37 30 24 | 1 | completers    | 1 19
          the total is what both make        | 37 30 24 | 1 | achievers     | 0 9
          the total is what both make        | 37 30 24 | 1 | not completed | 0 18
          the total is what both make        | 37 30 24 | 1 | not achieved  | 0 19
          others are in the total as well    | 47 40 34 | 1 | leavers       | 1 29
          others are in the total as well    | 47 40 34 | 1 | completers    | 0 29
          others are in the total as well    | 47 40 34 | 1 | achievers     | 0 19
          others are in the total as well    | 47 40 34 | 1 | not completed | 0 18
          a shown count tells its rounding   | 37 30 24 | 0 | leavers       | 25 34
          so does a shown count of achievers  | 37 30 24 | 0 | achievers     | 15 24
          """)
  void ofAHiddenCell(String aCase, String total, int cell, String quantity, String bounds) {
    assertEquals(bounds, bounds(sums(total, "25 20 15", "12 10 9"), cell, quantity));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"10, 10 14", "14, 10 14", "15, 15 24", "24, 15 24", "25, 25 34"})
  void ofAShownCount(long count, String bounds) {
    String all = "%1$d %1$d %1$d".formatted(count);
    assertEquals(bounds, bounds(sums("500 500 500", all, "200 200 200"), FEMALE, "leavers"));
  }

  private static String bounds(Sums sums, int cell, String quantity) {
    BitSet hidden = new BitSet();
    hidden.set(MALE);
    Bounds bounds = new Bounds(sums, new Equations(sums), hidden, Policy.STRICT);
    int number =
        List.of(
                "leavers",
                "completers",
                "achievers",
                "not completed",
                "completed only",
                "not achieved")
            .indexOf(quantity);
    return bounds.low(cell, number) + " " + bounds.high(cell, number);
  }

  /** One provider, by sex; each cell as its leavers, completers and achievers. */
  private static Sums sums(String total, String female, String male) {
    return new Sums(
        List.of("sex"),
        List.of(place("Female"), place("Male"), place("Total")),
        List.of(counts(female), counts(male), counts(total)),
        Map.of(1, "College"),
        List.of());
  }

  private static CellPlace place(String sex) {
    return new CellPlace(1, "Total", List.of(sex));
  }

  private static TrueCounts counts(String text) {
    String[] each = text.split(" ");
    return new TrueCounts(Long.parseLong(each[0]), Long.valueOf(each[1]), Long.parseLong(each[2]));
  }
}

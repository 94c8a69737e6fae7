package org.openqar.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.support.Vectors;
import org.openqar.support.Vectors.Case;

/** What is shown of counts (qar-rules 5.2). */
class FiguresTest {
  private static final List<String> EXPECTED =
      List.of(
          "expected_leavers",
          "expected_completers",
          "expected_achievers",
          "expected_achievement",
          "expected_retention",
          "expected_pass");

  static Stream<Case> worked() {
    return Vectors.of("rates.csv").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("worked")
  void theDepartmentsPracticeIsAsItWasWorkedOut(Case one) {
    TrueCounts counts =
        new TrueCounts(
            one.number("leavers"), one.number("completers").longValue(), one.number("achievers"));
    List<String> figures = new ArrayList<>(Figures.of(counts, Policy.DFE_NARTS));
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < EXPECTED.size(); i++) {
      String figure = one.get(EXPECTED.get(i));
      expected.add(figure == null ? figures.get(i) : figure);
    }
    assertEquals(expected, figures);
  }

  @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dfe-narts | 5   | 5  | 5  | 10 10 10 100.0 100.0 100.0
          dfe-narts | 4   | 0  | 0  | low 0 0 x x z
          dfe-narts | 14  | 14 | 14 | 10 10 10 100.0 100.0 100.0
          dfe-narts | 5   | 4  | 4  | 10 low low x x x
          dfe-narts | 6   | 5  | 4  | 10 10 low x 83.3 x
          dfe-narts | 40  | 4  | 4  | 40 low low x x x
          dfe-narts | 40  | 9  | 0  | 40 10 0 x 22.5 x
          dfe-narts | 1000 | 500 | 5  | 1000 500 10 0.5 50.0 1.0
          dfe-narts | 1001 | 500 | 5  | 1000 500 10 low 50.0 1.0
          dfe-narts | 30  |    | 20 | 30 z 20 66.7 z z
          none      | 14  | 11 | 11 | 14 11 11 78.6 78.6 100.0
          none      | 3   | 0  | 0  | 3 0 0 0.0 0.0 z
          none      | 0   | 0  | 0  | 0 0 0 z z z
          strict    | 14  | 11 | 11 | 10 10 10 100.0 100.0 100.0
          strict    | 46  | 34 | 25 | 50 30 30 60.0 60.0 100.0
          """)
  void aPolicyShowsThis(
      String policy, long leavers, Long completers, long achievers, String expected) {
    assertEquals(
        expected,
        String.join(
            " ", Figures.of(new TrueCounts(leavers, completers, achievers), Policy.named(policy))));
  }
}

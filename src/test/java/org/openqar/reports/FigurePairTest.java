package org.openqar.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.tables.Figure;
import org.openqar.tables.PublishedState;

/** When a figure of ours agrees with a published one, within its rounding. */
class FigurePairTest {

  @ParameterizedTest(name = "{0}: {1} beside {2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          leavers          | 14   | value       | 10   | true  | 4    | agree
          leavers          | 15   | value       | 10   | true  | 5    | differ
          leavers          | 15   | value       | 20   | true  | -5   | agree
          leavers          | 14   | value       | 14   | true  | 0    | agree
          leavers          | 4    | value       | 0    | true  | 4    | agree
          leavers          |      | value       | 0    | true  |      | agree
          leavers          |      | value       | 10   | true  |      | only theirs
          leavers          | 1    | low         |      | true  |      | agree
          leavers          | 4    | under_five  |      | true  |      | agree
          leavers          | 5    | low         |      | true  |      | differ
          leavers          | 0    | low         |      | true  |      | differ
          leavers          |      | low         |      | true  |      | only theirs
          leavers          | 7    | suppressed  |      | true  |      | not comparable
          leavers          |      | suppressed  |      | true  |      | not comparable
          leavers          | 7    |             |      | true  |      | only ours
          leavers          |      | value       | 10   | false |      | not computed here
          achievement_rate | 65.4 | value       | 65.4 | true  | 0.0  | agree
          achievement_rate | 65.5 | value       | 65.4 | true  | 0.1  | differ
          achievement_rate | 47.3 | value       | 65.4 | true  | -18.1 | differ
          achievement_rate |      | value       | 0.0  | true  |      | only theirs
          achievement_rate | 0.4  | low         |      | true  |      | agree
          achievement_rate | 0.5  | low         |      | true  |      | differ
          achievement_rate | 0.0  | low         |      | true  |      | differ
          achievement_rate | 40.0 | unavailable |      | true  |      | not comparable
          achievement_rate | 40.0 | under_five  |      | true  |      | not comparable
          """)
  void isJudgedWithinTheRounding(
      String figure,
      BigDecimal ours,
      String state,
      BigDecimal theirs,
      boolean computed,
      BigDecimal difference,
      String verdict) {
    FigurePair pair =
        new FigurePair(
            Figure.of(figure),
            ours,
            state == null ? null : PublishedState.of(state),
            theirs,
            computed);
    assertEquals(difference, pair.difference());
    assertEquals(verdict, pair.verdict());
  }
}

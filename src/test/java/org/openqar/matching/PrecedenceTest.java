package org.openqar.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several records of one aim in one return counts (qar-rules 3.4, 9.6). */
class PrecedenceTest {
  private static final String HEADER =
      "year | ukprn | owner | ref | seq | end | status | reason | outcome\n";

  /** In each line the second record differs from the first in what decides, and counts. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          1 a closing gives way   ; 1|1|R9|9|2022-01-01|3|40|1 ; 2|1|R1|1||1||
          2 an achievement        ; 1|1|R9|9|2022-01-01|3|2|3  ; 2|1|R1|1|2022-01-01|2||1
          3 the own provider's    ; 2|1|R9|9|2022-01-01|3|2|3  ; 1|1|R1|1||1||
          4 the one with an end   ; 1|1|R9|9||1||              ; 1|1|R1|1|2022-01-01|3|2|3
          5 the higher sequence   ; 1|1|R9|1||1||              ; 1|1|R1|2||1||
          5 no sequence is nought ; 1|1|R9|||1||               ; 1|1|R1|1||1||
          6 the higher reference  ; 1|1|R1|1||1||              ; 1|1|R2|1||1||
          """)
  void theFirstPartThatDiffersDecides(String aCase, String gaveWay, String counts) {
    for (List<String> order : List.of(List.of(gaveWay, counts), List.of(counts, gaveWay))) {
      MatchedAim aim =
          MatcherTest.only(HEADER + "2021 | " + order.get(0) + "\n2021 | " + order.get(1));
      Delivery expected = Records.of(HEADER + "2021 | " + counts).get(0);
      assertEquals(expected.ending(), aim.values().ending());
      assertEquals(expected.reference(), aim.values().reference());
      assertEquals(List.of(false, true), MatcherTest.counts(aim));
      assertTrue(aim.history().get(0).gaveWay() != null, "it is told why it gave way");
      assertEquals(null, aim.history().get(1).gaveWay());
    }
  }

  @ParameterizedTest(name = "CompStatus {0}, reason {1}, ended {2}: {3}")
  @CsvSource({
    "3, 7, 2022-01-01, true",
    "3, 40, 2022-01-01, true",
    "3, 47, 2022-01-01, true",
    "3, 2, 2022-01-01, false",
    "3, 41, 2022-01-01, false",
    "3, 28, 2022-01-01, false",
    "3,, 2022-01-01, false",
    "3, 2, 2020-09-01, true",
    "3, 2, 2020-09-02, false",
    "3,, 2020-09-01, true",
    "3, 2,, false",
    "4,, 2022-01-01, true",
    "2, 40, 2022-01-01, false",
    "2,, 2020-09-01, false",
    "6, 40, 2022-01-01, false",
    "6,, 2020-09-01, false",
    "1, 40,, false",
  })
  void whatIsAVoidClosing(String status, String reason, String end, boolean isVoid) {
    Delivery record =
        Records.of(
                "year | end | status | reason\n2021 | %s | %s | %s"
                    .formatted(end == null ? "" : end, status, reason == null ? "" : reason))
            .get(0);
    assertEquals(!isVoid, record.precedence().stands());
  }

  @Test
  void aClosingIsStillTheAimWhereNothingElseIs() {
    MatchedAim aim =
        MatcherTest.only(
            """
            year | end        | status | reason
            2021 | 2022-01-01 | 3      | 47
            """);
    assertEquals(47, aim.values().ending().withdrawReason());
  }

  @Test
  void itDecidesInEachReturnByItself() {
    MatchedAim aim =
        MatcherTest.only(
            """
            year | seq | end        | status | reason | outcome
            2021 | 1   | 2022-01-01 | 2      |        | 1
            2021 | 2   | 2020-09-01 | 3      | 40     | 3
            2022 | 1   | 2022-01-01 | 3      | 2      | 3
            """);
    assertEquals(3, aim.values().ending().compStatus());
    assertEquals(List.of(false, true, true), MatcherTest.counts(aim));
  }

  @Test
  void eachThatGivesWayIsToldWhy() {
    MatchedAim aim =
        MatcherTest.only(
            """
            year | seq | end        | status | reason | outcome
            2021 | 1   | 2022-01-01 | 2      |        | 1
            2021 | 2   | 2022-01-01 | 3      | 40     | 3
            2021 | 3   |            | 1      |        |
            """);
    assertEquals(
        List.of(
            "it is a closing (reason 7, 40 or 47, CompStatus 4, or withdrawn on the first day),"
                + " which gives way to the record that goes on",
            "an achievement takes precedence"),
        aim.history().stream().limit(2).map(MatchedAim.Returned::gaveWay).toList());
  }
}

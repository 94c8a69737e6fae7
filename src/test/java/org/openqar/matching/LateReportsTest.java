package org.openqar.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.DecidedBy;
import org.openqar.rules.Edition;

/**
 * When the record of R04 stands in the final return's place (qar-rules 8.3, 9.18). In each case the
 * final return of 2020/21 has one record and R04 of 2021/22 another.
 */
@DecidedBy({"returns.look-ahead", "returns.late-reporting"})
class LateReportsTest {
  private static final String HEADER =
      "year | return | type | aim | prog | std | plan | end | ach | status | reason | outcome"
          + " | unreadable\n";
  private static final String APPRENTICESHIP = "1 | ZPROG001 | 25 | 100 | ";
  private static final String COMPONENT = "3 | 60001234 | 25 | 100 | ";
  private static final String COURSE = "4 | 60001234 | | | ";
  private static final String TRAINEESHIP = "1 | ZPROG001 | 24 | | ";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          a withdrawal                    ; 2021-07-31|||1||   ; 2021-07-31|2021-06-20||3|3|3
          a withdrawal dated later        ; 2021-07-31|||1||   ; 2021-07-31|2021-09-20||3|3|3
          an achievement dated later      ; 2021-07-31|||1||   ; 2021-07-31|2021-09-20|2021-10-01|2||1
          still in learning               ; 2021-07-31|||1||   ; 2021-07-31|||1||
          a break                         ; 2021-07-31|||1||   ; 2021-07-31|2021-07-20||6||3
          a break that became withdrawn   ; 2021-07-31|2021-01-10||6||3 ; 2021-07-31|2021-01-10||3|3|3
          withdrawn, and in learning again ; 2021-07-31|2021-01-10||3|3|3 ; 2021-07-31|||1||
          achieved, and then not          ; 2021-07-31|2021-06-20||2||1 ; 2021-07-31|2021-06-20||2||3
          planned to end in that year now ; 2022-07-31|||1||   ; 2021-07-31|2021-06-20||3|3|3
          planned from the first day      ; 2022-07-31|||1||   ; 2020-08-01|2021-06-20||3|3|3
          """)
  void anApprenticeshipPlannedToEndInTheYearIsJudgedByR04(
      String aCase, String returned, String ahead) {
    assertStandsIn(true, "ALL", APPRENTICESHIP + returned, APPRENTICESHIP + ahead);
    assertStandsIn(true, "ALL", COMPONENT + returned, COMPONENT + ahead);
  }

  @ParameterizedTest(name = "planned by R04 to end on {0}")
  @CsvSource({"2020-07-31, false", "2020-08-01, true", "2021-07-31, true", "2021-08-01, false"})
  void thePlannedEndOfR04Decides(String plannedEnd, boolean standsIn) {
    assertStandsIn(
        standsIn,
        "ALL",
        APPRENTICESHIP + "2021-06-30|||1||",
        APPRENTICESHIP + plannedEnd + "|2021-06-20||3|3|3");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"ALL, true", "ACHIEVED, false", "NONE, false"})
  void aWithdrawalOfAnApprenticeshipIsTheSwitchs(String late, boolean standsIn) {
    assertStandsIn(
        standsIn,
        late,
        APPRENTICESHIP + "2021-07-31|||1||",
        APPRENTICESHIP + "2021-07-31|2021-06-20||3|3|3");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"ALL, true", "ACHIEVED, true", "NONE, false"})
  void anAchievementIsForgivenUnlessNothingIs(String late, boolean standsIn) {
    for (String kind : List.of(COURSE, TRAINEESHIP, APPRENTICESHIP)) {
      assertStandsIn(
          standsIn, late, kind + "2022-06-30|||1||", kind + "2022-06-30|2021-06-20||2||1");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          a withdrawal                        ; |||1||            ; |2021-06-20||3|3|3 ; false
          a failure                           ; |||1||            ; |2021-06-20||2||3  ; false
          achieved on the last day            ; |||1||            ; |2021-07-31||2||1  ; true
          achieved on the day after           ; |||1||            ; |2021-08-01||2||1  ; false
          its achievement date goes first     ; |||1||            ; |2021-07-31|2021-08-01|2||1 ; false
          and can be the earlier one          ; |||1||            ; |2021-08-01|2021-07-31|2||1 ; true
          withdrawn and achieved              ; |||1||            ; |2021-06-20||3|3|1 ; true
          achieved but in learning            ; |||1||            ; |2021-06-20||1||1  ; false
          without a date                      ; |||1||            ; |||2||1            ; false
          completed before, outcome unknown   ; |2021-06-20||2||8 ; |2021-06-20||2||1  ; true
          completed before, not achieved      ; |2021-06-20||2||3 ; |2021-06-20||2||1  ; false
          completed before, partly            ; |2021-06-20||2||2 ; |2021-06-20||2||1  ; false
          withdrawn before, outcome unknown   ; |2021-06-20||3|3|8 ; |2021-06-20||2||1 ; false
          on a break before                   ; |2021-01-10||6||3 ; |2021-06-20||2||1  ; false
          """)
  void ofEverythingElseAnAchievementThatTheFinalReturnLeftOpen(
      String aCase, String returned, String ahead, boolean standsIn) {
    String plannedEnd = "2021-07-31";
    assertStandsIn(standsIn, "ALL", COURSE + plannedEnd + returned, COURSE + plannedEnd + ahead);
    assertStandsIn(
        standsIn,
        "ACHIEVED",
        APPRENTICESHIP + plannedEnd + returned,
        APPRENTICESHIP + plannedEnd + ahead);
  }

  @Test
  void aLateAchievementThatCannotBeReadIsNotForgivenButAnApprenticeshipIsJudgedByIt() {
    String ahead = "2021-07-31|2021-06-20||2||1|FundModel";
    assertStandsIn(false, "ALL", COURSE + "2021-07-31|||1||", COURSE + ahead);
    assertStandsIn(true, "ALL", APPRENTICESHIP + "2021-07-31|||1||", APPRENTICESHIP + ahead);
  }

  @Test
  void anApprenticeshipWithoutAPlannedEndInR04IsNotJudgedByIt() {
    assertStandsIn(
        false,
        "ALL",
        APPRENTICESHIP + "2021-07-31|||1||",
        APPRENTICESHIP + "|2021-06-20||3|3|3|LearnPlanEndDate");
  }

  @Test
  void ofSeveralRecordsInR04OnlyTheOneThatCountsIsAsked() {
    List<MatchedAim> aims =
        match(
            "ALL",
            "2020|14|" + APPRENTICESHIP + "2021-07-31|||1||",
            "2020|4|" + APPRENTICESHIP + "2021-07-31|2021-06-20||3|40|3",
            "2020|4|" + APPRENTICESHIP + "2021-07-31|2021-06-20||2||1");
    assertEquals(1, aims.size());
    assertEquals(2, aims.get(0).history().size());
    assertEquals(2, aims.get(0).values().ending().compStatus());
  }

  @Test
  void itStandsForItsYearAndNoLater() {
    List<MatchedAim> aims =
        match(
            "ALL",
            "2020|14|" + APPRENTICESHIP + "2021-07-31|||1||",
            "2020|4|" + APPRENTICESHIP + "2021-07-31|2021-06-20||3|3|3",
            "2021|14|" + APPRENTICESHIP + "2021-07-31|2021-06-20||2||1");
    assertEquals(2, aims.get(0).values().ending().compStatus());
    assertEquals(2020, aims.get(0).derived().firstYearReportedEnded());
  }

  @Test
  void anAimThatTheFinalReturnDoesNotHaveIsNotInItsPlace() {
    List<MatchedAim> aims =
        match(
            "ALL",
            "2019|14|" + APPRENTICESHIP + "2021-07-31|||1||",
            "2020|4|" + APPRENTICESHIP + "2021-07-31|2021-06-20||3|3|3");
    assertEquals(2019, aims.get(0).lastYear());
    assertEquals(1, aims.get(0).values().ending().compStatus());
  }

  @Test
  void whyItStandsInIsTold() {
    assertEquals(
        "R04 of 2021/22 replaces it, because the apprenticeship was planned to end in" + " 2020/21",
        gaveWay(APPRENTICESHIP + "2021-07-31|||1||", APPRENTICESHIP + "2021-07-31|||1||"));
    assertEquals(
        "R04 of 2021/22 replaces it, because it reports an achievement of 2020/21",
        gaveWay(COURSE + "2021-07-31|||1||", COURSE + "2021-07-31|2021-06-20||2||1"));
  }

  private static String gaveWay(String returned, String ahead) {
    return match("ALL", "2020|14|" + returned, "2020|4|" + ahead).get(0).history().get(0).gaveWay();
  }

  private static void assertStandsIn(boolean expected, String late, String returned, String ahead) {
    List<MatchedAim> aims = match(late, "2020|14|" + returned, "2020|4|" + ahead);
    assertEquals(1, aims.size());
    MatchedAim aim = aims.get(0);
    assertEquals(expected, aim.values().place().lookAhead(), late + ": " + ahead);
    assertEquals(expected ? List.of(false, true) : List.of(true), MatcherTest.counts(aim), late);
  }

  private static List<MatchedAim> match(String late, String... records) {
    Edition edition = MatcherTest.edition("2020-21").with(Map.of("returns.late-reporting", late));
    return MatcherTest.match(edition, HEADER + String.join("\n", padded(records)));
  }

  /** Most records have nothing unreadable. */
  private static String[] padded(String... records) {
    String[] padded = records.clone();
    int columns = HEADER.split("\\|").length;
    for (int i = 0; i < padded.length; i++) {
      while (padded[i].chars().filter(c -> c == '|').count() < columns - 1) {
        padded[i] += " | ";
      }
    }
    return padded;
  }
}

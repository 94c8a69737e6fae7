package org.openqar.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a learner goes on with after an aim (qar-rules 3.9 X-XFER, 9.11, 9.22). */
class NextAimsTest {
  private static final String HEADER =
      "year | type | aim | prog | std | fwork | pway | start | plan | end | status | unreadable\n";

  /** After a withdrawal from standard 100 on 2021-01-31. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          another standard                  ; 1 | ZPROG001 | 25 | 101 | | | 2021-03-01    ;                ; true  ; true
          on the day of the end             ; 1 | ZPROG001 | 25 | 101 | | | 2021-01-31    ;                ; true  ; true
          on the day before                 ; 1 | ZPROG001 | 25 | 101 | | | 2021-01-30    ;                ; false ; false
          a framework                       ; 1 | ZPROG001 | 2 | | 403 | 1 | 2021-03-01   ;                ; true  ; true
          the same standard                 ; 1 | ZPROG001 | 25 | 100 | | | 2021-03-01    ;                ; false ; true
          a component of another standard   ; 3 | 60001234 | 25 | 101 | | | 2021-03-01    ;                ; false ; true
          a course                          ; 4 | 60001234 | | | | | 2021-03-01           ;                ; false ; true
          a T Level                         ; 5 | 60001234 | 31 | | | | 2021-03-01        ;                ; false ; true
          no start can be read              ; 1 | ZPROG001 | 25 | 101 | | |               ; LearnStartDate ; false ; false
          no aim type can be read           ; | ZPROG001 | 25 | 101 | | | 2021-03-01      ; AimType        ; false ; false
          no programme type can be read     ; 1 | ZPROG001 | | 101 | | | 2021-03-01       ; ProgType       ; false ; false
          """)
  void whatComesNext(
      String aCase, String training, String unreadable, boolean programme, boolean aim) {
    MatchedAim withdrawn =
        started(
            "2020-09-01",
            "2020 | 1 | ZPROG001 | 25 | 100 | | | 2020-09-01 | 2022-07-31 | 2021-01-31 | 3 | \n"
                + "2021 | %s | 2023-07-31 | | 1 | %s"
                    .formatted(training, unreadable == null ? "" : unreadable));
    assertEquals(programme, withdrawn.nextProgramme().aimId() != null, "the next programme");
    assertEquals(aim, withdrawn.nextAim().aimId() != null, "the next aim");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          the same framework and pathway   ; 2 | | 403 | 1 ; false
          another pathway                  ; 2 | | 403 | 2 ; true
          another framework                ; 2 | | 404 | 1 ; true
          another level                    ; 3 | | 403 | 1 ; true
          """)
  void whichProgrammeIsAnotherOneAfterAFramework(String aCase, String training, boolean another) {
    MatchedAim withdrawn =
        started(
            "2020-09-01",
            "2020 | 1 | ZPROG001 | 2 | | 403 | 1 | 2020-09-01 | 2022-07-31 | 2021-01-31 | 3 | \n"
                + "2021 | 1 | ZPROG001 | %s | 2021-03-01 | 2023-07-31 | | 1 | "
                    .formatted(training));
    assertEquals(another, withdrawn.nextProgramme().aimId() != null);
  }

  @Test
  void nothingComesAfterAnAimWithoutAnEnd() {
    MatchedAim inLearning =
        started(
            "2020-09-01",
            "2020 | 1 | ZPROG001 | 25 | 100 | | | 2020-09-01 | 2022-07-31 | | 1 | \n"
                + "2021 | 1 | ZPROG001 | 25 | 101 | | | 2021-03-01 | 2023-07-31 | | 1 | ");
    assertNull(inLearning.nextAim().aimId());
    assertNull(inLearning.nextProgramme().aimId());
  }

  @Test
  void anAimThatEndsOnItsFirstDayIsNotItsOwnNext() {
    String closed =
        "2020 | 1 | ZPROG001 | 25 | 100 | | | 2020-09-01 | 2022-07-31 | 2020-09-01 | 3 | \n";
    assertNull(started("2020-09-01", closed).nextAim().aimId());
    List<MatchedAim> aims =
        match(closed + "2020 | 4 | 60001234 | | | | | 2020-09-01 | 2021-07-31 | 2020-09-01 | 3 | ");
    assertEquals(2, aims.size());
    assertEquals(aims.get(1).id(), aims.get(0).nextAim().aimId());
  }

  private static MatchedAim started(String day, String records) {
    return match(records).stream()
        .filter(aim -> LocalDate.parse(day).equals(aim.values().start()))
        .findFirst()
        .orElseThrow();
  }

  private static List<MatchedAim> match(String records) {
    return MatcherTest.match(MatcherTest.edition("2024-25"), HEADER + records);
  }
}

package org.openqar.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.support.AimBuilder;
import org.openqar.support.SparkTest;

/** What an explanation says of an aim that is missing from a return. */
class NearMissTest extends SparkTest {
  private static final LocalDate START = LocalDate.of(2022, 9, 5);
  private static final String MISSING = "Returned in 2022/23 R14, not matched in 2023/24; ";

  private static final String NOTHING =
      "the learner has no other new aim there. If it goes on, or has ended since, return it so"
          + " before the return of 2023/24 closes.";

  private static final String CLOSED =
      "return this aim closed on its first day (reason 40), so that it is excluded and not overdue.";

  private static final String AS_BEFORE =
      " What differs in any of these is another aim: before the return of 2023/24 closes, return"
          + " them as in 2022/23, or "
          + CLOSED;

  private static final Row AIM = aim("a", START, "2022").frame().head();

  @Test
  void theNearestNewAimIsToldWithWhatDiffers() {
    Row moved = aim("b", START.plusDays(7), "2023").frame().head();
    Row far = aim("c", START.plusDays(7), "2023").with("std_code", 999).frame().head();
    assertTold(
        MISSING
            + "the nearest record there (aim b) differs in"
            + " LearnStartDate (2022-09-12 there, 2022-09-05 here)."
            + AS_BEFORE,
        AIM,
        List.of(AIM, far, moved));
  }

  @Test
  void anAimThatWasThereBeforeIsNotIt() {
    Row other = aim("b", START.plusDays(7), "2022 2023").frame().head();
    assertTold(MISSING + NOTHING, AIM, List.of(AIM, other));
  }

  @Test
  void aUlnThatWasPutRightIsTheNearestWhereAllElseAgrees() {
    Row right = aim("b", START, "2023").with("learner", "1000000027").frame().head();
    assertTold(
        MISSING
            + "the nearest record there (aim b) differs in ULN (another there, or none). Two ULNs"
            + " are two learners, also where one puts the other right: before the return of 2023/24"
            + " closes, return the earlier ULN too, under a reference number of its own and with"
            + " this aim closed on its first day (reason 40), so that it is excluded and not"
            + " overdue.",
        AIM,
        List.of(AIM, right));
  }

  @Test
  void aNumberThatChangedUntoldIsTheNearestWhereNumbersMatch() {
    Row changed =
        aim("b", START, "2023")
            .with("learner", "reference B")
            .with("learn_ref_number", "B")
            .frame()
            .head();
    assertTold(
        MISSING
            + "the nearest record there (aim b) differs in LearnRefNumber (another there, or none)."
            + " Two reference numbers are two learners: before the return of 2023/24 closes, return"
            + " the earlier number as PrevLearnRefNumber.",
        AIM,
        List.of(AIM, changed));
  }

  @Test
  void anotherLearnersAimIsNotItWhereAnythingElseDiffers() {
    Row other = aim("b", START.plusDays(7), "2023").with("learner", "1000000027").frame().head();
    assertTold(MISSING + NOTHING, AIM, List.of(AIM, other));
  }

  /** Whatever must not change from return to return is told with what can be done. */
  @ParameterizedTest
  @CsvSource({
    "aim_type, 3, AimType (3 there; 1 here)",
    "learn_aim_ref, 60001234, LearnAimRef (60001234 there; ZPROG001 here)",
    "prog_type, 2, ProgType (2 there; 25 here)",
    "std_code, 999, StdCode (999 there; 105 here)",
    "fwork_code, 403, FworkCode (403 there; none here)",
    "pway_code, 1, PwayCode (1 there; none here)",
  })
  void whateverMustNotChangeIsToldWithWhatCanBeDone(
      String column, String value, String difference) {
    Object there = column.equals("learn_aim_ref") ? value : (Object) Integer.valueOf(value);
    assertTold(
        MISSING
            + "the nearest record there (aim b) differs in %s."
                .formatted(difference.replace(';', ','))
            + AS_BEFORE,
        AIM,
        List.of(AIM, aim("b", START, "2023").with(column, there).frame().head()));
  }

  @Test
  void aCoreAimIsNoDifference() {
    Row course = aim("a", START, "2022").with("aim_type", 4).frame().head();
    Row core = aim("b", START, "2023").with("aim_type", 5).with("std_code", 999).frame().head();
    assertTold(
        MISSING
            + "the nearest record there (aim b) differs in StdCode (999 there, 105 here)."
            + AS_BEFORE,
        course,
        List.of(course, core));
  }

  @Test
  void whatHasEndedWouldCountTwice() {
    Row ended = aim("a", START, "2022").ended(2, 1, START.plusDays(300)).frame().head();
    Row moved = aim("b", START.plusDays(7), "2023").frame().head();
    assertTold(
        MISSING
            + "the nearest record there (aim b) differs in"
            + " LearnStartDate (2022-09-12 there, 2022-09-05 here)."
            + AS_BEFORE.replace("it is excluded and not overdue", "only one counts"),
        ended,
        List.of(ended, moved));
  }

  @Test
  void whatCannotBeReadIsToldApartFromWhatIsNotThere() {
    Row unreadable =
        aim("b", START, "2023").with("aim_type", null).unreadable("AimType").frame().head();
    assertTold(
        MISSING
            + "the nearest record there (aim b) differs in AimType (unreadable there, 1 here)."
            + " Without a readable AimType it is in no report."
            + AS_BEFORE,
        AIM,
        List.of(AIM, unreadable));
  }

  @Test
  void aRefusedRecordThatIsAsNearGoesFirst() {
    Row moved = aim("b", START.plusDays(7), "2023").frame().head();
    Row unnamed = aim("", START, "2023").with("learn_aim_ref", null).frame().head();
    RefusedRecord refused =
        new RefusedRecord("a", unnamed, false, "learner 3, aim 2 of A.xml", "No LearnAimRef.");
    assertTold(
        MISSING
            + "the nearest record there (learner 3, aim 2 of A.xml) was refused: No LearnAimRef."
            + " It differs in LearnAimRef (none there, ZPROG001 here).",
        AIM,
        List.of(AIM, moved),
        refused);
  }

  @Test
  void anAcceptedRecordThatIsNearerGoesFirst() {
    Row moved = aim("b", START.plusDays(7), "2023").frame().head();
    Row far = aim("", START.plusDays(9), "2023").with("learn_aim_ref", null).frame().head();
    assertTold(
        MISSING
            + "the nearest record there (aim b) differs in"
            + " LearnStartDate (2022-09-12 there, 2022-09-05 here)."
            + AS_BEFORE,
        AIM,
        List.of(AIM, moved),
        new RefusedRecord("a", far, false, "learner 3, aim 2 of A.xml", "No LearnAimRef."));
  }

  @Test
  void nobodysRecordMustHaveTheWholeKey() {
    Row same = aim("", START, "2023").frame().head();
    Row other = aim("", START, "2023").with("std_code", 999).frame().head();
    assertTold(
        MISSING
            + "a record there that could be it (learner 3, aim 2 of A.xml) was refused:"
            + " No number.",
        AIM,
        List.of(AIM),
        new RefusedRecord("a", other, true, "learner 2, aim 1 of A.xml", "No number."),
        new RefusedRecord("a", same, true, "learner 3, aim 2 of A.xml", "No number."));
    assertTold(
        MISSING + NOTHING,
        AIM,
        List.of(AIM),
        new RefusedRecord("a", other, true, "learner 2, aim 1 of A.xml", "No number."),
        new RefusedRecord("another", same, true, "learner 3, aim 2 of A.xml", "No number."));
  }

  @Test
  void nothingIsMissingWhereThereIsNoReturn() {
    assertEquals(Optional.empty(), told(aim("a", START, "2022").finalReturns(2021, 2022)));
    assertEquals(Optional.empty(), told(aim("a", START, "2023 2024")));
  }

  @Test
  void aRefusedFileIsToldWhereNoReturnCounts() {
    RefusedFile ofYear = new RefusedFile("/in/2324/R14/a.xml", 10000001, null, "It is torn.");
    RefusedFile named =
        new RefusedFile("/in/ILR-10000001-2324-20241014-101500-01.xml", null, null, "Empty.");
    RefusedFile ofOther = new RefusedFile("/in/2324/R14/b.xml", 10000002, 2023, "It is torn.");
    RefusedFile ofOtherYear = new RefusedFile("/in/2425/R14/c.xml", 10000001, 2024, "It is torn.");
    Row gap = aim("a", START, "2022").finalReturns(2021, 2022).frame().head();
    assertEquals(
        Optional.of(
            "Returned in 2022/23 R14; no final return of 2023/24 counts: a.xml was refused: It is torn."
                + " ILR-10000001-2324-20241014-101500-01.xml was refused: Empty."),
        new NearMiss(gap, List.of(ofYear, named, ofOther, ofOtherYear)).told(List.of(), List.of()));
    assertEquals(
        Optional.of(
            MISSING
                + NOTHING
                + " Another file of that return does not"
                + " count: a.xml was refused: It is torn."),
        new NearMiss(AIM, List.of(ofYear)).told(List.of(), List.of()));
  }

  private static void assertTold(
      String expected, Row aim, List<Row> others, RefusedRecord... refused) {
    assertEquals(
        Optional.of(expected), new NearMiss(aim, List.of()).told(others, List.of(refused)));
  }

  private static Optional<String> told(AimBuilder aim) {
    return new NearMiss(aim.frame().head(), List.of()).told(List.of(), List.of());
  }

  private static AimBuilder aim(String id, LocalDate start, String history) {
    return AimBuilder.aim()
        .with("aim_id", id)
        .started(start)
        .history(history)
        .finalReturnsFrom(2020, 2024);
  }
}

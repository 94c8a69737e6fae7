package org.openqar.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.openqar.support.AimBuilder;
import org.openqar.support.SparkTest;

/** What an explanation says of an aim that is missing from a return. */
class NearMissTest extends SparkTest {
  private static final LocalDate START = LocalDate.of(2022, 9, 5);

  private static final Row AIM = aim("a", START, "2022").frame().head();

  @Test
  void theNearestNewAimIsToldWithWhatDiffers() {
    Row moved = aim("b", START.plusDays(7), "2023").frame().head();
    Row far = aim("c", START.plusDays(7), "2023").with("std_code", 999).frame().head();
    assertEquals(
        Optional.of(
            "Returned in 2022/23 R14, not matched in 2023/24; the nearest record there (aim b) differs in"
                + " LearnStartDate (2022-09-12 there, 2022-09-05 here)."),
        NearMiss.of(AIM, List.of(AIM, far, moved)));
  }

  @Test
  void anAimThatWasThereBeforeIsNotIt() {
    Row other = aim("b", START.plusDays(7), "2022 2023").frame().head();
    assertEquals(
        Optional.of(
            "Returned in 2022/23 R14, not matched in 2023/24; the learner has no other new aim there."),
        NearMiss.of(AIM, List.of(AIM, other)));
  }

  @Test
  void nothingIsMissingWhereThereIsNoReturn() {
    assertEquals(
        Optional.empty(),
        NearMiss.of(aim("a", START, "2022").finalReturns(2021, 2022).frame().head(), List.of()));
    assertEquals(
        Optional.empty(), NearMiss.of(aim("a", START, "2023 2024").frame().head(), List.of()));
  }

  private static AimBuilder aim(String id, LocalDate start, String history) {
    return AimBuilder.aim()
        .with("aim_id", id)
        .started(start)
        .history(history)
        .finalReturnsFrom(2020, 2024);
  }
}

package org.openqar.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.reports.Explanation.Verdict;
import org.openqar.support.AimBuilder;
import org.openqar.support.SparkTest;

/** What an explanation says of what a data manager may not expect, and what can be done. */
class SurprisesTest extends SparkTest {
  private static final LocalDate END = LocalDate.of(2023, 11, 1);

  @Test
  void nothingIsSaidOfAnOrdinaryAim() {
    assertEquals(List.of(), told(aim()));
  }

  @Test
  void aRecordThatGaveWayIsToldWithWhy() {
    assertEquals(
        List.of(
            "A record of 2022/23 from 10000001 does not count: an achievement takes precedence. If it"
                + " is the right one, leave the other out of the return before it closes."),
        told(aim().inReturnOf(2022, "gave_way", "an achievement takes precedence")));
  }

  @Test
  void whereR04StandsInItMustBeRightBeforeR04Closes() {
    List<String> told =
        told(
            aim()
                .inReturnOf(2022, "gave_way", "R04 of 2023/24 replaces it")
                .inReturnOf(2023, "funding_year", 2022)
                .inReturnOf(2023, "return_number", 4));
    assertEquals(1, told.size());
    assertTrue(told.get(0).endsWith("must be right before R04 closes."), told.get(0));
  }

  @Test
  void whatCameFromAnotherProviderIsToldOnce() {
    List<String> told =
        told(
            aim()
                .history("2021 2022 2023")
                .inReturnOf(2021, "returned_ukprn", 10000002)
                .inReturnOf(2021, "moved", "provider 10000001 took over the contract")
                .inReturnOf(2022, "returned_ukprn", 10000002)
                .inReturnOf(2022, "moved", "provider 10000001 took over the contract"));
    assertEquals(
        List.of(
            "What 10000002 returned in 2021/22, 2022/23 counts here: provider 10000001 took over the"
                + " contract. If the learner only changed provider, leave out PrevUKPRN, or NLM"
                + " and PMUKPRN, before the return closes."),
        told);
  }

  @Test
  void aNumberChangeNeedsNothingDone() {
    assertEquals(
        List.of("What 10000001 returned in 2022/23 counts here: the reference number changed."),
        told(aim().inReturnOf(2022, "moved", "the reference number changed")));
  }

  @Test
  void whatStayedBehindIsToldToTheOldProvider() {
    List<String> told = told(aim().inReturnOf(2022, "stayed", "provider 10000002 names it"));
    assertEquals(1, told.size());
    assertTrue(
        told.get(0)
            .startsWith("What 10000001 returned in 2022/23 stayed with it: provider 10000002"),
        told.get(0));
    assertTrue(told.get(0).contains("NLM 17 or 18, or PMUKPRN, before its return closes"));
  }

  @Test
  void aNamedProviderOfWhichNothingCameIsToldToTheNewOne() {
    List<String> told =
        told(
            aim()
                .inReturnOf(2022, "prev_ukprn", 10000002)
                .inReturnOf(2023, "prev_ukprn", 10000002));
    assertEquals(1, told.size(), "it is told once");
    assertTrue(told.get(0).startsWith("The return of 2022/23 names 10000002"), told.get(0));
    assertEquals(
        List.of(),
        told(
            aim()
                .inReturnOf(2022, "returned_ukprn", 10000002)
                .inReturnOf(2023, "prev_ukprn", 10000002)),
        "something came");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          withdrawn            | apprenticeship           | 25 | 36 | 3 | 3 | 2023-11-01 | return CompStatus 2
          another report       | apprenticeship_component | 25 | 36 | 2 | 1 | 2023-11-01 | only that of an apprenticeship's programme aim
          a framework          | apprenticeship           | 3  | 36 | 2 | 1 | 2023-11-01 | of standards only
          another FundModel    | apprenticeship           | 25 | 81 | 2 | 1 | 2023-11-01 | FundModel 36 only
          ended in 2019/20     | apprenticeship           | 25 | 36 | 2 | 1 | 2020-03-20 | training that ended in 2019/20
          """)
  void anAchievementDateThatIsNotUsedIsToldWithWhy(
      String aCase,
      String report,
      int progType,
      int fundModel,
      int status,
      int outcome,
      LocalDate end,
      String why) {
    AimBuilder aim =
        AimBuilder.aim()
            .with("prog_type", progType)
            .with("fund_model", fundModel)
            .ended(status, outcome, end)
            .achievedOn(LocalDate.of(2024, 2, 1));
    List<String> told = Surprises.of(row(aim), List.of(verdict(report, null)));
    assertEquals(1, told.size());
    assertTrue(
        told.get(0).startsWith("AchDate 2024-02-01 is not used in the report " + report),
        told.get(0));
    assertTrue(told.get(0).contains(why), told.get(0));
    assertEquals(List.of(), Surprises.of(row(aim), List.of(verdict(report, 2023))), "it is used");
  }

  private static AimBuilder aim() {
    return AimBuilder.aim().ended(2, 1, END);
  }

  private static List<String> told(AimBuilder aim) {
    return Surprises.of(row(aim), List.of());
  }

  private static Row row(AimBuilder aim) {
    return aim.frame().head();
  }

  private static Verdict verdict(String report, Integer achievementYear) {
    StructType columns =
        new StructType()
            .add("report_type", DataTypes.StringType)
            .add("achievement_year", DataTypes.IntegerType);
    Row judged = new GenericRowWithSchema(new Object[] {report, achievementYear}, columns);
    return new Verdict(judged, List.of(), List.of());
  }
}

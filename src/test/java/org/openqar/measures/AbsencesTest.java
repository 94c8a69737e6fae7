package org.openqar.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.openqar.support.Frames;
import org.openqar.support.SparkTest;
import org.openqar.tables.Tables;

/** National rates while somebody's return is missing. */
class AbsencesTest extends SparkTest {
  private static final int MISSING = 10000002;

  @Test
  void aMissingProviderMayHaveAsManyLeaversAsInItsLargestYear() {
    Map<String, Row> national = national(Map.of(MISSING, Set.of(2023)));
    Row total = national.get("2023 Total total");
    assertEquals(1L, total.<Long>getAs("missing_providers"));
    // 20 in its largest year; 2 of them are counted all the same.
    assertEquals(18L, total.<Long>getAs("missing_leavers"));
    assertEquals(102L, total.<Long>getAs("leavers"));
    assertEquals(new BigDecimal("50.0"), total.getAs("achievement_rate"));
    // 51 of 120, and 69 of 120.
    assertEquals(new BigDecimal("42.5"), total.getAs("achievement_rate_low"));
    assertEquals(new BigDecimal("57.5"), total.getAs("achievement_rate_high"));
    // 61 of 120, and 79 of 120.
    assertEquals(new BigDecimal("50.8"), total.getAs("retention_rate_low"));
    assertEquals(new BigDecimal("65.8"), total.getAs("retention_rate_high"));
    // 51 of 79, and 69 of 79.
    assertEquals(new BigDecimal("64.6"), total.getAs("pass_rate_low"));
    assertEquals(new BigDecimal("87.3"), total.getAs("pass_rate_high"));
  }

  @Test
  void onlyItsOwnTypeAndAllTogetherAreInDoubt() {
    Map<String, Row> national = national(Map.of(MISSING, Set.of(2023)));
    assertEquals(18L, national.get("2023 School total").<Long>getAs("missing_leavers"));
    Row college = national.get("2023 College total");
    assertEquals(0L, college.<Long>getAs("missing_leavers"));
    assertEquals(
        college.<BigDecimal>getAs("achievement_rate"), college.getAs("achievement_rate_low"));
    assertEquals(0L, national.get("2024 Total total").<Long>getAs("missing_leavers"));
  }

  @Test
  void theTimelyMeasureHasOneRateOnly() {
    Row timely = national(Map.of(MISSING, Set.of(2023))).get("2023 Total timely");
    assertEquals(4L, timely.<Long>getAs("missing_leavers"));
    // 3 of 10, and 7 of 10.
    assertEquals(new BigDecimal("30.0"), timely.getAs("achievement_rate_low"));
    assertEquals(new BigDecimal("70.0"), timely.getAs("achievement_rate_high"));
    assertNull(timely.getAs("retention_rate_low"));
    assertNull(timely.getAs("pass_rate_high"));
  }

  @Test
  void whileNobodyIsMissingTheRateIsWhatItIs() {
    for (Row row : national(Map.of()).values()) {
      assertEquals(0L, row.<Long>getAs("missing_providers"));
      assertEquals(row.<BigDecimal>getAs("pass_rate"), row.getAs("pass_rate_high"));
    }
  }

  @Test
  void aProviderThatIsInNoOtherYearMovesNothing() {
    assertEquals(
        0L,
        national(Map.of(10000009, Set.of(2023)))
            .get("2023 Total total")
            .<Long>getAs("missing_leavers"));
  }

  private static Map<String, Row> national(Map<Integer, Set<Integer>> missing) {
    Dataset<Row> counts =
        Frames.of(
            Tables.QAR_PROVIDER,
            """
            edition | report_year | report_type    | measure | year | ukprn    | dimension | value | leavers | completers | achievers
            2024-25 | 2024        | apprenticeship | overall | 2023 | 10000001 | total     | Total | 100     | 60         | 50
            2024-25 | 2024        | apprenticeship | overall | 2024 | 10000001 | total     | Total | 100     | 70         | 60
            2024-25 | 2024        | apprenticeship | overall | 2022 | 10000002 | total     | Total | 20      | 10         | 10
            2024-25 | 2024        | apprenticeship | overall | 2023 | 10000002 | total     | Total | 2       | 1          | 1
            2024-25 | 2024        | apprenticeship | overall | 2024 | 10000002 | total     | Total | 10      | 9          | 8
            2024-25 | 2024        | apprenticeship | timely  | 2023 | 10000001 | total     | Total | 6       |            | 3
            2024-25 | 2024        | apprenticeship | timely  | 2024 | 10000002 | total     | Total | 4       |            | 4
            """);
    Dataset<Row> typed =
        AimCounts.typed(
            counts,
            Frames.of(
                Tables.PROVIDER,
                """
                ukprn    | provider_type
                10000001 | College
                10000002 | School
                """));
    Map<String, Row> national = new HashMap<>();
    Absences.of(missing, typed)
        .addTo(AimCounts.national(typed))
        .collectAsList()
        .forEach(
            row ->
                national.put(
                    row.getAs("year")
                        + " "
                        + row.getAs("provider_type")
                        + " "
                        + (row.getAs("measure").equals("timely")
                            ? "timely"
                            : row.getAs("dimension")),
                    row));
    return national;
  }
}

package org.openqar.aims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqar.config.Configuration;
import org.openqar.rules.AimValues;
import org.openqar.rules.Edition;
import org.openqar.rules.RowValues;
import org.openqar.support.AimBuilder;
import org.openqar.support.SparkTest;
import org.openqar.tables.Tables;

/** What the stage works out of an aim's lists is what literal rows of the rule cases have. */
class ListFactsTest extends SparkTest {
  private static final List<String> COLUMNS =
      List.of(
          "first_year_reported_ended", "destination_date", "earlier_days", "programme_start_date");

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "durations.inclusive: true",
        "durations.inclusive: false",
        "end-point-assessment.accept-completed: false",
        "end-point-assessment.applies: false",
        "end-point-assessment.from: 2023-09-01",
        "traineeships.destinations: [EDU6]",
        "traineeships.destination-days: 0"
      })
  void anAimHasTheSameFactsHereAndInTheCases(String change) {
    String[] parts = change.split(": ");
    Edition edition =
        new Configuration(null, Map.of())
            .edition("2024-25", Edition.class)
            .with(Map.of(parts[0], parts[1]));
    Random random = new Random(change.hashCode());
    List<Row> rows = new ArrayList<>();
    List<AimValues> expected = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      AimBuilder aim = aim(random);
      rows.add(aim.row(edition));
      expected.add(aim.values(edition));
    }
    List<Row> found =
        new ListFacts(edition)
            .addTo(
                spark()
                    .createDataFrame(rows, Tables.AIM.schema())
                    .drop(COLUMNS.toArray(String[]::new)))
            .collectAsList();
    for (String column : COLUMNS) {
      for (int i = 0; i < rows.size(); i++) {
        int at = i;
        assertEquals(
            expected.get(i).value(column),
            new RowValues(found.get(i)).value(column),
            () -> column + " of " + found.get(at));
      }
      long different =
          expected.stream()
              .map(aim -> aim.value(column))
              .filter(Objects::nonNull)
              .distinct()
              .count();
      assertTrue(different > 1, column + " is always the same");
    }
  }

  private static AimBuilder aim(Random random) {
    AimBuilder aim =
        random.nextBoolean()
            ? AimBuilder.aim()
            : AimBuilder.traineeshipAim().with("aim_type", 1 + 2 * random.nextInt(2));
    LocalDate end =
        random.nextInt(5) == 0 ? null : LocalDate.of(2023, 8, 30).plusDays(random.nextInt(4));
    StringBuilder history = new StringBuilder();
    for (int year = 2020; year <= 2024; year++) {
      if (year == 2022 || random.nextInt(3) > 0) {
        history.append(' ').append(year).append(':').append(1 + random.nextInt(6));
      }
    }
    aim.ended(1 + random.nextInt(3), random.nextBoolean() ? 8 : 1, end)
        .achievedOn(random.nextBoolean() ? null : end)
        .history(history.substring(1));
    int changed = 2020 + random.nextInt(5);
    aim.inReturnOf(changed, "counts", random.nextBoolean());
    aim.inReturnOf(2020 + random.nextInt(5), "comp_status", random.nextBoolean() ? null : 2);
    aim.inReturnOf(2020 + random.nextInt(5), "outcome", random.nextBoolean() ? null : 8);
    for (int i = random.nextInt(3); i > 0; i--) {
      LocalDate start =
          random.nextInt(6) == 0 ? null : LocalDate.of(2022, 1, 1).plusDays(random.nextInt(90));
      aim.earlierSegment(
          start,
          random.nextInt(6) == 0 ? null : LocalDate.of(2022, 2, 1).plusDays(random.nextInt(90)));
      aim.destination(
          List.of("EMP1", "EDU6", "VOL1").get(random.nextInt(3)),
          random.nextInt(6) == 0
              ? null
              : LocalDate.of(2023, 8, 30).plusDays(random.nextInt(5) + 178L * random.nextInt(2)));
    }
    if (random.nextBoolean()) {
      aim.restartOf(random.nextBoolean() ? null : LocalDate.of(2022, 1, 15));
    }
    return random.nextInt(8) == 0 ? aim.started(null).restartOf(null) : aim;
  }
}

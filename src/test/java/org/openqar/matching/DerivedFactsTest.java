package org.openqar.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqar.config.Configuration;
import org.openqar.matching.AimKey.TrainingKey;
import org.openqar.matching.MatchedAim.Derived;
import org.openqar.matching.MatchedAim.Returned;
import org.openqar.rules.AimValues;
import org.openqar.rules.DecidedBy;
import org.openqar.rules.Edition;
import org.openqar.support.AimBuilder;
import org.openqar.tables.Tables;

/** What matching works out of an aim's lists is what literal rows of the rule cases have. */
@DecidedBy({"traineeships.destinations", "traineeships.destination-days"})
class DerivedFactsTest {
  private static final Map<String, Function<Derived, Object>> FACTS =
      Map.of(
          "first_year_reported_ended", Derived::firstYearReportedEnded,
          "destination_date", Derived::destinationDate,
          "earlier_days", Derived::earlierDays,
          "programme_start_date", Derived::programmeStart);

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
    List<AimValues> expected = new ArrayList<>();
    List<Derived> found = new ArrayList<>();
    DerivedFacts facts = new DerivedFacts(edition);
    for (int i = 0; i < 400; i++) {
      AimBuilder aim = aim(random);
      expected.add(aim.values(edition));
      found.add(of(facts, aim.row(edition)));
    }
    FACTS.forEach(
        (column, fact) -> {
          for (int i = 0; i < found.size(); i++) {
            assertEquals(expected.get(i).value(column), fact.apply(found.get(i)), column);
          }
          long different = found.stream().map(fact).filter(Objects::nonNull).distinct().count();
          assertTrue(different > 1, column + " is always the same");
        });
  }

  private static Derived of(DerivedFacts facts, Row aim) {
    List<Returned> history = new ArrayList<>();
    for (Values record : Values.of(aim).list("history")) {
      history.add(
          new Returned(
              Records.of(
                      "year | status | outcome | ach | end\n%s | %s | %s | %s | %s"
                          .formatted(
                              record.text("funding_year"),
                              record.text("comp_status"),
                              record.text("outcome"),
                              record.text("ach_date"),
                              record.text("learn_act_end_date")))
                  .get(0),
              "ULN",
              (Boolean) record.value("counts"),
              null));
    }
    Values values = Values.of(aim);
    List<Part> earlier =
        values.list("earlier_segments").stream()
            .map(
                part ->
                    new Part("part", part.day("learn_start_date"), part.day("learn_act_end_date")))
            .toList();
    List<Destination> reached =
        values.list("destinations").stream()
            .map(one -> new Destination(one.text("outcome"), one.day("start_date")))
            .toList();
    return facts.of(
        new TrainingKey(
            (Integer) values.value("aim_type"),
            values.text("learn_aim_ref"),
            (Integer) values.value("prog_type"),
            null,
            null,
            null),
        new Dates(
            values.day("learn_start_date"),
            values.day("orig_learn_start_date"),
            null,
            values.day("learn_act_end_date"),
            null),
        history,
        earlier,
        reached);
  }

  /** The values of a row of {@code aim}, or of one in it, by their columns. */
  private record Values(Row row, StructType type) {
    static Values of(Row aim) {
      return new Values(aim, Tables.AIM.schema());
    }

    Object value(String column) {
      return row.get(type.fieldIndex(column));
    }

    String text(String column) {
      return Objects.toString(value(column), "");
    }

    LocalDate day(String column) {
      Object day = value(column);
      return day instanceof Date sql ? sql.toLocalDate() : (LocalDate) day;
    }

    List<Values> list(String column) {
      int place = type.fieldIndex(column);
      StructType nested = (StructType) ((ArrayType) type.fields()[place].dataType()).elementType();
      return Arrays.stream((Object[]) row.get(place))
          .map(one -> new Values((Row) one, nested))
          .toList();
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

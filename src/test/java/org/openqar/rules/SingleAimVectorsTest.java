package org.openqar.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.calendar.AcademicYear;
import org.openqar.support.AimBuilder;
import org.openqar.support.SingleAims;
import org.openqar.support.Vectors;
import org.openqar.support.Vectors.Case;

/** The worked cases of single aims (vectors/README.md). */
class SingleAimVectorsTest {
  private static final String FILE = "single-aim.csv";

  static Stream<Case> runnable() {
    return Vectors.of(FILE).stream();
  }

  private static boolean looksAhead(Case one) {
    return one.get("look_ahead").equals("r04");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runnable")
  void aCaseComesOutAsItWasWorkedOut(Case one) {
    Edition edition = edition(one);
    List<JudgedAim> judged =
        ReportTypes.book(edition, one.number("report_year")).judge(aim(one).values(edition));
    assertEquals(1, judged.size(), "in scope");
    assertEquals(one.get("report_type"), judged.get(0).reportType());
    SingleAims.assertComesOut(one, judged.get(0));
  }

  private static Edition edition(Case one) {
    return RuleCases.edition(
        looksAhead(one) ? "2023-24" : "2024-25",
        Map.of(
            "breaks.continuation-protects", one.get("continuation_protects"),
            "durations.inclusive", one.get("inclusive_days")));
  }

  private static AimBuilder aim(Case one) {
    int loadedTo = one.number("loaded_to");
    List<String> returns =
        Arrays.stream(one.get("returns").split(" "))
            .filter(item -> Integer.parseInt(item.substring(0, 4)) <= loadedTo)
            .map(item -> standsIn(one, item) ? year(item) + ":" + one.get("comp_status") : item)
            .toList();
    int firstYear =
        Math.min(Integer.parseInt(returns.get(0).substring(0, 4)), one.number("report_year") - 4);
    AimBuilder aim =
        ofType(one.get("report_type"))
            .with("aim_id", one.id())
            .with("report_year", one.number("report_year"))
            .with("prog_type", one.number("prog_type"))
            .started(day(one, "learn_start_date"))
            .with("orig_learn_start_date", day(one, "orig_learn_start_date"))
            .plannedEnd(day(one, "learn_plan_end_date"))
            .achievedOn(day(one, "ach_date"))
            .ended(one.number("comp_status"), one.number("outcome"), day(one, "learn_act_end_date"))
            .reason(one.number("withdraw_reason"))
            .with("restart", "1".equals(one.get("restart")))
            .history(String.join(" ", returns))
            .finalReturnsFrom(firstYear, loadedTo);
    LocalDate next = day(one, "next_aim_start");
    if (next != null && AcademicYear.of(next).start() <= loadedTo) {
      aim.nextAim(next);
      if (one.get("next_aim_kind").equals("apprenticeship")) {
        aim.nextProgramme(next);
      }
    }
    if (one.get("destination") != null) {
      aim.destination(one.get("destination"), day(one, "destination_date"));
    }
    LocalDate restart = day(one, "restart_start");
    if (restart != null && AcademicYear.of(restart).start() <= loadedTo) {
      aim.restarted(restart, AcademicYear.of(restart).start());
    }
    if (looksAhead(one)) {
      aim.with("restart_first_look_ahead_year", one.number("restart_first_in_r04_of"));
    }
    Integer earlierDays = one.number("earlier_days_in_learning");
    if (earlierDays != null) {
      LocalDate first = day(one, "orig_learn_start_date");
      aim.earlierSegment(first, first.plusDays(earlierDays - 1));
    }
    return aim;
  }

  private static AimBuilder ofType(String reportType) {
    return switch (reportType) {
      case "apprenticeship" -> AimBuilder.aim();
      case "apprenticeship_component" -> AimBuilder.componentAim();
      case "education_and_training" -> AimBuilder.courseAim();
      case "traineeship" -> AimBuilder.traineeshipAim();
      case "traineeship_component" ->
          AimBuilder.traineeshipAim().with("aim_type", 3).with("learn_aim_ref", "60001234");
      default -> throw new IllegalArgumentException(reportType);
    };
  }

  /**
   * Whether R04 of the next year stands in the place of a year's return: the apprenticeship was
   * planned to end in the year.
   */
  private static boolean standsIn(Case one, String item) {
    return looksAhead(one)
        && Integer.valueOf(year(item) + 1).equals(one.number("ended_first_in_r04_of"))
        && one.get("report_type").equals("apprenticeship")
        && AcademicYear.of(day(one, "learn_plan_end_date")).start() == year(item);
  }

  private static int year(String item) {
    return Integer.parseInt(item.substring(0, 4));
  }

  private static LocalDate day(Case one, String column) {
    return one.get(column) == null ? null : LocalDate.parse(one.get(column));
  }
}

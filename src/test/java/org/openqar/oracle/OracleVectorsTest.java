package org.openqar.oracle;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.calendar.AcademicYear;
import org.openqar.support.Vectors;

/** The specification's worked cases of one aim hold in the oracle; none is left out. */
class OracleVectorsTest {
  private static final int PROVIDER = 10000001;
  private static final Map<String, String> LEARNER =
      SectorBuilder.elements("LearnRefNumber", "L1", "ULN", "1000000019");

  // --- single-aim.csv --------------------------------------------------------------------------

  static List<Vectors.Case> singleAims() {
    return Vectors.of("single-aim.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("singleAims")
  void oneAimAndItsHistory(Vectors.Case vector) {
    Switches switches =
        Switches.ofEdition(
            2024,
            changed -> {
              changed.lookAhead = vector.get("look_ahead").equals("r04");
              changed.continuationProtects = vector.get("continuation_protects").equals("true");
              changed.inclusiveDays = vector.get("inclusive_days").equals("true");
            });
    Window window =
        Window.of(vector.number("report_year"), switches).to(vector.number("loaded_to"));
    Verdict verdict =
        the(
            Oracle.of(sectorOf(vector), switches, window).verdicts(),
            vector.get("report_type"),
            vector.get("learn_start_date"));
    boolean cohort = verdict.cohort(vector.number("report_year"));
    assertAll(
        () ->
            assertEquals(
                vector.number("expected_hybrid_end_year"), verdict.hybridEndYear(), "year"),
        () -> assertEquals(vector.get("expected_exclusions"), exclusions(verdict)),
        () -> assertEquals(vector.get("expected_overdue"), overdue(verdict)),
        () -> assertEquals(vector.number("expected_cohort") == 1, cohort, "cohort"),
        () ->
            assertEquals(
                vector.number("expected_completer") == 1,
                cohort && verdict.completer(),
                "completer"),
        () ->
            assertEquals(
                vector.number("expected_achiever") == 1, cohort && verdict.achiever(), "achiever"));
  }

  private static Sector sectorOf(Vectors.Case vector) {
    SectorBuilder sector = new SectorBuilder().finalReturns(PROVIDER, 2005, 2030);
    TreeMap<Integer, String> returns = new TreeMap<>();
    for (String item : vector.get("returns").split(" ")) {
      returns.put(Integer.valueOf(item.substring(0, 4)), item.substring(5));
    }
    Set<String> fams = "1".equals(vector.get("restart")) ? Set.of("RES 1") : Set.of();
    returns.forEach(
        (year, status) -> add(sector, year, ReturnedAim.FINAL, looked(vector, year, status), fams));
    Integer r04 = vector.number("ended_first_in_r04_of");
    if (r04 != null) {
      add(sector, r04, ReturnedAim.LOOK_AHEAD, now(vector), fams);
    }
    if (vector.get("next_aim_start") != null) {
      boolean course = vector.get("next_aim_kind").equals("stand_alone");
      Map<String, String> next = course ? course() : programme("25", "202");
      begins(next, vector.get("next_aim_start"), null);
      fromItsStart(sector, next, Set.of());
    }
    if (vector.get("restart_start") != null) {
      Map<String, String> restart = training(vector);
      begins(restart, vector.get("restart_start"), vector.get("learn_start_date"));
      fromItsStart(sector, restart, Set.of("RES 1"));
      Integer first = vector.number("restart_first_in_r04_of");
      if (first != null) {
        add(sector, first, ReturnedAim.LOOK_AHEAD, restart, Set.of("RES 1"));
      }
    }
    if (vector.number("earlier_days_in_learning") != null) {
      LocalDate start = LocalDate.parse(vector.get("orig_learn_start_date"));
      LocalDate end = start.plusDays(vector.number("earlier_days_in_learning") - 1);
      Map<String, String> segment = training(vector);
      segment.putAll(
          SectorBuilder.elements(
              "LearnStartDate",
              start,
              "LearnPlanEndDate",
              vector.get("learn_plan_end_date"),
              "LearnActEndDate",
              end,
              "CompStatus",
              6,
              "Outcome",
              3));
      add(sector, AcademicYear.of(end).start(), ReturnedAim.FINAL, segment, Set.of());
    }
    if (vector.get("destination") != null) {
      sector.destination(
          new Sector.Destination(
              PROVIDER,
              vector.number("loaded_to"),
              ReturnedAim.FINAL,
              "L1",
              "1000000019",
              vector.get("destination").substring(0, 3),
              vector.get("destination").substring(3),
              vector.get("destination_date")));
    }
    return sector.sector();
  }

  private static void add(
      SectorBuilder sector, int year, int number, Map<String, String> aim, Set<String> fams) {
    sector.aim(PROVIDER, year, number, LEARNER, Set.of(), aim, fams, List.of());
  }

  private static void fromItsStart(
      SectorBuilder sector, Map<String, String> aim, Set<String> fams) {
    int first = AcademicYear.of(LocalDate.parse(aim.get("LearnStartDate"))).start();
    for (int year = first; year <= 2030; year++) {
      add(sector, year, ReturnedAim.FINAL, aim, fams);
    }
  }

  private static void begins(Map<String, String> aim, String start, String originalStart) {
    aim.putAll(
        SectorBuilder.elements(
            "LearnStartDate",
            start,
            "OrigLearnStartDate",
            originalStart,
            "LearnPlanEndDate",
            LocalDate.parse(start).plusYears(9),
            "CompStatus",
            1));
  }

  /** The aim as its latest record has it. */
  private static Map<String, String> now(Vectors.Case vector) {
    Map<String, String> aim = training(vector);
    aim.putAll(
        SectorBuilder.elements(
            "LearnStartDate", vector.get("learn_start_date"),
            "OrigLearnStartDate", vector.get("orig_learn_start_date"),
            "LearnPlanEndDate", vector.get("learn_plan_end_date"),
            "LearnActEndDate", vector.get("learn_act_end_date"),
            "AchDate", vector.get("ach_date"),
            "CompStatus", vector.get("comp_status"),
            "Outcome", vector.get("outcome"),
            "WithdrawReason", vector.get("withdraw_reason")));
    return aim;
  }

  /** The aim as it looked in the return of a year. */
  private static Map<String, String> looked(Vectors.Case vector, int year, String status) {
    Map<String, String> aim = now(vector);
    String end = vector.get("learn_act_end_date");
    boolean toCome = end != null && LocalDate.parse(end).isAfter(new AcademicYear(year).lastDay());
    if (!status.equals(vector.get("comp_status"))) {
      aim.put("CompStatus", status);
      aim.remove("WithdrawReason");
      aim.remove("AchDate");
      aim.put("Outcome", "3");
      toCome = status.equals("1");
    }
    if (status.equals("1") && toCome) {
      aim.remove("LearnActEndDate");
      aim.remove("Outcome");
    }
    return aim;
  }

  private static Map<String, String> training(Vectors.Case vector) {
    String programme = vector.get("prog_type");
    return switch (vector.get("report_type")) {
      case "education_and_training" -> course();
      case "apprenticeship_component", "traineeship_component" -> {
        Map<String, String> aim = programme(programme, "105");
        aim.put("LearnAimRef", "60012345");
        aim.put("AimType", "3");
        yield aim;
      }
      default -> programme(programme, "105");
    };
  }

  private static Map<String, String> programme(String type, String stdCode) {
    boolean standard = "25".equals(type);
    return SectorBuilder.elements(
        "LearnAimRef", "ZPROG001",
        "AimType", "1",
        "FundModel", "24".equals(type) ? "35" : "36",
        "ProgType", type,
        "StdCode", standard ? stdCode : null,
        "FworkCode", standard ? null : "420",
        "PwayCode", standard ? null : "1");
  }

  private static Map<String, String> course() {
    return SectorBuilder.elements("LearnAimRef", "60098765", "AimType", "4", "FundModel", "35");
  }

  // --- timely.csv ------------------------------------------------------------------------------

  static List<Vectors.Case> timely() {
    return Vectors.of("timely.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("timely")
  void theTimelyMeasure(Vectors.Case vector) {
    Map<String, String> aim = programme(vector.get("prog_type"), "105");
    aim.putAll(
        SectorBuilder.elements(
            "LearnStartDate", vector.get("learn_start_date"),
            "LearnPlanEndDate", vector.get("learn_plan_end_date"),
            "LearnActEndDate", vector.get("learn_act_end_date"),
            "CompStatus", vector.get("comp_status"),
            "Outcome", vector.get("outcome")));
    SectorBuilder sector = new SectorBuilder().finalReturns(PROVIDER, 2005, 2030);
    add(sector, vector.number("return_year"), ReturnedAim.FINAL, aim, Set.of());
    Switches switches = Switches.ofEdition(2018);
    Window window =
        Window.of(vector.number("report_year"), switches)
            .reportedOn(LocalDate.parse(vector.get("report_date")));
    Verdict verdict =
        the(
            Oracle.of(sector.sector(), switches, window).verdicts(),
            "apprenticeship",
            vector.get("learn_start_date"));
    assertAll(
        () ->
            assertEquals(
                vector.number("expected_timely_cohort") == 1, verdict.timelyCohort(), "cohort"),
        () ->
            assertEquals(
                vector.number("expected_timely_achiever") == 1,
                verdict.timelyAchiever(),
                "achiever"),
        () -> assertEquals(vector.number("expected_timely_year"), verdict.timelyYear()),
        () -> assertEquals(vector.get("expected_overall_status"), verdict.status()),
        () -> assertEquals(vector.number("expected_hybrid_end_year"), verdict.hybridEndYear()));
  }

  // ---------------------------------------------------------------------------------------------

  private static Verdict the(List<Verdict> verdicts, String type, String start) {
    return verdicts.stream()
        .filter(verdict -> verdict.type().label().equals(type))
        .filter(verdict -> verdict.current().start.toString().equals(start))
        .findFirst()
        .orElseThrow();
  }

  /** In the words of the vectors; null when there is nothing to say. */
  private static String exclusions(Verdict verdict) {
    if (verdict.status().equals(Verdict.CONTINUING)) {
      return "X-CONT";
    }
    return verdict.exclusions().isEmpty() ? null : codes(verdict);
  }

  /** In the words of the vectors; null when there is nothing to say. */
  static String overdue(Verdict verdict) {
    if (verdict.overdueContinuing()) {
      return "continuing";
    }
    return verdict.overdueBreak() ? "planned_break" : null;
  }

  static String codes(Verdict verdict) {
    return String.join(" ", verdict.exclusions());
  }
}

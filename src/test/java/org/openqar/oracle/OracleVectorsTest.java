package org.openqar.oracle;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.calendar.AcademicYear;
import org.openqar.support.Vectors;

/**
 * The worked cases of the specification hold in the oracle; none is left out. So do our own of
 * several records, which hold the job in place too.
 */
class OracleVectorsTest {
  private static final int PROVIDER = 10000001;
  private static final Map<String, String> LEARNER =
      SectorBuilder.elements("LearnRefNumber", "L1", "ULN", "1000000019");

  /** The specification's, and our own of a whole edition or of the other key. */
  private static final Map<String, List<Vectors.Case>> CHAINS =
      new TreeMap<>(
          Stream.of(
                  Vectors.of("chains.csv"),
                  Vectors.of(Path.of("src/test/resources/matching/cases.csv")))
              .flatMap(List::stream)
              .filter(record -> List.of("", "match=LRN").contains(orEmpty(record, "switches")))
              .collect(groupingBy(Vectors.Case::id)));

  // --- single-aim.csv --------------------------------------------------------------------------

  static List<Vectors.Case> singleAims() {
    return Vectors.of("single-aim.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("singleAims")
  void oneAimAndItsHistory(Vectors.Case vector) {
    Switches switches =
        Switches.ofEdition(2024)
            .with(
                vector.get("look_ahead").equals("r04"),
                vector.get("continuation_protects").equals("true"),
                vector.get("inclusive_days").equals("true"));
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
    sector.aim(PROVIDER, year, number, LEARNER, aim, fams, List.of());
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

  // --- chains.csv ------------------------------------------------------------------------------

  static List<String> chains() {
    return List.copyOf(CHAINS.keySet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("chains")
  void severalRecords(String id) {
    List<Vectors.Case> records = CHAINS.get(id);
    Vectors.Case first = records.get(0);
    Switches switches = Switches.ofEdition(Integer.parseInt(first.get("edition").substring(0, 4)));
    if ("match=LRN".equals(first.get("switches"))) {
      switches = switches.withMatchKey(Switches.MatchKey.LRN);
    }
    Oracle oracle = Oracle.of(sectorOf(records), switches, first.number("report_year"));
    List<Vectors.Case> expected =
        records.stream()
            .filter(record -> record.get("expect_status") != null)
            .filter(record -> !record.get("expect_status").equals("none"))
            .toList();
    assertEquals(expected.size(), oracle.verdicts().size(), () -> oracle.verdicts().toString());
    assertAll(expected.stream().map(record -> () -> assertRecord(record, oracle)));
  }

  private static void assertRecord(Vectors.Case record, Oracle oracle) {
    Verdict verdict =
        oracle.verdicts().stream()
            .filter(v -> isOf(v.current(), record))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No aim comes of " + record.cells()));
    Integer ukprn = record.number("expect_ukprn");
    assertAll(
        () ->
            assertEquals(
                ukprn == null ? record.number("ukprn") : ukprn, verdict.provider(), "provider"),
        () -> assertEquals(record.get("expect_status"), verdict.status()),
        () ->
            assertEquals(record.number("expect_hybrid_end_year"), verdict.hybridEndYear(), "year"),
        () ->
            assertEquals(
                orEmpty(record, "expect_exclusions").replace("X-DQ", "X-DATA"),
                verdict.status().equals(Verdict.CONTINUING) ? "" : codes(verdict)),
        () -> assertEquals(record.get("expect_overdue"), overdue(verdict)),
        () -> assertEquals(record.number("expect_completer") == 1, verdict.completer()),
        () -> assertEquals(record.number("expect_achiever") == 1, verdict.achiever()));
  }

  private static Sector sectorOf(List<Vectors.Case> records) {
    SectorBuilder sector = new SectorBuilder();
    for (Vectors.Case record : records) {
      sector.finalReturns(record.number("ukprn"), 2005, 2030);
      Set<String> fams = new HashSet<>();
      if ("1".equals(record.get("restart"))) {
        fams.add("RES 1");
      }
      if ("1".equals(record.get("loan"))) {
        fams.add("ADL 1");
      }
      sector.aim(
          record.number("ukprn"),
          record.number("return_year"),
          Integer.parseInt(record.get("return").substring(1)),
          SectorBuilder.elements(
              "LearnRefNumber", record.get("learn_ref_number"),
              "PrevLearnRefNumber", record.get("prev_learn_ref_number"),
              "PrevUKPRN", record.get("prev_ukprn"),
              "ULN", record.get("uln")),
          SectorBuilder.elements(
              "LearnAimRef", record.get("learn_aim_ref"),
              "AimType", record.get("aim_type"),
              "AimSeqNumber", record.get("aim_seq_number"),
              "FundModel", record.get("fund_model"),
              "ProgType", record.get("prog_type"),
              "FworkCode", record.get("fwork_code"),
              "PwayCode", record.get("pway_code"),
              "StdCode", record.get("std_code"),
              "LearnStartDate", record.get("learn_start_date"),
              "OrigLearnStartDate", record.get("orig_learn_start_date"),
              "LearnPlanEndDate", record.get("learn_plan_end_date"),
              "CompStatus", record.get("comp_status"),
              "LearnActEndDate", record.get("learn_act_end_date"),
              "WithdrawReason", record.get("withdraw_reason"),
              "Outcome", record.get("outcome"),
              "AchDate", record.get("ach_date")),
          fams,
          List.of());
    }
    Vectors.Case first = records.get(0);
    if (first.get("mergers") != null) {
      String[] parts = first.get("mergers").split("[>@]");
      sector.merger(provider(parts[0]), provider(parts[1]), Integer.parseInt(parts[2]));
    }
    if (first.get("missing_returns") != null) {
      String[] missing = first.get("missing_returns").split("@");
      sector.missing(provider(missing[0]), Integer.parseInt(missing[1]));
    }
    return sector.sector();
  }

  /** A UKPRN of the cases, or its last digits. */
  private static int provider(String text) {
    return 10_000_000 + Integer.parseInt(text) % 100;
  }

  // --- destinations ----------------------------------------------------------------------------

  /** 9.6, 9.19: who a destination is of is told by its ULN; by its number where numbers match. */
  @Test
  void aDestinationUnderAnotherNumberOfTheUln() {
    Map<String, String> aim = programme("24", null);
    aim.putAll(
        SectorBuilder.elements(
            "LearnStartDate", "2022-09-01",
            "LearnPlanEndDate", "2023-03-01",
            "LearnActEndDate", "2023-03-01",
            "CompStatus", "2",
            "Outcome", "1"));
    SectorBuilder sector = new SectorBuilder().finalReturns(PROVIDER, 2005, 2030);
    add(sector, 2022, ReturnedAim.FINAL, aim, Set.of());
    sector.destination(
        new Sector.Destination(
            PROVIDER, 2022, ReturnedAim.FINAL, "L2", "1000000019", "EMP", "1", "2023-03-10"));
    Switches byUln = Switches.ofEdition(2024);
    assertTrue(Oracle.of(sector.sector(), byUln, 2024).verdicts().get(0).achiever());
    Switches byNumber = byUln.withMatchKey(Switches.MatchKey.LRN);
    assertFalse(Oracle.of(sector.sector(), byNumber, 2024).verdicts().get(0).achiever());
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

  /** Whether an aim has the record's values; what cannot be read is not there. */
  private static boolean isOf(Seen aim, Vectors.Case record) {
    return aim.source.learner().get("LearnRefNumber").equals(record.get("learn_ref_number"))
        && Objects.equals(aim.start, Seen.dayOf(record.get("learn_start_date")))
        && Objects.equals(aim.stdCode, Seen.wholeOf(record.get("std_code")))
        && Objects.equals(aim.pwayCode, Seen.wholeOf(record.get("pway_code")));
  }

  private static String orEmpty(Vectors.Case record, String column) {
    return record.get(column) == null ? "" : record.get(column);
  }

  /** In the words of the vectors; null when there is nothing to say. */
  private static String exclusions(Verdict verdict) {
    if (verdict.status().equals(Verdict.CONTINUING)) {
      return "X-CONT";
    }
    return verdict.exclusions().isEmpty() ? null : codes(verdict);
  }

  private static String codes(Verdict verdict) {
    return String.join(" ", verdict.exclusions());
  }

  private static String overdue(Verdict verdict) {
    if (verdict.overdueContinuing()) {
      return "continuing";
    }
    return verdict.overdueBreak() ? "planned_break" : null;
  }
}

package org.openqar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.calendar.AcademicYear;
import org.openqar.rules.RowValues;
import org.openqar.support.CaseRuns;
import org.openqar.support.CaseRuns.Run;
import org.openqar.support.SingleAims;
import org.openqar.support.Vectors;
import org.openqar.support.Vectors.Case;

/**
 * The worked cases of single aims once more, whole: each aim is written into the returns that its
 * history tells of, with the next aim, the restart and the earlier part that go with it.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SingleAimPipelineTest {
  private static final int CONTINUING = 1;
  private static final int ON_A_BREAK = 6;

  @TempDir private static Path temp;

  private CaseRuns runs;

  @BeforeAll
  void loadAndJudge() {
    runs = new CaseRuns(temp);
    Set<Run> wanted = new HashSet<>();
    cases()
        .forEach(
            one -> {
              write(one);
              wanted.add(runOf(one));
            });
    runs.run(wanted);
  }

  static Stream<Case> cases() {
    return Vectors.of(SingleAims.FILE).stream()
        .filter(one -> !Vectors.leftOut(SingleAims.FILE, one.id(), null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aReturnedAimComesOutAsItWasWorkedOut(Case one) {
    List<Row> aims =
        runs.aims(runOf(one), provider(one), provider(one)).stream()
            .filter(aim -> aim.getAs("report_type").equals(one.get("report_type")))
            .filter(
                aim -> aim.getAs("learn_start_date").toString().equals(one.get("learn_start_date")))
            .filter(aim -> !Integer.valueOf(NEXT_STANDARD).equals(aim.getAs("std_code")))
            .toList();
    assertEquals(1, aims.size(), "aims that begin on the day of the case");
    SingleAims.assertComesOut(one, new RowValues(aims.get(0)));
  }

  private static final int STANDARD = 105;
  private static final int NEXT_STANDARD = 202;

  private static Run runOf(Case one) {
    boolean looksAhead = one.get("look_ahead").equals("r04");
    Map<String, String> rules = new TreeMap<>();
    if (one.get("continuation_protects").equals("false")) {
      rules.put("breaks.continuation-protects", "false");
    }
    if (one.get("inclusive_days").equals("false")) {
      rules.put("durations.inclusive", "false");
    }
    return new Run(
        looksAhead ? "2023-24" : "2024-25",
        rules,
        one.number("report_year"),
        one.number("loaded_to") - one.number("report_year"));
  }

  /** Each case has a provider of its own. */
  private static int provider(Case one) {
    return (one.id().startsWith("P") ? 30_000_000 : 31_000_000)
        + Integer.parseInt(one.id().substring(1));
  }

  private void write(Case one) {
    int loadedTo = one.number("loaded_to");
    int first = Integer.parseInt(one.get("returns").substring(0, 4));
    for (int year = first; year <= loadedTo; year++) {
      runs.returned(provider(one), year, "R14");
    }
    Map<String, String> aim = aim(one);
    for (String item : one.get("returns").split(" ")) {
      int year = Integer.parseInt(item.substring(0, 4));
      if (year <= loadedTo) {
        add(one, year, "R14", asItLooked(one, aim, year, Integer.parseInt(item.substring(5))));
      }
    }
    if (one.get("ended_first_in_r04_of") != null) {
      add(one, one.number("ended_first_in_r04_of"), "R04", aim);
    }
    addNextAim(one, loadedTo);
    addRestart(one, aim, loadedTo);
    addEarlierPart(one, aim);
    if (one.get("destination") != null) {
      String[] returns = one.get("returns").split(" ");
      int last = Integer.parseInt(returns[returns.length - 1].substring(0, 4));
      runs.returned(provider(one), last, "R14")
          .destination(one.get("destination"), one.get("destination_date"));
    }
  }

  private void addNextAim(Case one, int loadedTo) {
    LocalDate start = day(one, "next_aim_start");
    if (start == null) {
      return;
    }
    Map<String, String> next = new LinkedHashMap<>();
    boolean course = one.get("next_aim_kind").equals("stand_alone");
    next.put("LearnAimRef", course ? "60009999" : "ZPROG001");
    next.put("AimType", course ? "4" : "1");
    next.put("FundModel", course ? "35" : "36");
    if (!course) {
      next.put("ProgType", "25");
      next.put("StdCode", String.valueOf(NEXT_STANDARD));
    }
    next.put("LearnStartDate", start.toString());
    next.put("LearnPlanEndDate", start.plusMonths(18).toString());
    next.put("CompStatus", "1");
    for (int year = AcademicYear.of(start).start(); year <= loadedTo; year++) {
      add(one, year, "R14", next);
    }
  }

  private void addRestart(Case one, Map<String, String> aim, int loadedTo) {
    LocalDate start = day(one, "restart_start");
    if (start == null) {
      return;
    }
    Map<String, String> restart = asItLooked(one, aim, AcademicYear.of(start).start(), CONTINUING);
    restart.put("LearnStartDate", start.toString());
    restart.put("OrigLearnStartDate", one.get("learn_start_date"));
    restart.put("LearnPlanEndDate", start.plusMonths(12).toString());
    restart.put("RES", "1");
    for (int year = AcademicYear.of(start).start(); year <= loadedTo; year++) {
      add(one, year, "R14", restart);
    }
    if (one.get("restart_first_in_r04_of") != null) {
      add(one, one.number("restart_first_in_r04_of"), "R04", restart);
    }
  }

  private void addEarlierPart(Case one, Map<String, String> aim) {
    Integer served = one.number("earlier_days_in_learning");
    if (served == null) {
      return;
    }
    LocalDate start = day(one, "orig_learn_start_date");
    LocalDate end = start.plusDays(served - 1);
    Map<String, String> part = new LinkedHashMap<>(aim);
    part.keySet().removeAll(Set.of("OrigLearnStartDate", "AchDate", "WithdrawReason", "RES"));
    part.put("LearnStartDate", start.toString());
    part.put("CompStatus", String.valueOf(ON_A_BREAK));
    part.put("LearnActEndDate", end.toString());
    part.put("Outcome", "3");
    add(one, AcademicYear.of(end).start(), "R14", part);
  }

  private void add(Case one, int year, String number, Map<String, String> aim) {
    runs.returned(provider(one), year, number)
        .learner("LearnRefNumber", "L1", "ULN", "1000000019", "DateOfBirth", "2000-01-15")
        .aim(
            aim.entrySet().stream()
                .flatMap(element -> Stream.of(element.getKey(), element.getValue()))
                .toArray(String[]::new));
  }

  /** The aim's latest values, as elements. */
  private static Map<String, String> aim(Case one) {
    Map<String, String> aim = new LinkedHashMap<>(kind(one));
    aim.put("AimSeqNumber", "1");
    aim.put("LearnStartDate", one.get("learn_start_date"));
    aim.put("OrigLearnStartDate", one.get("orig_learn_start_date"));
    aim.put("LearnPlanEndDate", one.get("learn_plan_end_date"));
    aim.put("CompStatus", one.get("comp_status"));
    aim.put("LearnActEndDate", one.get("learn_act_end_date"));
    aim.put("WithdrawReason", one.get("withdraw_reason"));
    aim.put("Outcome", one.get("outcome"));
    aim.put("AchDate", one.get("ach_date"));
    aim.put("RES", one.get("restart"));
    return aim;
  }

  /** What is normal for the report type. */
  private static Map<String, String> kind(Case one) {
    Map<String, String> kind = new LinkedHashMap<>();
    String type = one.get("report_type");
    boolean programme = Set.of("apprenticeship", "traineeship").contains(type);
    kind.put("LearnAimRef", programme ? "ZPROG001" : "60008888");
    kind.put("AimType", programme ? "1" : type.equals("education_and_training") ? "4" : "3");
    kind.put("FundModel", type.startsWith("apprenticeship") ? "36" : "35");
    kind.put("ProgType", one.get("prog_type"));
    if ("25".equals(one.get("prog_type"))) {
      kind.put("StdCode", String.valueOf(STANDARD));
    } else if (type.startsWith("apprenticeship")) {
      kind.put("FworkCode", "403");
      kind.put("PwayCode", "1");
    }
    return kind;
  }

  /** The aim in a return that shows another status, or that was made before its end. */
  private static Map<String, String> asItLooked(
      Case one, Map<String, String> aim, int year, int status) {
    Map<String, String> record = new LinkedHashMap<>(aim);
    boolean earlier = status != one.number("comp_status");
    LocalDate end = day(one, "learn_act_end_date");
    boolean endToCome =
        status == CONTINUING && end != null && end.isAfter(new AcademicYear(year).lastDay());
    record.put("CompStatus", String.valueOf(status));
    if (earlier) {
      record.keySet().removeAll(Set.of("WithdrawReason", "AchDate", "Outcome"));
    }
    if (earlier && status == ON_A_BREAK) {
      record.put("Outcome", "3");
    }
    if (endToCome || earlier && status == CONTINUING) {
      record.keySet().removeAll(Set.of("LearnActEndDate", "Outcome"));
    }
    return record;
  }

  private static LocalDate day(Case one, String column) {
    return one.get(column) == null ? null : LocalDate.parse(one.get(column));
  }
}

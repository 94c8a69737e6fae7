package org.openqar.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the switches of the specification's open questions change in the oracle. */
class OracleSwitchesTest {
  private static final int OLD = 10000001;
  private static final int NEW = 10000002;

  private static Map<String, String> course(Object... changes) {
    Map<String, String> aim =
        new TreeMap<>(
            SectorBuilder.elements(
                "LearnAimRef", "60000005",
                "AimType", 4,
                "AimSeqNumber", 1,
                "FundModel", 25,
                "LearnStartDate", "2022-09-05",
                "LearnPlanEndDate", "2023-06-30",
                "LearnActEndDate", "2023-06-30",
                "CompStatus", 2,
                "Outcome", 1));
    aim.putAll(SectorBuilder.elements(changes));
    return aim;
  }

  private static String statuses(
      Map<String, String> aim, Set<String> fams, String listedAs, Switches switches) {
    SectorBuilder sector =
        new SectorBuilder()
            .finalReturns(OLD, 2005, 2030)
            .aim(
                OLD,
                2022,
                ReturnedAim.FINAL,
                SectorBuilder.elements("LearnRefNumber", "L1", "ULN", "1000000019"),
                Set.of(),
                aim,
                fams,
                List.of());
    if (listedAs != null) {
      sector.aimClass(aim.get("LearnAimRef"), listedAs);
    }
    return String.join(
        " ",
        Oracle.of(sector.sector(), switches, 2023).verdicts().stream()
            .map(Verdict::status)
            .toList());
  }

  private static String statuses(Map<String, String> aim, Switches switches) {
    return statuses(aim, Set.of(), null, switches);
  }

  /** 3.1, 8.27, 9.29b. */
  @Test
  void tLevels() {
    Switches in = Switches.ofEdition(2024, changed -> changed.tLevels = true);
    for (int progType : List.of(30, 31)) {
      assertEquals("", statuses(course("ProgType", progType), Switches.ofEdition(2024)));
      assertEquals(Verdict.INCLUSION, statuses(course("ProgType", progType), in));
    }
    assertEquals("", statuses(course("FundModel", 11), in));
    assertEquals("", statuses(course("FundModel", 39, "ProgType", 34), in));
  }

  /** 3.9, 9.23. */
  @Test
  void classesOfGenericAims() {
    Switches edition = Switches.ofEdition(2024);
    for (String generic :
        List.of(
            "ZWRKX001",
            "ZWRKX002",
            "ZWRKX003",
            "Z0007834",
            "Z0007835",
            "Z0007836",
            "Z0007837",
            "Z0007838",
            "Z0002347",
            "ZESF0001",
            "ZPROG001")) {
      Map<String, String> aim = course("LearnAimRef", generic);
      assertEquals(Verdict.EXCLUSION, statuses(aim, edition), generic);
      assertEquals(Verdict.INCLUSION, statuses(aim, Set.of(), "G", edition), generic);
      assertEquals(Verdict.INCLUSION, statuses(aim, Set.of(), "", edition), generic);
    }
    assertEquals(Verdict.INCLUSION, statuses(course("LearnAimRef", "Z0007839"), edition));
  }

  /** 3.9, 8.30. */
  @Test
  void listsThatOnlyAUserCanSupply() {
    Switches ldm = Switches.ofEdition(2024, changed -> changed.excludedLdm = Set.of("360"));
    assertEquals(Verdict.EXCLUSION, statuses(course(), Set.of("LDM 360"), null, ldm));
    assertEquals(Verdict.INCLUSION, statuses(course(), Set.of("LDM 361"), null, ldm));
    for (int year : List.of(2021, 2022, 2023)) {
      Switches refs =
          Switches.ofEdition(
              2024, changed -> changed.excludedAimRefs = Map.of(year, Set.of("60000005")));
      assertEquals(year == 2022 ? Verdict.EXCLUSION : Verdict.INCLUSION, statuses(course(), refs));
    }
  }

  /** 3.3, 8.25: K04 without a contract, and K20. */
  @Test
  void plainMoves() {
    Map<Switches.PlainMoves, String> ofUnfinished = new TreeMap<>();
    Map<Switches.PlainMoves, String> ofWithdrawn = new TreeMap<>();
    for (Switches.PlainMoves moves : Switches.PlainMoves.values()) {
      Switches switches = Switches.ofEdition(2024, changed -> changed.plainMoves = moves);
      ofUnfinished.put(moves, providersOfMove("1", switches));
      ofWithdrawn.put(moves, providersOfMove("3", switches));
    }
    assertEquals(
        "{TAKEN_OVER=10000002, ALL=10000002, NONE=10000001 10000002}", ofUnfinished.toString());
    assertEquals(
        "{TAKEN_OVER=10000001 10000002, ALL=10000002, NONE=10000001 10000002}",
        ofWithdrawn.toString());
  }

  private static String providersOfMove(String compStatus, Switches switches) {
    SectorBuilder sector =
        new SectorBuilder()
            .finalReturns(OLD, 2005, 2030)
            .finalReturns(NEW, 2005, 2030)
            .aim(
                OLD,
                2022,
                ReturnedAim.FINAL,
                SectorBuilder.elements("LearnRefNumber", "L1", "ULN", "1000000019"),
                Set.of(),
                course("CompStatus", compStatus, "Outcome", 3),
                Set.of(),
                List.of())
            .aim(
                NEW,
                2023,
                ReturnedAim.FINAL,
                SectorBuilder.elements(
                    "LearnRefNumber", "L1", "PrevUKPRN", OLD, "ULN", "1000000019"),
                Set.of(),
                course(),
                Set.of(),
                List.of());
    return String.join(
        " ",
        Oracle.of(sector.sector(), switches, 2023).verdicts().stream()
            .map(verdict -> String.valueOf(verdict.provider()))
            .sorted()
            .toList());
  }

  /** 8.3, 9.18: what R04 decides of an apprenticeship that it shows withdrawn, or achieved. */
  @Test
  void whatR04Decides() {
    for (Switches.LateReporting late : Switches.LateReporting.values()) {
      Switches switches = Switches.ofEdition(2020, changed -> changed.lateReporting = late);
      assertEquals(
          late == Switches.LateReporting.ALL ? Verdict.INCLUSION : Verdict.CONTINUING,
          r04Shows("3", "3", switches),
          late.name());
      assertEquals(
          late == Switches.LateReporting.NONE ? Verdict.CONTINUING : Verdict.INCLUSION,
          r04Shows("2", "1", switches),
          late.name());
    }
  }

  private static String r04Shows(String compStatus, String outcome, Switches switches) {
    Map<String, String> learner =
        SectorBuilder.elements("LearnRefNumber", "L1", "ULN", "1000000019");
    Map<String, String> open =
        SectorBuilder.elements(
            "LearnAimRef", "ZPROG001",
            "AimType", 1,
            "FundModel", 36,
            "ProgType", 25,
            "StdCode", 101,
            "LearnStartDate", "2021-09-06",
            "LearnPlanEndDate", "2023-06-30",
            "CompStatus", 1);
    Map<String, String> ended = new TreeMap<>(open);
    ended.putAll(
        SectorBuilder.elements(
            "CompStatus", compStatus, "Outcome", outcome, "LearnActEndDate", "2023-06-20"));
    return Oracle.of(
            new SectorBuilder()
                .finalReturns(OLD, 2005, 2030)
                .aim(OLD, 2022, ReturnedAim.FINAL, learner, Set.of(), open, Set.of(), List.of())
                .aim(
                    OLD,
                    2023,
                    ReturnedAim.LOOK_AHEAD,
                    learner,
                    Set.of(),
                    ended,
                    Set.of(),
                    List.of())
                .sector(),
            switches,
            2022)
        .verdicts()
        .get(0)
        .status();
  }
}

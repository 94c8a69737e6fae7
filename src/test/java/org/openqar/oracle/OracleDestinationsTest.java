package org.openqar.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose a destination is, and which returns tell of it (9.5, 9.6, 9.19). */
class OracleDestinationsTest {
  private static final int OLD = 10000001;
  private static final int NEW = 10000002;
  private static final String ULN = "1000000019";

  /** 9.6: who a destination is of is told by its ULN; by its number where numbers match. */
  @Test
  void aDestinationUnderAnotherNumberOfTheUln() {
    SectorBuilder sector = trainee(OLD, learner("L1", null, null), Set.of());
    destination(sector, OLD, 2022, ReturnedAim.FINAL, "L2", ULN);
    assertEquals(1, achievers(sector, Switches.ofEdition(2024)));
    assertEquals(
        0,
        achievers(
            sector, Switches.ofEdition(2024, changed -> changed.matchKey = Switches.MatchKey.LRN)));
  }

  /** 9.18, 9.19: R04 tells of destinations where it is read. */
  @Test
  void aDestinationThatR04AloneTells() {
    SectorBuilder sector = trainee(OLD, learner("L1", null, null), Set.of());
    destination(sector, OLD, 2023, ReturnedAim.LOOK_AHEAD, "L1", ULN);
    assertEquals(1, achievers(sector, Switches.ofEdition(2023)));
    assertEquals(0, achievers(sector, Switches.ofEdition(2024)));
  }

  /** 9.5: a destination follows a contract move, no plain move, and no move of another ULN. */
  @Test
  void aDestinationWithTheOldProvider() {
    Map<String, String> moved = learner("N1", "L1", OLD);
    Switches byNumber =
        Switches.ofEdition(2024, changed -> changed.matchKey = Switches.MatchKey.LRN);
    for (Set<String> fams : Set.of(Set.of("NLM 18"), Set.<String>of())) {
      SectorBuilder sector = trainee(NEW, moved, fams);
      destination(sector, OLD, 2021, ReturnedAim.FINAL, "L1", ULN);
      assertEquals(fams.isEmpty() ? 0 : 1, achievers(sector, byNumber), fams::toString);
    }
    SectorBuilder another = trainee(NEW, moved, Set.of("NLM 18"));
    destination(another, OLD, 2021, ReturnedAim.FINAL, "L1", "1000000027");
    assertEquals(0, achievers(another, byNumber));
  }

  private static Map<String, String> learner(String number, String previous, Integer from) {
    return SectorBuilder.elements(
        "LearnRefNumber", number, "PrevLearnRefNumber", previous, "PrevUKPRN", from, "ULN", ULN);
  }

  private static SectorBuilder trainee(int ukprn, Map<String, String> learner, Set<String> fams) {
    return new SectorBuilder()
        .finalReturns(ukprn, 2005, 2030)
        .aim(
            ukprn,
            2022,
            ReturnedAim.FINAL,
            learner,
            fams,
            SectorBuilder.elements(
                "LearnAimRef", "ZPROG001",
                "AimType", 1,
                "FundModel", 35,
                "ProgType", 24,
                "LearnStartDate", "2022-09-01",
                "LearnPlanEndDate", "2023-03-01",
                "LearnActEndDate", "2023-03-01",
                "CompStatus", 2,
                "Outcome", 1),
            Set.of(),
            List.of());
  }

  private static void destination(
      SectorBuilder sector, int ukprn, int year, int number, String reference, String uln) {
    sector.destination(
        new Sector.Destination(ukprn, year, number, reference, uln, "EMP", "1", "2023-03-10"));
  }

  private static long achievers(SectorBuilder sector, Switches switches) {
    return Oracle.of(sector.sector(), switches, 2023).verdicts().stream()
        .filter(Verdict::achiever)
        .count();
  }
}

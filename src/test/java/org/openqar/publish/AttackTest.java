package org.openqar.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody tries to find out what a policy hides, in invented sectors. */
class AttackTest {
  /**
   * Hides small cells and nothing else, and rounds nothing: what a sum gives away it gives away.
   */
  private static final Policy WEAK = new Policy("weak", 1, 0, false, 5, 0, false, 5, 3);

  /** The strict policy without what follows from its sums. */
  private static final Policy PRIMARY_ONLY =
      new Policy("primary only", 10, 0, true, 10, 3, false, 5, 3);

  @ParameterizedTest(name = "sector {0} of {1} providers with up to {2} aims")
  @CsvSource({"1, 4, 60", "4, 12, 900", "6, 40, 1500", "7, 3, 2000", "8, 60, 120", "104, 9, 700"})
  void nothingIsFoundOutUnderStrict(long seed, int providers, int most) {
    holds(new CountedSector(seed, providers, most));
  }

  /** Each gave something away to who solved several sums together. */
  @ParameterizedTest(name = "sector {0} of {1} providers with up to {2} aims")
  @CsvSource({
    "7728326963364289087, 11, 96",
    "4557657078909692538, 4, 47",
    "-184564673511012614, 3, 264"
  })
  void nothingIsFoundOutBySolvingSumsTogether(long seed, int providers, int most) {
    holds(new CountedSector(seed, providers, most));
  }

  /** Large, as the real sector is: what is hidden stays so, and there is something left to see. */
  @ParameterizedTest(name = "{0} of {1} providers and {2} aims")
  @CsvSource({"APPRENTICESHIPS, 200, 12000", "EDUCATION, 100, 40000"})
  void nothingIsFoundOutInALargeSector(LargeSector.Kind kind, int providers, int aims) {
    CountedSector sector = LargeSector.of(kind, 1, providers, aims);
    holds(sector);
    Sums sums = sector.sums();
    BitSet small = Suppression.hidden(sums, PRIMARY_ONLY);
    BitSet hidden = Suppression.hidden(sums, Policy.STRICT);
    long most = 0;
    for (int cell = 0; cell < sums.cells(); cell++) {
      if (hidden.get(cell) && !small.get(cell)) {
        most = Math.max(most, sums.counts(cell).leavers());
      }
      CellPlace place = sums.place(cell);
      if (place.isNational() && place.values().stream().allMatch("Total"::equals)) {
        assertFalse(hidden.get(cell) && !small.get(cell), place + " is a total");
      }
    }
    int others = hidden.cardinality() - small.cardinality();
    assertTrue(others * 5 < sums.cells(), others + " hidden with others of " + sums.cells());
    assertTrue(most * 20 < aims, "of " + most + " leavers is the largest hidden with others");
  }

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void nothingIsFoundOutInAnySector(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 20) int providers,
      @ForAll @IntRange(min = 20, max = 900) int most) {
    holds(new CountedSector(seed, providers, most));
  }

  @Tag("long")
  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void nothingIsFoundOutInManySectors(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 20) int providers,
      @ForAll @IntRange(min = 20, max = 900) int most) {
    holds(new CountedSector(seed, providers, most));
  }

  private static void holds(CountedSector sector) {
    Findings found = sector.attacked(Policy.STRICT);
    assertEquals(List.of(), found.recovered());
    assertEquals(List.of(), found.narrowed());
  }

  @Test
  void theStrictPolicyLeavesSomethingToSee() {
    Findings found = new CountedSector(6, 40, 1500).attacked(Policy.STRICT);
    assertTrue(found.hidden() * 5 < found.cells() * 3, found.hidden() + " of " + found.cells());
  }

  @Test
  void fourteenLeaversOfWhomElevenAchievedAreFoundOutUnderTheDepartmentsPractice() {
    CountedSector sector =
        CountedSector.empty().with(1, "College", Map.of("sex", "Female"), 14, 11, 11);
    List<PublishedCell> cells = sector.published(Policy.DFE_NARTS);
    assertTrue(
        cells.stream()
            .allMatch(
                cell ->
                    cell.figures().get("leaver_count").equals("10")
                        && cell.figures().get("achievement_count").equals("10")
                        && cell.figures().get("achievements_percent").equals("78.6")));
    Findings found = sector.attacked(Policy.DFE_NARTS);
    assertEquals(
        cells.size(),
        found.recovered().stream().filter(what -> what.contains("NOT_ACHIEVED")).count());
  }

  @Test
  void muchIsFoundOutUnderTheDepartmentsPractice() {
    Findings found = new CountedSector(4, 12, 900).attacked(Policy.DFE_NARTS);
    System.out.printf(
        "dfe-narts: %d small counts recovered from %d cells%n",
        found.recovered().size(), found.cells());
    assertTrue(found.recovered().size() > 50, found.recovered().size() + " recovered");
  }

  @Test
  void everythingIsFoundOutWithoutSecondarySuppression() {
    CountedSector sector =
        CountedSector.empty()
            .with(1, "College", Map.of("sex", "Female", "age_band", "16-18"), 97, 90, 80)
            .with(1, "College", Map.of("sex", "Male", "age_band", "19+"), 3, 2, 1)
            .with(2, "Private", Map.of("sex", "Female", "age_band", "16-18"), 50, 40, 30)
            .with(2, "Private", Map.of("sex", "Male", "age_band", "19+"), 44, 20, 10);
    Findings found = sector.attacked(WEAK);
    assertEquals(2, found.hidden() / 2, "one of a provider and one of its type, in two breakdowns");
    long leavers = found.recovered().stream().filter(what -> what.contains(" LEAVERS")).count();
    assertEquals(found.hidden(), leavers);
  }

  @Test
  void countsAreNarrowedWithoutSecondarySuppression() {
    Findings found = new CountedSector(4, 12, 900).attacked(PRIMARY_ONLY);
    assertTrue(found.narrowed().size() > 10, found.narrowed().size() + " narrowed");
  }
}

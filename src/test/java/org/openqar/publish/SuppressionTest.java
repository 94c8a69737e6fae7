package org.openqar.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionTest {
  private static final Policy STRICT = Policy.STRICT;

  @Test
  void theSmallestOfTheOthersIsHiddenBesideASmallOne() {
    CountedSector sector = CountedSector.empty();
    for (int provider = 1; provider <= 3; provider++) {
      sector
          .with(provider, "College", Map.of("ethnicity", "White"), 300, 250, 240)
          .with(provider, "College", Map.of("ethnicity", "Other"), 60, 50, 40)
          .with(provider, "College", Map.of("ethnicity", "Asian"), 90, 80, 70);
    }
    sector.with(1, "College", Map.of("ethnicity", "Unknown"), 9, 9, 9);
    assertEquals(
        List.of("0 Other", "0 Unknown", "0 Other", "0 Unknown", "1 Other", "1 Unknown"),
        hidden(sector, STRICT));
  }

  @Test
  void aCellWithFewAchieversIsHiddenWholly() {
    CountedSector sector =
        CountedSector.empty().with(1, "College", Map.of("sex", "Male"), 100, 50, 9);
    assertEquals(List.of("1 Male", "1 "), hidden(sector, primary(1)).stream().skip(4).toList());
  }

  /** Of one provider and one sex: its two cells, and those of its type and of the nation. */
  @ParameterizedTest(name = "{0} leavers, {1} achievers")
  @CsvSource({"10, 10, 0", "9, 9, 6", "100, 10, 0", "100, 9, 6", "100, 0, 6"})
  void aCellOfFewerThanTenIsSmall(int leavers, int achievers, int hidden) {
    CountedSector sector =
        CountedSector.empty()
            .with(1, "College", Map.of("sex", "Male"), leavers, achievers, achievers);
    assertEquals(hidden, hidden(sector, primary(1)).size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theNationShowsNoCellOfFewerThanThreeProviders(int providers) {
    CountedSector sector = CountedSector.empty();
    for (int provider = 1; provider <= providers; provider++) {
      sector.with(provider, "College", Map.of("sex", "Male"), 100, 90, 80);
    }
    assertEquals(providers < 3 ? 4 : 0, hidden(sector, primary(3)).size());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4, 8})
  void noSumHasExactlyOneHiddenCell(long seed) {
    Sums sums = new CountedSector(seed, 12, 400).sums();
    BitSet hidden = Suppression.hidden(sums, STRICT);
    for (Sums.Sum sum : sums.all()) {
      int count = hidden.get(sum.whole()) ? 1 : 0;
      for (int part : sum.parts()) {
        count += hidden.get(part) ? 1 : 0;
      }
      assertNotEquals(1, count, sums.place(sum.whole()).toString());
    }
  }

  @Test
  void aWiderGroupIsTheSumOfTheNarrowerOnesInIt() {
    Sums sums = new CountedSector(4, 12, 900).sums();
    assertEquals(
        List.of(),
        sums.all().stream().filter(sum -> !sum.exact()).toList(),
        "in this sector every sum adds up");
    long nested =
        sums.all().stream()
            .filter(sum -> sums.place(sum.parts()[0]).values().contains("A1"))
            .filter(sum -> sums.place(sum.whole()).values().contains("A"))
            .count();
    assertNotEquals(0, nested);
  }

  private static Policy primary(int providers) {
    return new Policy("primary", 10, 0, true, 10, providers, false, 0, 0);
  }

  /** Each by its provider, 0 for the nation, and what it is broken down by. */
  private static List<String> hidden(CountedSector sector, Policy policy) {
    Sums sums = sector.sums();
    List<String> hidden = new ArrayList<>();
    Suppression.hidden(sums, policy).stream()
        .mapToObj(sums::place)
        .forEach(
            place ->
                hidden.add(
                    place.ukprn()
                        + " "
                        + String.join(
                            " ",
                            place.values().stream().filter(v -> !v.equals("Total")).toList())));
    return hidden;
  }
}

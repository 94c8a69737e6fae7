package org.openqar.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.matching.Said.Number;
import org.openqar.rules.DecidedBy;
import org.openqar.rules.Edition.Match;

/** Whose records are (qar-rules 3.3, 3.4, 9.3, 9.5, 9.6). */
@DecidedBy("match.key")
class WhoIsWhoTest {
  private static final int HERE = 10000001;
  private static final int THERE = 10000002;
  private static final String ANN = "1000000001";
  private static final String BOB = "1000000002";

  private static final Match ULN = MatcherTest.edition("2024-25").match();
  private static final Match LRN = MatcherTest.edition("2020-21").match();

  private static final Providers PROVIDERS =
      new Providers(
          Map.of(), Map.of(HERE, Set.of(2020, 2021), THERE, Set.of(2021, 2022, 2023)), 2020, 2024);

  @Test
  void whoKeepsNumberAndUlnIsNobodyElse() {
    assertEquals(List.of(), known(said(2020, HERE, "A", ANN), said(2021, HERE, "A", ANN)));
  }

  @Test
  void recordsWithoutAUlnAreThoseOfTheOnlyUlnOfTheirNumber() {
    assertEquals(
        ANN, owner(2021, "A", said(2020, HERE, "A", ANN), said(2021, HERE, "A", null)).foundUln());
  }

  @Test
  void ofTwoUlnsNeitherIsFound() {
    assertEquals(
        List.of(),
        known(said(2020, HERE, "A", ANN), said(2021, HERE, "A", BOB), said(2022, HERE, "A", null)));
  }

  @Test
  void aChangedNumberTakesTheEarlierRecordsWithIt() {
    Owner before =
        owner(2020, "A", said(2020, HERE, "A", null), change(2021, HERE, "B", null, HERE, "A"));
    assertEquals("B", before.reference());
    assertEquals("A", owner(2021, "A", said(2021, HERE, "A", null)).reference());
  }

  @Test
  void changesAreFollowedFromYearToYear() {
    assertEquals(
        "C",
        owner(
                2020,
                "A",
                said(2020, HERE, "A", ANN),
                change(2021, HERE, "B", ANN, HERE, "A"),
                change(2022, HERE, "C", ANN, HERE, "B"))
            .reference());
  }

  @Test
  void aMovePutsTheNewProviderInChargeFromItsYearOn() {
    Owner moved =
        owner(
            2020,
            "A",
            said(2020, HERE, "A", ANN),
            said(2021, HERE, "A", ANN),
            change(2022, THERE, "B", ANN, HERE, "A"));
    assertEquals(THERE, moved.ukprn());
    assertEquals(new Owner.Move(2022, List.of(2022, 2023)), moved.move());
  }

  @Test
  void aNumberThatStandsForSomebodyElseIsNotChanged() {
    assertEquals(
        List.of(),
        known(
            said(2020, HERE, "A", ANN),
            said(2021, HERE, "A", BOB),
            change(2021, HERE, "B", ANN, HERE, "A")));
  }

  /** Such as an R04 of the change's year, which stands for the year before (3.3). */
  @ParameterizedTest(name = "R04 for {0}, ULN {1}: changed {2}")
  @CsvSource({"2020, 1000000002, false", "2020, 1000000001, true", "2021, 1000000002, true"})
  void aNumberThatR04ShowsForSomebodyElseInThatYearIsNotChanged(
      int year, String uln, boolean changed) {
    Said inR04 = new Said(year, HERE, HERE, "A", uln, null, null, false, false, true, null);
    assertEquals(
        changed ? "B" : "A",
        owner(2020, "A", said(2020, HERE, "A", ANN), inR04, change(2021, HERE, "B", ANN, HERE, "A"))
            .reference());
  }

  @Test
  void aDestinationUnderTheOldNumberRefutesNothing() {
    Said destination = new Said(2021, HERE, HERE, "A", null, null, null, false, true, false, null);
    assertEquals(
        "B",
        owner(
                2020,
                "A",
                said(2020, HERE, "A", ANN),
                destination,
                change(2021, HERE, "B", ANN, HERE, "A"))
            .reference());
  }

  @Test
  void aNumberChangeTakesOlderRecordsOfAnotherUlnToo() {
    assertEquals(
        "B",
        owner(2020, "A", said(2020, HERE, "A", BOB), change(2021, HERE, "B", ANN, HERE, "A"))
            .reference());
  }

  @Test
  void ofTwoWhoClaimOneNumberTheLowestHasIt() {
    assertEquals(
        "B",
        owner(
                2020,
                "A",
                said(2020, HERE, "A", null),
                change(2021, HERE, "C", null, HERE, "A"),
                change(2021, HERE, "B", null, HERE, "A"),
                change(2021, THERE, "A", null, HERE, "A"))
            .reference());
  }

  @Test
  void ofTwoWhoClaimOneNumberTheOneWhomItsReturnRefutesIsPassedOver() {
    assertEquals(
        "C",
        owner(
                2020,
                "A",
                said(2020, HERE, "A", BOB),
                said(2021, HERE, "A", BOB),
                change(2021, HERE, "B", ANN, HERE, "A"),
                change(2021, HERE, "C", BOB, HERE, "A"))
            .reference());
  }

  @Test
  void aChangeToldInTheFirstLoadedYearMovesNothing() {
    assertEquals(
        List.of(), known(said(2020, HERE, "A", ANN), change(2020, HERE, "B", ANN, HERE, "A")));
  }

  @Test
  void whoSharesANumberIsMatchedTogetherByReferenceNumber() {
    List<Said> said =
        List.of(
            said(2020, HERE, "A", BOB),
            said(2021, HERE, "A", ANN),
            said(2021, HERE, "B", BOB),
            said(2022, HERE, "C", "1000000003"));
    Map<String, String> groups = new HashMap<>();
    WhoIsWho.of(said, PROVIDERS, LRN)
        .forEach((number, years) -> groups.put(number.reference(), years.get(0).get(0).group()));
    assertEquals(Map.of("A", "ULN " + ANN, "B", "ULN " + ANN, "C", "ULN 1000000003"), groups);
  }

  @Test
  void aDestinationUnderAnotherUlnJoinsThoseWhoShareItsNumberAndFindsNoUln() {
    List<Said> said =
        List.of(
            said(2020, HERE, "A", null),
            new Said(2020, HERE, HERE, "A", BOB, null, null, false, true, false, null));
    WhoIsWho found = WhoIsWho.of(said, PROVIDERS, LRN);
    found.forEach((number, years) -> assertEquals("ULN " + BOB, years.get(0).get(0).group()));
    assertEquals(null, found.owner(2020, new Number(HERE, "A"), null, null).foundUln());
  }

  private static List<Number> known(Said... said) {
    List<Number> known = new ArrayList<>();
    WhoIsWho.of(List.of(said), PROVIDERS, ULN).forEach((number, years) -> known.add(number));
    return known;
  }

  private static Owner owner(int year, String reference, Said... said) {
    return WhoIsWho.of(List.of(said), PROVIDERS, ULN)
        .owner(year, new Number(HERE, reference), null, null);
  }

  private static Said said(int year, int ukprn, String reference, String uln) {
    return new Said(year, ukprn, ukprn, reference, uln, null, null, false, false, false, null);
  }

  private static Said change(
      int year, int ukprn, String reference, String uln, int previousUkprn, String previous) {
    return new Said(
        year, ukprn, ukprn, reference, uln, previousUkprn, previous, true, false, false, null);
  }
}

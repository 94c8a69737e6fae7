package org.openqar.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What holds in every sector, under every edition: {@code -Dtests.tries} of them, 200 or, in {@code
 * -Plong}, 1,000.
 */
class OraclePropertiesTest {
  private static final int FIRST_UKPRN = 20000000;
  private static final int SECOND_UKPRN = 20000010;

  @Provide
  Arbitrary<Story> stories() {
    return Sectors.stories();
  }

  @Provide
  Arbitrary<Integer> editions() {
    return Arbitraries.integers().between(2018, 2025);
  }

  @Property
  void theHybridEndYearIsTheLatestCandidate(
      @ForAll("stories") Story story, @ForAll("editions") int edition) {
    for (Verdict verdict : judged(story, edition)) {
      if (verdict.hybridEndYear() != null) {
        int latest =
            Stream.of(
                    verdict.plannedYear(),
                    verdict.actualYear(),
                    verdict.achievementYear(),
                    verdict.reportingYear(),
                    verdict.outcomeYear())
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElseThrow();
        assertEquals(latest, verdict.hybridEndYear());
      }
    }
  }

  @Property
  void onlyLeaversComplete(@ForAll("stories") Story story, @ForAll("editions") int edition) {
    for (Verdict verdict : judged(story, edition)) {
      boolean leaver = verdict.status().equals(Verdict.INCLUSION);
      assertEquals(
          verdict.exclusions().isEmpty(), !verdict.status().equals(Verdict.EXCLUSION), "status");
      assertTrue(leaver || !verdict.completer() && !verdict.achiever(), verdict::toString);
      assertTrue(
          !leaver || verdict.hybridEndYear() <= Sectors.REPORT_YEAR, "a leaver has a year by R");
      assertTrue(verdict.timelyCohort() || !verdict.timelyAchiever(), verdict::toString);
    }
  }

  @Property
  void overdueAimsNeitherCompletedNorAchieved(
      @ForAll("stories") Story story, @ForAll("editions") int edition) {
    for (Verdict verdict : judged(story, edition)) {
      if (verdict.overdueContinuing() || verdict.overdueBreak()) {
        assertFalse(verdict.completer() || verdict.achiever());
        assertTrue(verdict.hybridEndYear() > verdict.chain().lastYear());
        assertFalse(verdict.exclusions().contains("X-BREAK"));
      }
    }
  }

  @Property
  void whatCannotBeReadIsExcludedAndHasNoYear(
      @ForAll("stories") Story story, @ForAll("editions") int edition) {
    for (Verdict verdict : judged(story, edition)) {
      if (verdict.current().spoilt()) {
        assertEquals(Verdict.EXCLUSION, verdict.status());
        assertNull(verdict.hybridEndYear());
        assertFalse(verdict.overdueContinuing() || verdict.overdueBreak());
        assertFalse(verdict.timelyCohort());
      }
    }
  }

  @Property
  void everyRecordIsInOneChainOrInNoReport(
      @ForAll("stories") Story story, @ForAll("editions") int edition) {
    Sector sector = Telling.of(story, FIRST_UKPRN);
    Switches switches = Switches.ofEdition(edition);
    Window window = Window.of(Sectors.REPORT_YEAR, switches);
    Oracle oracle = Oracle.of(sector, switches, window);
    Set<ReturnedAim> found = Collections.newSetFromMap(new IdentityHashMap<>());
    int placed = oracle.inNoReport().size();
    found.addAll(oracle.inNoReport());
    for (Chain chain : oracle.chains()) {
      for (Seen record : chain.records) {
        found.add(record.source);
      }
      for (Seen record : chain.lookAhead) {
        found.add(record.source);
      }
      placed += chain.records.size() + chain.lookAhead.size();
    }
    long loaded =
        sector.aims().stream().filter(aim -> window.loaded(aim.year(), aim.returnNumber())).count();
    assertEquals(loaded, found.size());
    assertEquals(loaded, placed);
  }

  @Property
  void anAimIsInOneReport(@ForAll("stories") Story story, @ForAll("editions") int edition) {
    Set<Chain> chains = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Verdict verdict : judged(story, edition)) {
      assertTrue(chains.add(verdict.chain()), verdict::toString);
    }
  }

  /** But for records that 3.4 does not tell apart: those of one learner with one AimSeqNumber. */
  @Property
  void theOrderOfTheRecordsDoesNotMatter(
      @ForAll("stories") Story story, @ForAll("editions") int edition, @ForAll long seed) {
    Sector sector = Telling.of(story, FIRST_UKPRN);
    Map<List<Object>, List<ReturnedAim>> alike = new LinkedHashMap<>();
    for (ReturnedAim aim : sector.aims()) {
      alike
          .computeIfAbsent(
              Arrays.asList(
                  aim.ukprn(),
                  aim.year(),
                  aim.returnNumber(),
                  aim.learner(),
                  Objects.requireNonNullElse(Seen.wholeOf(aim.delivery().get("AimSeqNumber")), 0)),
              any -> new ArrayList<>())
          .add(aim);
    }
    List<List<ReturnedAim>> groups = new ArrayList<>(alike.values());
    Collections.shuffle(groups, new Random(seed));
    List<ReturnedAim> shuffled = groups.stream().flatMap(List::stream).toList();
    assertEquals(lines(sector, edition), lines(with(sector, shuffled), edition));
  }

  @Property
  void sectorsDoNotTouchEachOther(
      @ForAll("stories") Story one, @ForAll("stories") Story other, @ForAll("editions") int year) {
    Sector first = Telling.of(one, FIRST_UKPRN);
    Sector second = Telling.of(other, SECOND_UKPRN);
    List<String> apart = new ArrayList<>(lines(first, year));
    apart.addAll(lines(second, year));
    assertEquals(apart.stream().sorted().toList(), lines(together(first, second), year));
  }

  @Property
  void anExcludedAimMoreChangesNoRate(
      @ForAll("stories") Story story, @ForAll("editions") int edition) {
    Sector sector = Telling.of(story, FIRST_UKPRN);
    List<ReturnedAim> more = new ArrayList<>(sector.aims());
    more.add(
        new ReturnedAim(
            FIRST_UKPRN,
            Sectors.REPORT_YEAR,
            ReturnedAim.FINAL,
            99,
            SectorBuilder.elements("LearnRefNumber", "MORE", "ULN", "1999999999"),
            Set.of(),
            SectorBuilder.elements(
                "LearnAimRef", "ZPROG001",
                "AimType", 1,
                "AimSeqNumber", 1,
                "FundModel", 36,
                "ProgType", 25,
                "StdCode", 101,
                "LearnStartDate", LocalDate.of(Sectors.REPORT_YEAR - 1, 9, 1),
                "LearnPlanEndDate", LocalDate.of(Sectors.REPORT_YEAR + 1, 6, 30),
                "LearnActEndDate", LocalDate.of(Sectors.REPORT_YEAR + 1, 3, 1),
                "CompStatus", 3,
                "Outcome", 3,
                "WithdrawReason", 7),
            Set.of(),
            List.of(),
            List.of()));
    assertEquals(counts(sector, edition), counts(with(sector, more), edition));
  }

  @Property
  void thereAreNotMoreAchieversThanLeavers(
      @ForAll("stories") Story story, @ForAll("editions") int edition) {
    counts(Telling.of(story, FIRST_UKPRN), edition)
        .forEach(
            (cell, counts) -> {
              assertTrue(counts.get(1) <= counts.get(0), cell);
              assertTrue(counts.get(2) <= counts.get(0), cell);
            });
  }

  private static List<Verdict> judged(Story story, int edition) {
    return judged(Telling.of(story, FIRST_UKPRN), edition);
  }

  private static List<Verdict> judged(Sector sector, int edition) {
    return Oracle.of(sector, Switches.ofEdition(edition), Sectors.REPORT_YEAR).verdicts();
  }

  private static List<String> lines(Sector sector, int edition) {
    return judged(sector, edition).stream().map(Line::of).sorted().toList();
  }

  /** Leavers, completers and achievers by provider, year and report. */
  private static Map<String, List<Integer>> counts(Sector sector, int edition) {
    Map<String, List<Integer>> counts = new TreeMap<>();
    for (Verdict verdict : judged(sector, edition)) {
      if (verdict.status().equals(Verdict.INCLUSION)) {
        counts.merge(
            verdict.provider() + " " + verdict.hybridEndYear() + " " + verdict.type(),
            List.of(1, verdict.completer() ? 1 : 0, verdict.achiever() ? 1 : 0),
            (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1), a.get(2) + b.get(2)));
      }
    }
    return counts;
  }

  private static Sector with(Sector sector, List<ReturnedAim> aims) {
    return new Sector(
        aims,
        sector.destinations(),
        sector.finalReturns(),
        sector.mergers(),
        sector.aimClasses(),
        sector.foundationStandards());
  }

  private static Sector together(Sector one, Sector other) {
    return new Sector(
        both(one.aims(), other.aims()),
        both(one.destinations(), other.destinations()),
        new HashSet<>(both(List.copyOf(one.finalReturns()), List.copyOf(other.finalReturns()))),
        both(one.mergers(), other.mergers()),
        new HashMap<>(one.aimClasses()),
        one.foundationStandards());
  }

  private static <T> List<T> both(List<T> one, List<T> other) {
    List<T> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }
}

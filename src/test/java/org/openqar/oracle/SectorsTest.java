package org.openqar.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The generated sectors tell all that the oracle and the job are to be compared on. */
class SectorsTest {
  private static final int FIRST_UKPRN = 20_000_000;
  private static final int ENOUGH = 3;

  /** What came out, and how often. */
  private static final Map<String, Integer> FOUND = new TreeMap<>();

  @BeforeAll
  static void judge() {
    for (Story story : Sectors.ofSeeds(LongStream.range(0, 200).boxed().toList())) {
      Sector sector = Telling.of(story, FIRST_UKPRN);
      for (int edition : List.of(2018, 2021, 2025)) {
        Switches switches =
            Switches.ofEdition(edition, changed -> changed.foundation = edition == 2025);
        Oracle oracle = Oracle.of(sector, switches, Sectors.REPORT_YEAR);
        oracle.verdicts().forEach(SectorsTest::note);
        oracle.chains().forEach(SectorsTest::note);
      }
    }
  }

  private static void found(Object... what) {
    List<String> words = new ArrayList<>();
    for (Object word : what) {
      words.add(String.valueOf(word));
    }
    FOUND.merge(String.join(" ", words), 1, Integer::sum);
  }

  private static void note(Verdict verdict) {
    found(verdict.type(), verdict.status());
    verdict.exclusions().forEach(SectorsTest::found);
    if (verdict.overdueContinuing() || verdict.overdueBreak()) {
      found(verdict.type(), verdict.overdueBreak() ? "break overdue" : "overdue");
    }
    if (verdict.timelyCohort()) {
      found(verdict.type(), verdict.timelyAchiever() ? "achieved in time" : "in time");
    }
    Seen aim = verdict.current();
    if (verdict.type() == ReportType.APPRENTICESHIP
        && aim.isStandard()
        && aim.achDate != null
        && verdict.achievementYear() == null) {
      found(
          "AchDate that does not count:",
          aim.is(2) || Integer.valueOf(1).equals(aim.outcome) ? "of 2019/20" : "not achieved");
    }
    if (verdict.exclusions().contains("X-CLASS")
        && Telling.AIM_CLASSES.get(aim.learnAimRef) == null) {
      found("class built in");
    }
  }

  private static void note(Chain chain) {
    if (!chain.inFinalReturns()) {
      return;
    }
    Map<Integer, Seen> counting = chain.byYear();
    for (Seen record : chain.records) {
      Seen kept = counting.get(record.year());
      if (record != kept) {
        found("gave way:", why(kept, record));
      }
      if (!record.toldBy.isEmpty()) {
        found(
            record.source.ukprn() == record.provider ? "number changed" : "moved",
            record.toldBy.size() == 1 ? "once" : "again");
      }
    }
    chain
        .shown()
        .forEach(
            (year, record) -> {
              if (!record.source.isFinal()) {
                String was = counting.get(year).compStatus + "/" + counting.get(year).outcome;
                found(
                    ReportType.isOfApprenticeship(record)
                        ? "R04 of an apprenticeship: " + record.compStatus
                        : "R04 of a course: " + was + " then achieved");
              }
            });
    if (chain.records.stream().map(record -> record.aimType).distinct().count() > 1) {
      found("AimType 4 and 5 in one aim");
    }
  }

  private static String why(Seen kept, Seen other) {
    if (kept.isVoidClosing() != other.isVoidClosing()) {
      return "closing";
    }
    if (Integer.valueOf(1).equals(kept.outcome) != Integer.valueOf(1).equals(other.outcome)) {
      return "not achieved";
    }
    if (kept.isOwn() != other.isOwn()) {
      return "of a predecessor";
    }
    return (kept.actualEnd == null) == (other.actualEnd == null) ? "numbers" : "without an end";
  }

  @Test
  void everyExclusionAndEveryStatusOfEveryReport() {
    Set<String> possible =
        new TreeSet<>(
            Set.of(
                "X-BREAK",
                "X-CLASS",
                "X-DATA",
                "X-EPA",
                "X-FOUND",
                "X-INTERV",
                "X-IPLACE",
                "X-JOB",
                "X-MERGE",
                "X-OLASS",
                "X-QP",
                "X-QPRES",
                "X-STRAT",
                "X-TBNC",
                "X-XFER"));
    for (ReportType type : ReportType.values()) {
      for (String what :
          List.of(
              Verdict.INCLUSION,
              Verdict.EXCLUSION,
              Verdict.CONTINUING,
              Verdict.FUTURE,
              "overdue",
              "break overdue",
              "in time",
              "achieved in time")) {
        possible.add(type + " " + what);
      }
    }
    possible.removeAll(FOUND.keySet());
    assertEquals(Set.of(), possible, "never generated");
  }

  @Test
  void everyWayOfMatchingInGoodNumbers() {
    Set<String> wanted =
        new TreeSet<>(
            Set.of(
                "gave way: closing",
                "gave way: not achieved",
                "gave way: of a predecessor",
                "gave way: without an end",
                "gave way: numbers",
                "number changed once",
                "number changed again",
                "moved once",
                "moved again",
                "R04 of an apprenticeship: 1",
                "R04 of an apprenticeship: 2",
                "R04 of an apprenticeship: 3",
                "R04 of an apprenticeship: 6",
                "R04 of a course: 1/null then achieved",
                "R04 of a course: 2/8 then achieved",
                "AimType 4 and 5 in one aim",
                "AchDate that does not count: of 2019/20",
                "AchDate that does not count: not achieved",
                "class built in"));
    wanted.removeIf(what -> FOUND.getOrDefault(what, 0) >= ENOUGH);
    assertEquals(Set.of(), wanted, () -> "too seldom, of " + FOUND);
  }
}

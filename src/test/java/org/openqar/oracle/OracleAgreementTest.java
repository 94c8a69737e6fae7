package org.openqar.oracle;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SparkTest;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * The oracle and the job, run over the same returns, say the same of every aim. Each generated
 * sector has providers of its own, so that one run of the job reads all of them.
 */
class OracleAgreementTest {
  /** What the job builds so far: one line more for each edition, one word for each report. */
  private static final Set<ReportType> REPORTS = Set.of(ReportType.values());

  /** Whether the job joins pathway 0 or none to the other, 9.9. */
  private static final boolean PATHWAYS_JOIN = true;

  /** Whether the job joins records whose key cannot be read, and lets doubt protect, 9.11. */
  private static final boolean DOUBT_PROTECTS = true;

  /** Whether the job knows whose returns show an aim before its learner moved, 9.3. */
  private static final boolean GAPS_BEFORE_A_MOVE = false;

  /** Whether the job believes a change of number for all its older records or for none, 3.3. */
  private static final boolean NUMBERS_CHANGE_WHOLE = false;

  private static final int FIRST_UKPRN = 20_000_000;
  private static final Set<String> EXCLUSIONS =
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
          "X-XFER");

  private static final int UKPRNS_OF_A_SECTOR = 10;
  private static final int SHOWN = 40;

  @TempDir private Path temp;

  static Stream<Integer> editions() {
    return Stream.of(2024);
  }

  @ParameterizedTest(name = "edition of {0}")
  @MethodSource("editions")
  void everyAimOfTwoHundredSectorsComesOutTheSame(int edition) throws IOException {
    compare(edition, 0, 200);
  }

  /** {@code -Dqar.sectors=5000} for more, {@code -Dqar.first-sector} for others. */
  @Tag("long")
  @ParameterizedTest(name = "edition of {0}")
  @MethodSource("editions")
  void everyAimOfThousandsOfSectorsComesOutTheSame(int edition) throws IOException {
    int sectors = Integer.getInteger("qar.sectors", 1000);
    int first = Integer.getInteger("qar.first-sector", 1000);
    int atOnce = 1000;
    for (int done = 0; done < sectors; done += atOnce) {
      compare(edition, first + done, Math.min(atOnce, sectors - done));
    }
  }

  @Test
  void twoHundredSectorsShowAllThatCanBecomeOfAnAim() {
    Set<String> found = new TreeSet<>();
    for (Story story : Sectors.ofSeeds(0, 200)) {
      Sector sector = Telling.of(story, FIRST_UKPRN);
      for (int edition : List.of(2018, 2021, 2025)) {
        for (Verdict verdict :
            Oracle.of(sector, Switches.ofEdition(edition), Sectors.REPORT_YEAR).verdicts()) {
          found.add(verdict.type() + " " + verdict.status());
          found.addAll(verdict.exclusions());
          if (verdict.overdueContinuing() || verdict.overdueBreak()) {
            found.add(verdict.type() + (verdict.overdueBreak() ? " break" : "") + " overdue");
          }
          if (verdict.timelyCohort()) {
            found.add(verdict.type() + (verdict.timelyAchiever() ? " achieved" : "") + " in time");
          }
        }
      }
    }
    Set<String> possible = new TreeSet<>(EXCLUSIONS);
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
    possible.removeAll(found);
    assertEquals(Set.of(), possible, "never generated");
  }

  private void compare(int edition, int firstSeed, int sectors) throws IOException {
    List<Sector> told = new ArrayList<>();
    List<List<String>> expected = new ArrayList<>();
    List<Story> stories = Sectors.ofSeeds(firstSeed, sectors);
    for (int i = 0; i < sectors; i++) {
      Story story = asFarAsTheJobGoes(stories.get(i));
      Sector sector = Telling.of(story, FIRST_UKPRN + i * UKPRNS_OF_A_SECTOR);
      told.add(sector);
      expected.add(
          Oracle.of(sector, Switches.ofEdition(edition), Sectors.REPORT_YEAR).verdicts().stream()
              .filter(verdict -> REPORTS.contains(verdict.type()))
              .map(Line::of)
              .sorted()
              .toList());
    }
    Path folder = temp.resolve(edition + "-" + firstSeed);
    SectorFiles.write(told, Window.of(Sectors.REPORT_YEAR, Switches.ofEdition(edition)), folder);
    List<List<String>> computed = computed(folder, edition, sectors);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < sectors; i++) {
      if (!expected.get(i).equals(computed.get(i))) {
        differences.add("sector of seed " + (firstSeed + i));
        without(expected.get(i), computed.get(i)).forEach(l -> differences.add("  oracle " + l));
        without(computed.get(i), expected.get(i)).forEach(l -> differences.add("  job    " + l));
      }
    }
    assertTrue(
        differences.isEmpty(),
        () -> String.join("\n", differences.subList(0, Math.min(SHOWN, differences.size()))));
  }

  private static Story asFarAsTheJobGoes(Story story) {
    Story left = story.with(OracleAgreementTest::asFarAsTheJobGoes);
    if (!GAPS_BEFORE_A_MOVE && story.changesNumbers(Story.Change.WITH_THE_PROVIDER)) {
      left = left.withAllReturns();
    }
    if (!NUMBERS_CHANGE_WHOLE && story.changesNumbers(Story.Change.WRONGLY_TOLD)) {
      left = left.withSteadyUlns();
    }
    return left;
  }

  private static Story.Aim asFarAsTheJobGoes(Story.Aim aim) {
    Story.Noise noise = aim.noise();
    Story.Noise left =
        new Story.Noise(
            noise.corrected(),
            noise.shift(),
            noise.duplicated(),
            PATHWAYS_JOIN ? noise.withoutPathway() : Set.of(),
            noise.spoilt().stream()
                .filter(spoilt -> DOUBT_PROTECTS || !Seen.IDENTIFYING.contains(spoilt.element()))
                .toList());
    return new Story.Aim(aim.training(), aim.times(), aim.ending(), aim.returning(), left);
  }

  private static List<List<String>> computed(Path folder, int edition, int sectors) {
    CommandLineRun run =
        CommandLineRun.of(
            "run",
            "--conf",
            "conf",
            "--returns",
            folder.resolve("returns").toString(),
            "--reference",
            folder.resolve("reference").toString(),
            "--warehouse",
            folder.resolve("warehouse").toString(),
            "--edition",
            "%d-%02d".formatted(edition, (edition + 1) % 100),
            "--report-year",
            String.valueOf(Sectors.REPORT_YEAR),
            "--to",
            "measures");
    assertEquals(0, run.code(), run.err());

    List<List<String>> computed = new ArrayList<>();
    for (int i = 0; i < sectors; i++) {
      computed.add(new ArrayList<>());
    }
    Set<String> reports = Set.copyOf(REPORTS.stream().map(ReportType::label).toList());
    for (Row aim :
        new TableStore(SparkTest.spark(), folder.resolve("warehouse").toString())
            .read(Tables.QAR_AIM)
            .where(col("report_type").isin(reports.toArray()))
            .collectAsList()) {
      int sector = (aim.<Integer>getAs("ukprn") - FIRST_UKPRN) / UKPRNS_OF_A_SECTOR;
      computed.get(sector).add(Line.of(aim));
    }
    computed.forEach(lines -> lines.sort(null));
    return computed;
  }

  private static List<String> without(List<String> lines, List<String> others) {
    List<String> left = new ArrayList<>(lines);
    others.forEach(left::remove);
    return left;
  }
}

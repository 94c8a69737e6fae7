package org.openqar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqar.support.CommandLineRun;
import org.openqar.support.IlrXml;
import org.openqar.support.SparkTest;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * What a provider meets that reads its own returns and nothing else: 10000101, which in the
 * invented reference data of the samples merged into another.
 */
class OwnReturnsTest {
  private static final int UKPRN = 10000101;

  @TempDir private static Path temp;
  private static Path returns;
  private static CommandLineRun rehearsal;
  private static CommandLineRun run;

  @BeforeAll
  static void runOnce() throws IOException {
    returns = temp.resolve("returns");
    for (int year = 2023; year <= 2024; year++) {
      learners(year).writeBelow(returns);
    }
    learners(2025).writeBelow(returns, "R04", 14, 1);
    Path original = returns.resolve("2425/R14/ILR-10000101-2425-20251014-101500-01.xml");
    Files.copy(original, returns.resolve("2425/R14/ILR-10000101-2425-20251014-101500-01 (1).xml"));
    Files.writeString(returns.resolve("2425/learners.xlsx"), "x");
    Files.writeString(returns.resolve("2425/rates.CSV"), "x");
    Files.writeString(returns.resolve("2425/more.csv"), "x");
    rehearsal = command("--dry-run");
    run = command();
  }

  private static IlrXml learners(int year) {
    IlrXml xml = IlrXml.of(UKPRN, year);
    for (int i = 1; i <= 6; i++) {
      List<String> aim =
          new ArrayList<>(
              List.of(
                  "LearnAimRef",
                  "ZPROG001",
                  "AimType",
                  "1",
                  "AimSeqNumber",
                  "1",
                  "LearnStartDate",
                  "2023-09-01",
                  "LearnPlanEndDate",
                  "2024-12-20",
                  "FundModel",
                  "36",
                  "ProgType",
                  "25",
                  "StdCode",
                  "101"));
      aim.addAll(
          year < 2024
              ? List.of("CompStatus", "1")
              : List.of(
                  "CompStatus",
                  "2",
                  "LearnActEndDate",
                  "2024-12-20",
                  "Outcome",
                  "1",
                  "AchDate",
                  "2025-01-10"));
      xml.learner("LearnRefNumber", "L" + i, "ULN", "100000000" + i, "DateOfBirth", "2003-02-0" + i)
          .aim(aim.toArray(String[]::new));
    }
    return xml;
  }

  private static CommandLineRun command(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--conf",
                "conf",
                "--returns",
                returns.toString(),
                "--warehouse",
                temp.resolve("warehouse").toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void noMergerOfTheSamplesMovesTheirAims() {
    assertEquals(0, run.code(), run.err());
    TableStore store = new TableStore(SparkTest.spark(), temp.resolve("warehouse").toString());
    assertEquals(0, store.read(Tables.AIM).where("ukprn <> " + UKPRN).count());
    assertEquals(6, store.read(Tables.AIM).count());
    assertEquals(0, store.read(Tables.PROVIDER_MERGER).count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reference data",
        "  none: give its folder with --reference",
        "  missing providers.csv: providers have no name, and their type and region are Unknown",
        "  missing provider_merger.csv: no provider counts as another that it merged into",
        "  missing standards.csv: standards have no name, their level and subject are Unknown, and no"
            + " foundation apprenticeship is known as one",
        "  3 other files were not read, because their names are not those of returns: 2 .csv, 1 .xlsx"
      })
  void whatIsMissingIsSaid(String line) {
    for (CommandLineRun one : List.of(run, rehearsal)) {
      assertTrue(one.out().lines().anyMatch(line::equals), line + " is not in\n" + one.out());
    }
  }

  @Test
  void theInYearReturnIsNamedWithWhatBecomesOfIt() {
    assertTrue(
        run.out()
            .contains(
                "  loaded: R04 of 2025/26 of provider 10000101: an in-year return; its records are in"
                    + " the returned tables, and no aim or rate comes of them before R14 of 2025/26\n"),
        run.out());
  }

  @Test
  void theProperlyNamedOfTwoIdenticalFilesIsRead() {
    assertTrue(
        run.out()
            .contains(
                "  odd: ILR-10000101-2425-20251014-101500-01 (1).xml\n    Its content is that of file:%s/2425/R14/ILR-10000101-2425-20251014-101500-01.xml, which is read instead.\n"
                    .formatted(returns)),
        run.out());
  }

  @Test
  void oneProviderIsNoNationAndHasNoPlace() {
    assertTrue(run.out().contains("\nRates of the one provider read\n"), run.out());
    assertFalse(run.out().toLowerCase(java.util.Locale.ROOT).contains("national"), run.out());
    String places = run.out().substring(run.out().indexOf("Where providers stand"));
    assertTrue(places.matches("(?s).*10000101 Unknown +6 +100\\.0 +- not ranked +-\\n.*"), places);
    String thresholds = run.out().substring(run.out().indexOf("Quartile thresholds"));
    assertTrue(
        thresholds.contains(
            "  none\n  Where fewer than four providers are ranked (5 leavers or more) there are no"
                + " thresholds, quarters or ranks: a quarter would be one provider, or none.\n"),
        thresholds);
    assertEquals(
        0,
        new TableStore(SparkTest.spark(), temp.resolve("warehouse").toString())
            .read(Tables.PROVIDER_BENCHMARK)
            .where("rank IS NOT NULL OR quartile IS NOT NULL OR percentile IS NOT NULL")
            .count());
  }

  @Test
  void whereTheReturnsAreTheWholeSectorTheyAreTheNation() {
    CommandLineRun again = command("--from", "benchmarks", "--set", "returns.whole-sector=true");
    assertEquals(0, again.code(), again.err());
    assertTrue(again.out().contains("to national"), again.out());
  }

  @Test
  void theSamplesHaveTheirOwn() {
    CommandLineRun samples =
        CommandLineRun.of(
            "run", "--conf", "conf", "--warehouse", temp.resolve("other").toString(), "--dry-run");
    assertTrue(
        samples.out().contains("  merged: provider 10000101 counts as 10000105 from 2022/23\n"),
        samples.out());
    CommandLineRun part =
        CommandLineRun.of(
            "run",
            "--conf",
            "conf",
            "--returns",
            "data-samples/returns/2425",
            "--warehouse",
            temp.resolve("other").toString(),
            "--dry-run");
    assertTrue(part.out().contains("found in"), part.out());
  }

  /** As an older qar.yaml has it, whose two defaults were those of the samples. */
  @Test
  void anOlderConfigurationDoesNotJoinThemEither() throws IOException {
    Path conf = temp.resolve("old/conf");
    Files.createDirectories(conf.resolve("editions"));
    try (var files = Files.walk(Path.of("conf"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = conf.resolve(Path.of("conf").relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Path yaml = conf.resolve("qar.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml).replace("reference: \"\"", "reference: data-samples/reference"));
    CommandLineRun old =
        CommandLineRun.of(
            "run",
            "--conf",
            conf.toString(),
            "--returns",
            returns.toString(),
            "--warehouse",
            temp.resolve("other").toString(),
            "--dry-run");
    assertEquals(0, old.code(), old.err());
    assertTrue(old.out().contains("  none: give its folder with --reference\n"), old.out());
  }
}

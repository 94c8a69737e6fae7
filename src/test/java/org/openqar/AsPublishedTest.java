package org.openqar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.calendar.AcademicYear;
import org.openqar.support.CommandLineRun;
import org.openqar.support.IlrXml;
import org.openqar.support.SparkTest;
import org.openqar.tables.KeyRange;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * A history that is kept as published, whole: a story told in order. Every year somebody leaves.
 * What was achieved in 2022/23 and reported late counts there in editions that look at R04, and in
 * 2023/24 in edition 2024-25. Six whole runs take minutes, so it is among the studies; HistoryTest
 * holds the same on counts.
 */
@Tag("study")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AsPublishedTest {
  private static final int PROVIDER = 10000001;
  private static final String KEPT = "rules.history.apprenticeship=AS_PUBLISHED";

  @TempDir private static Path temp;

  @BeforeAll
  static void writeReturns() throws IOException {
    for (int year = 2019; year <= 2024; year++) {
      IlrXml xml = IlrXml.of(PROVIDER, year);
      learner(xml, "W" + year, 10 + year).aim(left(year));
      if (year == 2021 || year == 2022) {
        learner(xml, "LATE", 1).aim(late("1", null)).aim(lateCourse("1", null));
      } else if (year == 2023) {
        learner(xml, "LATE", 1).aim(late("2", "1")).aim(lateCourse("2", "1"));
        learner(IlrXml.of(PROVIDER, year), "LATE", 1)
            .aim(late("2", "1"))
            .aim(lateCourse("2", "1"))
            .writeBelow(temp.resolve("returns"), "R04", 4, 1);
      }
      xml.writeBelow(temp.resolve("returns"));
    }
    Files.createDirectories(temp.resolve("reference"));
  }

  @Test
  @Order(1)
  void withoutTheRunsOfTheYearsItIsRefused() {
    CommandLineRun run = run("2024-25", 2024, "--set", KEPT);
    assertEquals(1, run.code(), run.out());
    assertTrue(
        run.err()
            .contains(
                "The history of apprenticeship is kept as published, and the figures of edition 2020-21 are not in this warehouse: ./qar run --edition 2020-21 --report-year 2020 makes them."),
        run.err());
  }

  @Test
  @Order(2)
  void eachYearKeepsTheFiguresOfItsEdition() {
    for (int year = 2020; year < 2024; year++) {
      done(run(new AcademicYear(year).edition(), year));
    }
    done(run("2024-25", 2024));
    assertEquals("{2020=1 0, 2021=1 0, 2022=1 0, 2023=2 1, 2024=1 0}", counts(""));

    CommandLineRun kept = run("2024-25", 2024, "--set", KEPT);

    done(kept);
    assertTrue(kept.out().contains("Years before 2024/25 are kept as published"), kept.out());
    assertEquals("{2020=1 0, 2021=1 0, 2022=2 1, 2023=1 0, 2024=1 0}", counts(KEPT));
  }

  @Test
  @Order(3)
  void otherReportTypesAreRecast() {
    assertEquals("{2023=1 1}", of(Tables.QAR_PROVIDER, KEPT, "education_and_training"));
    assertEquals("{2023=1 1}", of(Tables.QAR_NATIONAL, KEPT, "education_and_training"));
  }

  @Test
  @Order(4)
  void anAimIsJudgedByThisEditionAndNamesNoCellThatIsKept() {
    List<String> arguments = new ArrayList<>(List.of("explain", "--ukprn", "" + PROVIDER));
    arguments.addAll(List.of("--learner", "W2022", "--set", KEPT));
    arguments.addAll(where());
    CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
    for (String part :
        List.of(
            "A leaver of 2022/23",
            "Counted: nowhere",
            "Years before 2024/25 are kept as published")) {
      assertTrue(run.out().contains(part), part + " is not in\n" + run.out());
    }
  }

  @Test
  @Order(5)
  void whenAYearIsMadeAnewSoIsItsHistory() {
    assertTrue(run("2024-25", 2024, "--set", KEPT).out().startsWith("Nothing new"));
    done(run("2022-23", 2022, "--from", "returns"));
    CommandLineRun again = run("2024-25", 2024, "--set", KEPT);
    done(again);
    assertFalse(again.out().startsWith("Nothing new"), again.out());
    assertEquals("{2020=1 0, 2021=1 0, 2022=2 1, 2023=1 0, 2024=1 0}", counts(KEPT));
  }

  /** Leavers and achievers of apprenticeships by year, which provider and nation agree on. */
  private static String counts(String change) {
    String counts = of(Tables.QAR_PROVIDER, change, "apprenticeship");
    assertEquals(counts, of(Tables.QAR_NATIONAL, change, "apprenticeship"));
    return counts;
  }

  private static String of(Table table, String change, String reportType) {
    String edition =
        change.isEmpty() ? "2024-25" : "2024-25 (%s)".formatted(change.replace("rules.", ""));
    TreeMap<Integer, String> counts = new TreeMap<>();
    for (Row row :
        new TableStore(SparkTest.spark(), temp.resolve("warehouse").toString())
            .read(table, KeyRange.of(edition, 2024))
            .where("dimension = 'total' AND measure = 'overall'")
            .where("report_type = '%s'".formatted(reportType))
            .collectAsList()) {
      if (table == Tables.QAR_PROVIDER || row.getAs("provider_type").equals("Total")) {
        counts.put(
            row.getAs("year"),
            "%s %s".formatted(row.<Long>getAs("leavers"), row.<Long>getAs("achievers")));
      }
    }
    return counts.toString();
  }

  private static void done(CommandLineRun run) {
    assertEquals(0, run.code(), run.err());
  }

  private static CommandLineRun run(String edition, int year, String... more) {
    List<String> arguments = new ArrayList<>(List.of("run", "--to", "measures"));
    arguments.addAll(List.of("--edition", edition, "--report-year", String.valueOf(year)));
    arguments.addAll(List.of("--returns", temp.resolve("returns").toString()));
    arguments.addAll(List.of("--reference", temp.resolve("reference").toString()));
    arguments.addAll(where());
    arguments.addAll(List.of(more));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  private static List<String> where() {
    return List.of("--conf", "conf", "--warehouse", temp.resolve("warehouse").toString());
  }

  private static IlrXml learner(IlrXml xml, String reference, int uln) {
    return xml.learner(
        "LearnRefNumber", reference, "ULN", "100000%04d".formatted(uln), "Ethnicity", "31");
  }

  /** A programme that began in a year and was left in it. */
  private static String[] left(int year) {
    return programme(year + "-08-15", (year + 1) + "-07-15", "3", (year + 1) + "-05-01", "3", null);
  }

  private static String[] late(String status, String outcome) {
    boolean ended = outcome != null;
    return programme(
        "2021-09-01",
        "2023-03-31",
        status,
        ended ? "2023-02-01" : null,
        outcome,
        ended ? "2023-05-01" : null);
  }

  private static String[] lateCourse(String status, String outcome) {
    return new String[] {
      "LearnAimRef", "60001234",
      "AimType", "4",
      "LearnStartDate", "2021-09-01",
      "LearnPlanEndDate", "2023-03-31",
      "FundModel", "35",
      "CompStatus", status,
      "LearnActEndDate", outcome == null ? null : "2023-02-01",
      "Outcome", outcome
    };
  }

  private static String[] programme(
      String start, String plannedEnd, String status, String end, String outcome, String achieved) {
    return new String[] {
      "LearnAimRef",
      "ZPROG001",
      "AimType",
      "1",
      "LearnStartDate",
      start,
      "LearnPlanEndDate",
      plannedEnd,
      "FundModel",
      "36",
      "ProgType",
      "25",
      "StdCode",
      "105",
      "CompStatus",
      status,
      "LearnActEndDate",
      end,
      "WithdrawReason",
      status.equals("3") ? "3" : null,
      "Outcome",
      outcome,
      "AchDate",
      achieved
    };
  }
}

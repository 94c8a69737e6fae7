package org.openqar.aims;

import static java.util.stream.Collectors.groupingBy;
import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.support.CommandLineRun;
import org.openqar.support.IlrXml;
import org.openqar.support.SparkTest;
import org.openqar.support.Vectors;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * The worked cases of several records, whole: written as returns, loaded, matched and judged. Each
 * case has providers of its own, so that all of them are loaded at once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainVectorsTest {
  private static final int FIRST_YEAR = 2018;
  private static final int LAST_YEAR = 2024;

  private static final Map<String, List<Vectors.Case>> CASES =
      new TreeMap<>(Vectors.of("chains.csv").stream().collect(groupingBy(Vectors.Case::id)));

  @TempDir private static Path temp;

  private String printed = "";

  @BeforeAll
  void loadAndJudge() throws IOException {
    writeReturns();
    Files.createDirectories(temp.resolve("reference"));
    Files.writeString(temp.resolve("reference/provider_merger.csv"), mergers());
    TreeSet<String> runs = new TreeSet<>();
    CASES.values().forEach(records -> runs.add(run(records.get(0))));
    String from = "returns";
    for (String run : runs) {
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "run",
                  "--conf",
                  "conf",
                  "--from",
                  from,
                  "--to",
                  "measures",
                  "--returns",
                  temp.resolve("returns").toString(),
                  "--reference",
                  temp.resolve("reference").toString(),
                  "--warehouse",
                  temp.resolve("warehouse").toString(),
                  "--report-year",
                  run.substring(0, 4)));
      if (run.endsWith("match=LRN")) {
        arguments.addAll(List.of("--set", "rules.match.key=LRN"));
      }
      CommandLineRun done = CommandLineRun.of(arguments.toArray(String[]::new));
      assertEquals(0, done.code(), done.err());
      printed += done.out();
      from = "aims";
    }
  }

  static List<String> cases() {
    return List.copyOf(CASES.keySet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theAimsComeOutAsTheCaseSays(String id) {
    List<Vectors.Case> records = CASES.get(id);
    Vectors.Case first = records.get(0);
    List<Row> aims =
        new TableStore(SparkTest.spark(), temp.resolve("warehouse").toString())
            .read(Tables.QAR_AIM)
            .where(
                col("report_year")
                    .equalTo(first.number("report_year"))
                    .and(
                        col("edition")
                            .equalTo(
                                first.get("edition")
                                    + (first.get("switches") == null ? "" : " (match.key=LRN)")))
                    .and(col("ukprn").between(provider(id, 0), provider(id, 99))))
            .collectAsList();
    List<Vectors.Case> expected =
        records.stream()
            .filter(record -> record.get("expect_status") != null)
            .filter(record -> !record.get("expect_status").equals("none"))
            .toList();
    assertEquals(
        expected.size(), aims.size(), () -> id + " gave " + aims.stream().map(Row::json).toList());
    assertAll(expected.stream().map(record -> () -> assertCase(record, aims)));
  }

  @Test
  void aMissingFinalReturnIsReported() {
    assertTrue(
        printed.contains("%d 2022/23".formatted(provider("K08", 1))),
        "The gap of K08 is not in\n" + printed);
  }

  private static void assertCase(Vectors.Case expected, List<Row> aims) {
    Row aim =
        aims.stream()
            .filter(
                row ->
                    row.getAs("learn_start_date")
                        .toString()
                        .equals(expected.get("learn_start_date")))
            .filter(row -> row.getAs("learn_ref_number").equals(expected.get("learn_ref_number")))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No aim comes of " + expected.cells()));
    int ukprn =
        Integer.parseInt(
            expected.get("expect_ukprn") == null
                ? expected.get("ukprn")
                : expected.get("expect_ukprn"));
    assertAll(
        () -> assertEquals(provider(expected.id(), ukprn % 100), aim.<Integer>getAs("ukprn")),
        () -> assertEquals(expected.get("expect_status"), aim.getAs("qar_status")),
        () -> assertEquals(expected.number("expect_hybrid_end_year"), aim.getAs("hybrid_end_year")),
        () ->
            assertEquals(
                Map.of("X-BREAK", "planned_break_excl", "X-XFER", "transfer_excl")
                    .getOrDefault(
                        expected.get("expect_exclusions") == null
                            ? ""
                            : expected.get("expect_exclusions"),
                        ""),
                List.of(aim.schema().fieldNames()).stream()
                    .filter(name -> name.endsWith("_excl") && aim.<Boolean>getAs(name))
                    .collect(Collectors.joining(" "))),
        () ->
            assertEquals(
                "continuing".equals(expected.get("expect_overdue")),
                aim.getAs("overdue_continuing")),
        () -> assertEquals(expected.number("expect_completer") == 1, aim.getAs("completer")),
        () -> assertEquals(expected.number("expect_achiever") == 1, aim.getAs("achiever")));
  }

  private static String run(Vectors.Case record) {
    return record.get("report_year")
        + " "
        + (record.get("switches") == null ? "" : record.get("switches"));
  }

  /** Each case has a hundred UKPRNs of its own. */
  private static int provider(String id, int number) {
    return 20_000_000 + Integer.parseInt(id.substring(1)) * 100 + number;
  }

  private static int provider(Vectors.Case record, String column) {
    return provider(record.id(), Integer.parseInt(record.get(column)) % 100);
  }

  private void writeReturns() {
    CASES.forEach(
        (id, records) -> {
          Map<String, IlrXml> returns = new LinkedHashMap<>();
          for (Vectors.Case record : records) {
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
              int ofYear = year;
              returns.computeIfAbsent(
                  provider(record, "ukprn") + "@" + year,
                  any -> filled(provider(record, "ukprn"), ofYear));
            }
            add(returns.get(provider(record, "ukprn") + "@" + record.get("return_year")), record);
          }
          Vectors.Case first = records.get(0);
          if (first.get("missing_returns") != null) {
            String[] missing = first.get("missing_returns").split("@");
            returns.remove(provider(id, Integer.parseInt(missing[0]) % 100) + "@" + missing[1]);
          }
          returns.values().forEach(xml -> xml.writeBelow(temp.resolve("returns")));
        });
  }

  /** A return that holds somebody else: community learning, which is in no report. */
  private static IlrXml filled(int ukprn, int year) {
    return IlrXml.of(ukprn, year)
        .learner("LearnRefNumber", "OTHER", "ULN", "2000000009", "Ethnicity", "31", "Sex", "F")
        .aim(
            "LearnAimRef",
            "60001234",
            "AimType",
            "4",
            "AimSeqNumber",
            "1",
            "LearnStartDate",
            "2018-09-01",
            "LearnPlanEndDate",
            "2026-07-31",
            "FundModel",
            "10",
            "CompStatus",
            "1");
  }

  private static void add(IlrXml xml, Vectors.Case record) {
    xml.learner(
            "LearnRefNumber", record.get("learn_ref_number"),
            "PrevLearnRefNumber", record.get("prev_learn_ref_number"),
            "PrevUKPRN",
                record.get("prev_ukprn") == null
                    ? null
                    : String.valueOf(provider(record, "prev_ukprn")),
            "ULN", record.get("uln"),
            "DateOfBirth", record.get("date_of_birth"))
        .aim(
            "LearnAimRef", record.get("learn_aim_ref"),
            "AimType", record.get("aim_type"),
            "AimSeqNumber", record.get("aim_seq_number"),
            "LearnStartDate", record.get("learn_start_date"),
            "OrigLearnStartDate", record.get("orig_learn_start_date"),
            "LearnPlanEndDate", record.get("learn_plan_end_date"),
            "FundModel", record.get("fund_model"),
            "ProgType", record.get("prog_type"),
            "FworkCode", record.get("fwork_code"),
            "PwayCode", record.get("pway_code"),
            "StdCode", record.get("std_code"),
            "CompStatus", record.get("comp_status"),
            "LearnActEndDate", record.get("learn_act_end_date"),
            "WithdrawReason", record.get("withdraw_reason"),
            "Outcome", record.get("outcome"),
            "AchDate", record.get("ach_date"),
            "RES", record.get("restart"),
            "ADL", record.get("loan"));
  }

  private static String mergers() {
    StringBuilder csv = new StringBuilder("old_ukprn,new_ukprn,from_year\n");
    CASES.forEach(
        (id, records) -> {
          String merger = records.get(0).get("mergers");
          if (merger != null) {
            String[] parts = merger.split("[>@]");
            csv.append(
                "%d,%d,%s\n"
                    .formatted(
                        provider(id, Integer.parseInt(parts[0]) % 100),
                        provider(id, Integer.parseInt(parts[1]) % 100),
                        parts[2]));
          }
        });
    return csv.toString();
  }
}

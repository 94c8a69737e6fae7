package org.openqar.cli;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SampleRun;
import org.openqar.tables.Tables;

/** The commands as a user sees them: exit codes, sentences, printed text. */
class QarTest {
  @TempDir private Path temp;

  @Test
  void withoutACommandItPrintsHelpAndEndsWithUsage() {
    CommandLineRun run = CommandLineRun.of();
    assertEquals(2, run.code());
    assertTrue(run.out().contains("Begin with:"), run.out());
  }

  @Test
  void helpEndsWithZero() {
    for (String command :
        List.of(
            "run",
            "explain",
            "compare",
            "show",
            "export",
            "simulate",
            "editions",
            "import-published")) {
      CommandLineRun run = CommandLineRun.of(command, "--help");
      assertEquals(0, run.code());
      assertTrue(run.out().contains("Example"), run.out());
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an unknown command     | 2 | fly                                               | fly
          an unknown option      | 2 | run --fast                                        | --fast
          an unknown stage       | 2 | run --from roof                                   | roof
          a setting unknown      | 2 | run --set benchmarks.minimum=3                    | minimum-leavers
          a rule unknown         | 2 | run --set rules.breaks.length=3                   | continuation-protects
          an unknown edition     | 2 | run --edition 1999-00                             | 1999-00
          a setting out of range | 2 | run --set benchmarks.minimum-leavers=0            | benchmarks.minimum-leavers
          stages turned round    | 2 | run --from measures --to aims                     | comes after
          no such table          | 2 | export --table qar --out target/none.csv          | qar_aim
          no run yet             | 1 | export --warehouse target/no-such --table qar_aim --out target/none.csv | qar run
          no aims to continue    | 1 | run --warehouse target/no-such --from measures    | start from aims
          nothing to continue    | 1 | run --warehouse target/no-such --from aims        | qar run
          a history unpublished | 1 | run --warehouse target/no-such --set rules.history.apprenticeship=AS_PUBLISHED | ./qar run --edition 2020-21 --report-year 2020
          no such folder         | 1 | run --returns target/no-such --warehouse target/x | target/no-such
          no such edition        | 2 | editions --diff 2024-25 1999-00                   | 1999-00
          one edition to compare | 2 | editions --diff 2024-25                           | --diff
          impossible years       | 2 | simulate --out target/none --years 2020           | FIRST-LAST
          """)
  void aMistakeGivesOneSentenceAndACode(String what, int code, String arguments, String said) {
    CommandLineRun run = CommandLineRun.of(arguments.split(" "));
    assertEquals(code, run.code(), run.err());
    assertTrue(run.err().contains(said), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  @Test
  void theEditionsAreListed() {
    CommandLineRun run = CommandLineRun.of("editions", "--conf", "conf");
    assertEquals(0, run.code(), run.err());
    for (String part : List.of("2018-19", "2018/19", "2025-26", "matches learners by ULN")) {
      assertTrue(run.out().contains(part), part + " is not in\n" + run.out());
    }
  }

  @Test
  void aDiffShowsTwoEditionsKeyByKeyWithBothClauses() {
    CommandLineRun run = CommandLineRun.of("editions", "--diff", "2021-22", "2024-25");
    assertEquals(0, run.code(), run.err());
    String flat = run.out().replaceAll(" +", " ");
    for (String part :
        List.of(
            "match.key\n 2021-22 LRN 3.4, 8.12: reference number up to 2021/22 (FQ18)\n"
                + " 2024-25 ULN 3.4, 8.12: ULN from 2022",
            "returns.look-ahead\n 2021-22 R04 ")) {
      assertTrue(flat.contains(part), part + " is not in\n" + run.out());
    }
    assertFalse(run.out().contains("transfer-days"), run.out());
  }

  @Test
  void anEditionHasNoDifferenceFromItself() {
    CommandLineRun run = CommandLineRun.of("editions", "--diff", "2021-22", "2021-22");
    assertTrue(run.out().contains("No value differs."), run.out());
  }

  @Test
  void aRunEndsWithASummary() {
    CommandLineRun run = SampleRun.printed();
    assertEquals(0, run.code());
    for (String part :
        List.of(
            "files accepted, 5 superseded, 0 refused, 1 copies",
            "superseded",
            "aims in final returns",
            "Rates of all 12 providers read",
            "merged: provider 10000101 counts as 10000105 from 2022/23: 85 of the 85 aims",
            "comes out too high",
            "Quartile thresholds",
            "Where providers stand in 2024/25")) {
      assertTrue(run.out().contains(part), part + " is not in\n" + run.out());
    }
    for (String stage : List.of("[1/5] returns", "[5/5] benchmarks", "done in")) {
      assertTrue(run.err().contains(stage), run.err());
    }
  }

  @Test
  void aSecondRunFindsNothingNew() {
    String warehouse = SampleRun.warehouse().toString();
    CommandLineRun again = CommandLineRun.of("run", "--conf", "conf", "--warehouse", warehouse);
    assertEquals(0, again.code());
    assertTrue(again.out().contains("Nothing new"), again.out());
    assertFalse(again.err().contains("[1/5]"), again.err());
  }

  @Test
  void aDryRunPrintsItsPlanAndWritesNothing() {
    Path warehouse = temp.resolve("warehouse");
    CommandLineRun run =
        CommandLineRun.of(
            "run", "--conf", "conf", "--warehouse", warehouse.toString(), "--dry-run");
    assertEquals(0, run.code());
    for (String part :
        List.of("2024/25 R14", "superseded", "benchmarks", "provider_benchmark", "2024-25")) {
      assertTrue(run.out().contains(part), part + " is not in\n" + run.out());
    }
    assertFalse(Files.exists(warehouse));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          included   | qar_status = 'QAR Inclusion' AND achiever      | A leaver of
          excluded   | qar_status = 'QAR Exclusion' AND transfer_excl | transfer_excl
          overdue    | overdue_continuing AND qar_status = 'QAR Inclusion' | overdue continuing and treated as withdrawn
          continuing | qar_status = 'Continuing'                      | Still in learning
          """)
  void explainAnswersForALearner(String kind, String which, String said) throws IOException {
    Row aim = SampleRun.store().read(Tables.QAR_AIM).where(which).orderBy("aim_id").head();
    String[] arguments = {
      "explain",
      "--conf",
      "conf",
      "--warehouse",
      SampleRun.warehouse().toString(),
      "--ukprn",
      aim.getAs("ukprn").toString(),
      "--learner",
      aim.getAs("learn_ref_number")
    };
    CommandLineRun prose = CommandLineRun.of(arguments);
    assertEquals(0, prose.code(), prose.err());
    for (String part :
        List.of(
            said,
            "As returned in each final return",
            "Candidate years",
            "ALL-EXC-02",
            "clause",
            "read ")) {
      assertTrue(prose.out().contains(part), part + " is not in\n" + prose.out());
    }
    String[] asJson = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    asJson[arguments.length] = "--format";
    asJson[arguments.length + 1] = "json";
    JsonNode json = new ObjectMapper().readTree(CommandLineRun.of(asJson).out());
    JsonNode report = null;
    for (JsonNode explained : json.at("/aims")) {
      if (explained.at("/aim/aim_id").asText().equals(aim.getAs("aim_id"))) {
        report = explained.at("/reports/0");
      }
    }
    assertNotNull(report);
    assertEquals(aim.<String>getAs("qar_status"), report.at("/judged/qar_status").asText());
    assertTrue(report.get("rules").size() >= 17);
  }

  @Test
  void explainWritesTheTrailOfAllAimsOfAProvider() throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            "explain",
            "--conf",
            "conf",
            "--warehouse",
            SampleRun.warehouse().toString(),
            "--ukprn",
            "10000100",
            "--all");
    assertEquals(0, run.code(), run.err());
    List<Row> wrong =
        SampleRun.store()
            .read(Tables.AIM_TRAIL)
            .groupBy("report_type", "aim_id")
            .agg(
                array_sort(collect_list(when(col("held"), col("rule")))).as("held"),
                count(lit(1)).as("tried"))
            .join(
                SampleRun.store().read(Tables.QAR_AIM).where("ukprn = 10000100"),
                scala.jdk.javaapi.CollectionConverters.asScala(List.of("report_type", "aim_id"))
                    .toSeq(),
                "full_outer")
            .where(
                not(col("held").eqNullSafe(array_sort(col("rules_hit")))).or(col("tried").lt(10)))
            .collectAsList();
    assertEquals(List.of(), wrong, "the trail and the verdicts differ");
    Path csv = temp.resolve("trail.csv");
    export("aim_trail", "csv", csv);
    assertTrue(
        Files.readAllLines(csv).stream().anyMatch(line -> line.contains("ALL-YEAR-01")),
        "no rule in the exported trail");
  }

  @Test
  void oneAimIsExplainedByItsId() {
    String id =
        SampleRun.store()
            .read(Tables.QAR_AIM)
            .where("ukprn = 10000100 AND overdue_continuing")
            .orderBy("aim_id")
            .head()
            .getAs("aim_id");
    CommandLineRun run = explainAim(id);
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("(aim " + id + ")"), run.out());
    assertTrue(run.out().contains(" R14, not matched in 20"), run.out());
    CommandLineRun none = explainAim("0000");
    assertEquals(1, none.code());
    assertTrue(none.out().contains("no aim of this id"), none.out());
  }

  private static CommandLineRun explainAim(String id) {
    return CommandLineRun.of(
        "explain",
        "--conf",
        "conf",
        "--warehouse",
        SampleRun.warehouse().toString(),
        "--ukprn",
        "10000100",
        "--aim",
        id);
  }

  @Test
  void explainReportsAnUnknownLearner() {
    CommandLineRun run =
        CommandLineRun.of(
            "explain",
            "--conf",
            "conf",
            "--warehouse",
            SampleRun.warehouse().toString(),
            "--ukprn",
            "10000100",
            "--learner",
            "nobody");
    assertEquals(1, run.code());
    assertTrue(run.out().contains("no such learner"), run.out());
  }

  @Test
  void anExportIsOneFileWithAHeaderInAStableOrder() throws IOException {
    Path csv = temp.resolve("aims.csv");
    export("qar_aim", "csv", csv);
    List<String> lines = Files.readAllLines(csv);
    assertEquals(String.join(",", Tables.QAR_AIM.columnNames()), lines.get(0));
    assertEquals(SampleRun.store().read(Tables.QAR_AIM).count() + 1, lines.size());
    assertTrue(lines.get(1).startsWith("2024-25,2024,apprenticeship,"), lines.get(1));
    assertTrue(lines.get(1).matches(".*,20[0-9]{2}-[01][0-9]-[0-3][0-9],.*"), lines.get(1));
    assertTrue(lines.get(1).contains(",false,") && lines.get(1).contains(",,"), lines.get(1));
    assertFalse(Files.exists(temp.resolve(".aims.csv.crc")));
    byte[] once = Files.readAllBytes(csv);
    export("qar_aim", "csv", csv);
    assertTrue(java.util.Arrays.equals(once, Files.readAllBytes(csv)));

    Path json = temp.resolve("quartiles.json");
    export("quartile_threshold", "json", json);
    JsonNode first = new ObjectMapper().readTree(Files.readAllLines(json).get(0));
    assertEquals(Tables.QUARTILE_THRESHOLD.fields().size(), first.size());

    Path parquet = temp.resolve("quartiles.parquet");
    export("quartile_threshold", "parquet", parquet);
    assertTrue(Files.isRegularFile(parquet));
    assertEquals(
        SampleRun.store().read(Tables.QUARTILE_THRESHOLD).count(),
        org.openqar.support.SparkTest.spark().read().parquet(parquet.toString()).count());
  }

  private static void export(String table, String format, Path out) {
    CommandLineRun run =
        CommandLineRun.of(
            "export",
            "--conf",
            "conf",
            "--warehouse",
            SampleRun.warehouse().toString(),
            "--table",
            table,
            "--format",
            format,
            "--out",
            out.toString());
    assertEquals(0, run.code(), run.err());
  }
}

package org.openqar;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.support.CommandLineRun;
import org.openqar.support.IlrXml;
import org.openqar.support.SparkTest;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * A run over returns of which some are broken: the others count, and nothing is lost in silence.
 */
class DamagedReturnsTest {
  private static final int HEALED = 30000001;
  private static final int LOST = 30000002;

  @TempDir private static Path temp;

  private static CommandLineRun rehearsal;
  private static CommandLineRun run;
  private static TableStore store;

  @BeforeAll
  static void run() throws IOException {
    Path returns = temp.resolve("returns");
    learners(HEALED).writeBelow(returns, "R14", 14, 1);
    Path broken = learners(HEALED).writeBelow(returns, "R14", 15, 2);
    Files.writeString(
        broken, Files.readString(broken).replace("</Message>", "<Learner></Message>"));
    Path declared = learners(LOST).writeBelow(returns, "R14", 14, 1);
    Files.writeString(
        declared, Files.readString(declared).replace("<Message", "<!DOCTYPE Message>\n<Message"));
    rehearsal =
        CommandLineRun.of(
            "run",
            "--conf",
            "conf",
            "--returns",
            returns.toString(),
            "--warehouse",
            temp.resolve("warehouse").toString(),
            "--dry-run");
    run =
        CommandLineRun.of(
            "run",
            "--conf",
            "conf",
            "--returns",
            returns.toString(),
            "--warehouse",
            temp.resolve("warehouse").toString(),
            "--to",
            "measures");
    store = new TableStore(SparkTest.spark(), temp.resolve("warehouse").toString());
  }

  private static IlrXml learners(int ukprn) {
    return IlrXml.of(ukprn, 2024)
        .learner("LearnRefNumber", "GOOD1", "ULN", "1000000001", "DateOfBirth", "2003-02-30")
        .aim(aim("2023-09-01", "2024-12-20", "3", "2024-12-01"))
        .learner("LearnRefNumber", "BAD1", "ULN", "1000000002")
        .aim(aim("2023-09-01", "2024-06-31", "3", "2024-12-01"))
        .learner("ULN", "9999999999")
        .aim(aim("2023-09-01", "2024-12-20", "3", "2024-12-01"));
  }

  private static String[] aim(String start, String plannedEnd, String status, String end) {
    return new String[] {
      "LearnAimRef",
      "ZPROG001",
      "AimType",
      "1",
      "AimSeqNumber",
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
      "101",
      "CompStatus",
      status,
      "LearnActEndDate",
      end,
      "WithdrawReason",
      "44",
      "Outcome",
      "3"
    };
  }

  /** Though one of the two files breaks after its last learner, where no header tells of it. */
  @Test
  void aDryRunEndsAsTheRunDoes() {
    assertEquals(3, rehearsal.code(), rehearsal.err());
    assertEquals(2, rehearsal.out().lines().filter(it -> it.startsWith("  refused: ")).count());
    assertTrue(rehearsal.out().contains("DOCTYPE"), rehearsal.out());
  }

  @Test
  void theRunGoesOnAndEndsWithCodeThree() {
    assertEquals(3, run.code(), run.err());
    assertTrue(
        run.out().contains("1 files accepted, 0 superseded, 2 refused, 0 copies"), run.out());
    assertTrue(run.out().contains("DOCTYPE"), run.out());
  }

  @Test
  void theNextOlderReturnTakesTheBrokenOnesPlace() {
    List<Row> files =
        store
            .read(Tables.RETURN_FILE)
            .where(col("ukprn").equalTo(HEALED))
            .orderBy("source_file")
            .collectAsList();
    assertEquals(List.of("accepted", "refused"), column(files, "status"));
    assertTrue(files.get(0).<Boolean>getAs("is_final"));
    assertTrue(files.get(1).<String>getAs("reason").contains("line"), files.get(1).toString());
    assertEquals(
        3, store.read(Tables.RETURNED_LEARNER).where(col("ukprn").equalTo(HEALED)).count());
  }

  @Test
  void anUnreadableDateExcludesTheAimAndIsAnIssue() {
    Row aim = store.read(Tables.QAR_AIM).where(col("learn_ref_number").equalTo("BAD1")).head();
    assertTrue(aim.<Boolean>getAs("data_quality_excl"));
    assertEquals("QAR Exclusion", aim.getAs("qar_status"));
    Row issue = issue("LearnPlanEndDate");
    assertEquals("2024-06-31", issue.getAs("value"));
    assertEquals("aim", issue.getAs("severity"));
    assertTrue(issue.<Integer>getAs("line") > 1);
    assertTrue(
        run.out().contains("30000001, apprenticeship: 1"),
        "unusable aims by provider\n" + run.out());
  }

  @Test
  void aBirthDateThatCannotBeReadIsNeverShown() {
    assertTrue(issue("DateOfBirth").isNullAt(issue("DateOfBirth").fieldIndex("value")));
    for (Row row : store.read(Tables.RETURN_ISSUE).collectAsList()) {
      assertFalse(row.toString().contains("2003-02-30"), row.toString());
    }
    assertFalse((run.out() + run.err()).contains("2003-02-30"));
  }

  @Test
  void aLearnerWhomNothingNamesIsRefusedWithAnIssue() {
    assertEquals("learner", issue("LearnRefNumber").getAs("severity"));
    assertEquals(2, store.read(Tables.AIM).count());
  }

  private static Row issue(String field) {
    return store.read(Tables.RETURN_ISSUE).where(col("field").equalTo(field)).head();
  }

  private static List<String> column(List<Row> rows, String name) {
    return rows.stream().map(row -> row.<String>getAs(name)).toList();
  }
}

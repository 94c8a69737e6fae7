package org.openqar.aims;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.rules.DecidedBy;
import org.openqar.support.CommandLineRun;
import org.openqar.support.IlrXml;
import org.openqar.support.SparkTest;
import org.openqar.support.Vectors;
import org.openqar.support.Vectors.Case;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * Courses, components and traineeships whole: written as returns, loaded, matched, judged and
 * counted, for what another record says of them above all. Each case has a provider of its own.
 */
@DecidedBy("exclusions.unreliable-providers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTypesTest {
  private static final int FIRST_OF_VECTORS = 30_000_000;
  private static final int FIRST_OF_FACTS = 30_000_900;

  @TempDir private static Path temp;

  private List<Row> aims = List.of();
  private List<Row> judged = List.of();
  private List<Row> providerRows = List.of();
  private List<Row> nationalRows = List.of();

  /** The cases of other report types that are told by the one final return that shows them. */
  static List<Case> vectors() {
    return Vectors.of("single-aim.csv").stream()
        .filter(one -> !one.get("report_type").equals("apprenticeship"))
        .toList();
  }

  @BeforeAll
  void runOnce() throws IOException {
    int ukprn = FIRST_OF_VECTORS;
    for (Case one : vectors()) {
      IlrXml xml = IlrXml.of(ukprn++, Integer.parseInt(one.get("returns").substring(0, 4)));
      learner(xml).aim(elements(one));
      if (one.get("destination") != null) {
        xml.destination(one.get("destination"), one.get("destination_date"));
      }
      write(xml);
    }
    facts();
    Files.createDirectories(temp.resolve("reference"));
    Files.writeString(
        temp.resolve("reference/learning_aims.csv"),
        """
        learn_aim_ref,title,level,ssa_t1,ssa_t2,aim_type,aim_class
        60001234,A course,E,Languages,Languages,Certificate,
        ZTUTOR01,A tutorial,2,Preparation,Preparation,Other,o
        60004321,A degree module,H,Business,Business,HE,
        ZWRKX002,An industry placement,X,Preparation,Preparation,Other,A
        ZWRKX003,A T Level placement,X,Preparation,Preparation,Other,
        """);
    Files.writeString(
        temp.resolve("reference/standards.csv"),
        """
        std_code,name,level,ssa_t1,ssa_t2,is_foundation
        811,A foundation,2,Business,Business,true
        812,Another standard,2,Business,Business,false
        """);
    command(
        "run",
        "--to",
        "measures",
        "--returns",
        temp.resolve("returns").toString(),
        "--reference",
        temp.resolve("reference").toString());
    TableStore store = new TableStore(SparkTest.spark(), temp.resolve("warehouse").toString());
    aims = store.read(Tables.AIM).collectAsList();
    judged = store.read(Tables.QAR_AIM).collectAsList();
    providerRows = store.read(Tables.QAR_PROVIDER).collectAsList();
    nationalRows = store.read(Tables.QAR_NATIONAL).collectAsList();
  }

  /** What a command printed that speaks of the same edition and tables as the run. */
  private static String command(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--conf", "conf", "--report-year", "2023"));
    all.addAll(List.of("--warehouse", temp.resolve("warehouse").toString()));
    all.addAll(List.of("--set", "rules.timely.measured=true"));
    all.addAll(
        List.of(
            "--set", "rules.exclusions.unreliable-providers=[%d]".formatted(FIRST_OF_FACTS + 9)));
    CommandLineRun done = CommandLineRun.of(all.toArray(String[]::new));
    assertEquals(0, done.code(), done.out() + done.err());
    return done.out();
  }

  private void facts() {
    // Reason 40, another course of the learner 120 days after; then 121 days.
    write(
        learner(returnOf(0))
            .aim(left("40"))
            .aim(going("LearnAimRef", "60004321", "LearnStartDate", "2023-06-29")));
    write(
        learner(returnOf(1))
            .aim(left("40"))
            .aim(going("LearnAimRef", "60004321", "LearnStartDate", "2023-06-30")));
    // Custody, by an LDM code.
    write(learner(returnOf(2)).aim(left("28", "LDM", "034")));
    write(learner(returnOf(3)).aim(left("28", "LDM", "118")));
    // Into a job: out of work before the start, in work after it.
    write(
        learner(returnOf(4))
            .employment(11, "2022-08-31")
            .employment(10, "2022-09-02")
            .aim(left("44", "EmpOutcome", "1")));
    write(
        learner(returnOf(5))
            .employment(11, "2022-09-01")
            .employment(10, "2022-09-02")
            .aim(left("44", "EmpOutcome", "1")));
    write(
        learner(returnOf(6))
            .employment(12, "2022-08-31")
            .employment(10, "2022-09-01")
            .aim(left("44", "EmpOutcome", "2")));
    // A class that is never measured, in whatever case it stands.
    write(learner(returnOf(7)).aim(left("44", "LearnAimRef", "ZTUTOR01")));
    // Not funded, with and without a loan.
    write(
        learner(returnOf(8))
            .aim(left("44", "FundModel", "99", "ADL", "1", "LearnAimRef", "60004321"))
            .aim(left("44", "FundModel", "99")));
    // A provider without a reliable rate.
    write(learner(returnOf(9)).aim(left("44")));
    // No planned end: out of the cohort, and seen.
    write(learner(returnOf(10)).aim(left("44", "LearnPlanEndDate", null)));
    // A destination under another number of the same ULN.
    write(
        learner(returnOf(11))
            .aim(trainee())
            .learner("LearnRefNumber", "L2", "ULN", "1000000001")
            .aim(going("FundModel", "10"))
            .destination("EMP1", "2023-03-10"));
    // A destination without a ULN, of a learner whose aims all have one.
    write(
        learner(returnOf(12))
            .aim(trainee())
            .learner("LearnRefNumber", "L1", "ULN", "9999999999")
            .destination("EMP1", "2023-03-10"));
    // Reason 40, another aim soon after, of which it cannot be read what it is.
    write(
        learner(returnOf(13))
            .aim(left("40"))
            .aim(going("ProgType", "x", "LearnStartDate", "2023-03-02")));
    // Reason 40, then a T Level, then tailored learning: in no report, and transfer targets.
    write(
        learner(returnOf(14))
            .aim(left("40"))
            .aim(
                going(
                    "AimType", "5",
                    "FundModel", "25",
                    "ProgType", "31",
                    "LearnStartDate", "2023-03-02")));
    write(
        learner(returnOf(15))
            .aim(left("40"))
            .aim(going("FundModel", "11", "LearnStartDate", "2023-03-02")));
    // Generic aims: not in the aims file, in it with another class, in it without one.
    write(learner(returnOf(16)).aim(left("44", "LearnAimRef", "ZWRKX001")));
    write(learner(returnOf(17)).aim(left("44", "LearnAimRef", "ZWRKX002")));
    write(learner(returnOf(18)).aim(left("44", "LearnAimRef", "ZWRKX003")));
    // A foundation apprenticeship, beside another one.
    write(learner(returnOf(20)).aim(foundation("811")).aim(foundation("812")));
    // An apprenticeship unit, a Skills Bootcamp with an achievement date.
    write(
        learner(returnOf(19))
            .aim(going("FundModel", "39", "ProgType", "34"))
            .aim(left("44", "FundModel", "37", "ProgType", "32", "AchDate", "2023-06-30")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void aCaseComesOutAsItWasWorkedOut(Case one) {
    Row aim = only(FIRST_OF_VECTORS + vectors().indexOf(one));
    int reportYear = one.number("report_year");
    boolean cohort =
        aim.getAs("qar_status").equals("QAR Inclusion")
            && aim.<Integer>getAs("hybrid_end_year") == reportYear;
    assertAll(
        () -> assertEquals(one.get("report_type"), aim.getAs("report_type")),
        () -> assertEquals(one.number("expected_hybrid_end_year"), aim.getAs("hybrid_end_year")),
        () ->
            assertEquals(
                switch (one.get("expected_exclusions") == null
                    ? ""
                    : one.get("expected_exclusions")) {
                  case "X-QP" -> "funding_qualifying_period_excl";
                  case "X-STRAT" -> "government_strategy_transfer_excl";
                  default -> "";
                },
                exclusions(aim)),
        () -> assertEquals(one.get("expected_cohort").equals("1"), cohort, "cohort"),
        () -> assertEquals(one.get("expected_completer").equals("1"), aim.getAs("completer")),
        () -> assertEquals(one.get("expected_achiever").equals("1"), aim.getAs("achiever")));
  }

  @Test
  void anotherAimWithin120DaysMakesATransfer() {
    assertEquals("transfer_excl", exclusions(ended(0)));
    assertEquals("", exclusions(ended(1)));
    assertEquals("", exclusions(ended(13)), "in no report, so nobody's next aim");
  }

  @Test
  void custodyIsToldByItsMonitoringCode() {
    assertEquals("olass_excl", exclusions(ended(2)));
    assertEquals("", exclusions(ended(3)));
  }

  @Test
  void aJobIsToldByTheEmploymentRecords() {
    assertEquals("into_employment_excl", exclusions(ended(4)));
    assertEquals("", exclusions(ended(5)), "out of work only on the day of the start");
    assertEquals("", exclusions(ended(6)), "in work only on the day of the start");
  }

  @Test
  void aClassIsToldByTheReferenceData() {
    assertEquals("aim_class_excl", exclusions(ended(7)));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not in the aims file          | 16 | aim_class_excl
          with another class of its own | 17 | ''
          in the file without a class   | 18 | ''
          """)
  void theClassOfAGenericAimIsBuiltIn(String aCase, int number, String excluded) {
    assertEquals(excluded, exclusions(ended(number)));
  }

  /** 3.9 X-FOUND: in the rates; the accountability framework goes by what the aim tells. */
  @Test
  void aFoundationApprenticeshipIsKnownAndCounts() {
    Map<Integer, Boolean> known = new TreeMap<>();
    aims.stream()
        .filter(aim -> aim.<Integer>getAs("ukprn") == FIRST_OF_FACTS + 20)
        .forEach(aim -> known.put(aim.getAs("std_code"), aim.getAs("foundation")));
    assertEquals(Map.of(811, true, 812, false), known);
    assertEquals(
        List.of("QAR Inclusion", "QAR Inclusion"),
        judged.stream()
            .filter(aim -> aim.<Integer>getAs("ukprn") == FIRST_OF_FACTS + 20)
            .map(aim -> aim.<String>getAs("qar_status"))
            .toList());
  }

  @Test
  void aTLevelAndTailoredLearningAreTransferTargetsOfCourses() {
    assertEquals("transfer_excl", exclusions(only(FIRST_OF_FACTS + 14)));
    assertEquals("transfer_excl", exclusions(only(FIRST_OF_FACTS + 15)));
  }

  /** What is in no report has no row, and explain says why in one sentence. */
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          14 | A T Level (ProgType 31) is measured elsewhere.
          15 | Tailored learning (FundModel 11) has no achievement rate.
          19 | A Skills Bootcamp (FundModel 37) is measured elsewhere.
          19 | An apprenticeship unit (FundModel 39) is not an apprenticeship, and has no achievement rate yet.
          """)
  void whyAnAimIsInNoReport(int number, String sentence) {
    String told = explained(number, "prose");
    assertEquals(
        List.of("   Counted: no. " + sentence),
        told.lines().filter(line -> line.contains(sentence)).toList(),
        told);
    String json = explained(number, "json");
    assertEquals(
        1,
        json.lines()
            .filter(line -> line.strip().startsWith("\"left_out\" : \"" + sentence + "\""))
            .count(),
        json);
  }

  @Test
  void whyAnAimIsInNoCohort() {
    String told = explained(16, "prose");
    assertTrue(
        told.contains(
            "Status: QAR Exclusion. In no cohort. A class of aim that is never measured"
                + " (aim_class_excl): Tutorials, placements, assessments and the like are not"
                + " qualifications."),
        told);
  }

  private String explained(int number, String format) {
    return command(
        "explain",
        "--ukprn",
        String.valueOf(FIRST_OF_FACTS + number),
        "--learner",
        "L1",
        "--format",
        format);
  }

  @Test
  void whatNobodyFundsCountsWithALoanOnly() {
    Row aim = only(FIRST_OF_FACTS + 8);
    assertEquals("60004321", aim.getAs("learn_aim_ref"));
    assertEquals("4+", aim.getAs("level"));
    assertEquals("Business", aim.getAs("ssa_t1"));
  }

  @Test
  void aCourseIsBandedByTheAgeOn31August() {
    // Born on 31 August 2003: 19 on that day of 2022, and 19 on the day of the start.
    Row aim = ended(3);
    assertEquals(19, aim.<Integer>getAs("age_at_start"));
    assertEquals("19+", aim.getAs("age_band"));
    assertEquals("E/1", aim.getAs("level"));
    assertEquals("Not applicable", aim.getAs("std_fwk"));
  }

  @Test
  void anAimWithoutAPlannedEndIsExcludedAndSeen() {
    Row aim = ended(10);
    assertEquals("data_quality_excl", exclusions(aim));
    assertEquals("QAR Exclusion", aim.getAs("qar_status"));
    assertNull(aim.getAs("hybrid_end_year"));
  }

  @Test
  void aDestinationIsOfWhoeverHasTheUln() {
    assertEquals(true, only(FIRST_OF_FACTS + 11).getAs("achiever"));
  }

  @Test
  void aDestinationWithoutAUlnIsOfWhoeverHasTheReferenceNumber() {
    assertEquals(true, only(FIRST_OF_FACTS + 12).getAs("achiever"));
  }

  @Test
  void anUnreliableProviderIsInTheNationalFiguresOnly() {
    assertEquals("QAR Inclusion", ended(9).getAs("qar_status"));
    assertEquals(
        0,
        providerRows.stream()
            .filter(row -> row.<Integer>getAs("ukprn") == FIRST_OF_FACTS + 9)
            .count());
    long leavers =
        judged.stream()
            .filter(row -> row.getAs("report_type").equals("education_and_training"))
            .filter(row -> row.getAs("qar_status").equals("QAR Inclusion"))
            .filter(row -> row.<Integer>getAs("hybrid_end_year") == 2023)
            .count();
    assertEquals(leavers, national("overall", 2023).<Long>getAs("leavers"));
  }

  @Test
  void theTimelyMeasureHasOneRateOnly() {
    long cohort =
        judged.stream()
            .filter(row -> row.getAs("report_type").equals("education_and_training"))
            .filter(row -> row.<Boolean>getAs("timely_cohort"))
            .filter(row -> row.<Integer>getAs("timely_year") == 2022)
            .count();
    Row timely = national("timely", 2022);
    assertEquals(cohort, timely.<Long>getAs("leavers"));
    assertNull(timely.getAs("completers"));
    assertNull(timely.getAs("retention_rate"));
    assertNull(timely.getAs("pass_rate"));
  }

  private Row national(String measure, int year) {
    return nationalRows.stream()
        .filter(row -> row.getAs("report_type").equals("education_and_training"))
        .filter(row -> row.getAs("measure").equals(measure))
        .filter(row -> row.<Integer>getAs("year") == year)
        .filter(row -> row.getAs("dimension").equals("total"))
        .filter(row -> row.getAs("provider_type").equals("Total"))
        .findFirst()
        .orElseThrow();
  }

  /** The aim of a case that has one withdrawn aim. */
  private Row ended(int number) {
    return judged.stream()
        .filter(row -> row.<Integer>getAs("ukprn") == FIRST_OF_FACTS + number)
        .filter(row -> row.<Integer>getAs("comp_status") == 3)
        .findFirst()
        .orElseThrow();
  }

  private Row only(int ukprn) {
    List<Row> aims = judged.stream().filter(row -> row.<Integer>getAs("ukprn") == ukprn).toList();
    assertEquals(1, aims.size(), () -> "aims of " + ukprn);
    return aims.get(0);
  }

  private static String exclusions(Row aim) {
    return Arrays.stream(aim.schema().fieldNames())
        .filter(name -> name.endsWith("_excl") && aim.<Boolean>getAs(name))
        .collect(Collectors.joining(" "));
  }

  private static void write(IlrXml xml) {
    xml.writeBelow(temp.resolve("returns"));
  }

  private static IlrXml returnOf(int number) {
    return IlrXml.of(FIRST_OF_FACTS + number, 2022);
  }

  private static IlrXml learner(IlrXml xml) {
    return xml.learner("LearnRefNumber", "L1", "ULN", "1000000001", "DateOfBirth", "2003-08-31");
  }

  /** A course of 2022/23 to 2023/24 that was left on 1 March 2023. */
  private static String[] left(String reason, String... more) {
    return with(
        Arrays.asList(
            "LearnAimRef", "60001234",
            "AimType", "4",
            "LearnStartDate", "2022-09-01",
            "LearnPlanEndDate", "2024-06-30",
            "FundModel", "35",
            "CompStatus", "3",
            "LearnActEndDate", "2023-03-01",
            "WithdrawReason", reason,
            "Outcome", "3"),
        more);
  }

  /** A traineeship of 2022/23 that was achieved on 1 March 2023. */
  private static String[] trainee() {
    return left(
        null,
        "LearnAimRef",
        "ZPROG001",
        "AimType",
        "1",
        "ProgType",
        "24",
        "CompStatus",
        "2",
        "Outcome",
        "1");
  }

  /** An apprenticeship of a standard that was left on 1 March 2023. */
  private static String[] foundation(String standard) {
    return left(
        "44",
        "LearnAimRef",
        "ZPROG001",
        "AimType",
        "1",
        "FundModel",
        "36",
        "ProgType",
        "25",
        "StdCode",
        standard);
  }

  private static String[] going(String... more) {
    return with(
        List.of(
            "LearnAimRef", "60001234",
            "AimType", "4",
            "LearnStartDate", "2022-09-01",
            "LearnPlanEndDate", "2024-06-30",
            "FundModel", "35",
            "CompStatus", "1"),
        more);
  }

  /** The later pairs of name and text win. */
  private static String[] with(List<String> elements, String... more) {
    List<String> all = new ArrayList<>(elements);
    for (int i = 0; i < more.length; i += 2) {
      int at = all.indexOf(more[i]);
      if (at >= 0) {
        all.set(at + 1, more[i + 1]);
      } else {
        all.add(more[i]);
        all.add(more[i + 1]);
      }
    }
    return all.toArray(String[]::new);
  }

  private static String[] elements(Case one) {
    String type = one.get("report_type");
    boolean programme = type.equals("traineeship");
    return new String[] {
      "LearnAimRef", programme ? "ZPROG001" : "60001234",
      "AimType", programme ? "1" : type.endsWith("component") ? "3" : "4",
      "LearnStartDate", one.get("learn_start_date"),
      "LearnPlanEndDate", one.get("learn_plan_end_date"),
      "FundModel",
          type.startsWith("apprenticeship") ? "36" : type.startsWith("train") ? "25" : "35",
      "ProgType", one.get("prog_type"),
      "StdCode", "25".equals(one.get("prog_type")) ? "101" : null,
      "CompStatus", one.get("comp_status"),
      "LearnActEndDate", one.get("learn_act_end_date"),
      "WithdrawReason", one.get("withdraw_reason"),
      "Outcome", one.get("outcome"),
      "AchDate", one.get("ach_date")
    };
  }
}

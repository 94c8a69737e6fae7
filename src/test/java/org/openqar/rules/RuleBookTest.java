package org.openqar.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.support.AimBuilder;
import org.openqar.support.SparkTest;
import org.openqar.tables.Tables;

/** What holds for every rule of every report type, and for the books that they make. */
class RuleBookTest extends SparkTest {
  /** Ids of rules that are no more; none may come back for another rule. */
  private static final Set<String> RETIRED =
      Set.of(
          "APP-OVERDUE-01",
          "APP-OVERDUE-02",
          "APP-YEAR-01",
          "APP-YEAR-02",
          "APP-YEAR-04",
          "APP-YEAR-05",
          "APP-YEAR-06",
          "APP-OUT-01",
          "APP-OUT-02",
          "APP-EXC-01",
          "APP-EXC-03",
          "APP-EXC-04",
          "APP-EXC-06",
          "APP-EXC-07",
          "APP-EXC-08");

  static Stream<Rule> rules() {
    return book(Map.of(), 2024).rules().stream();
  }

  @Test
  void everyRuleHasATestClassWithItsCases() throws Exception {
    Set<String> rules = rules().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
    Set<String> tested = new TreeSet<>();
    for (Class<?> test : testsOfRules()) {
      CasesOf cases = test.getAnnotation(CasesOf.class);
      if (cases != null) {
        assertTrue(tested.add(cases.value()), cases.value() + " has two test classes");
      }
    }
    assertEquals(rules, tested);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void aRuleIsWhole(Rule rule) {
    assertTrue(
        rule.id().matches("[A-Z]{2,4}-(SCOPE|OVERDUE|YEAR|OUT|EXC|TIMELY)-[0-9]{2}"), rule.id());
    for (String words :
        List.of(
            rule.label(),
            rule.clause().section(),
            rule.clause().words(),
            rule.sets(),
            rule.because())) {
      assertFalse(words.isBlank(), rule.id());
    }
    assertTrue(rule.because().endsWith("."), rule.id() + " gives its reason in a sentence");
    assertEquals(rule.sets().endsWith("_year"), rule.gives().isPresent(), rule.id());
    if (rule.kind() != Kind.SCOPE && rule.kind() != Kind.OUTCOME) {
      assertTrue(Tables.QAR_AIM.columnNames().contains(rule.sets()), rule.id());
    }
  }

  @Test
  void idsAreUnique() {
    List<String> ids = rules().map(Rule::id).toList();
    assertEquals(ids.stream().distinct().toList(), ids);
    assertEquals(List.of(), ids.stream().filter(RETIRED::contains).toList());
  }

  @Test
  void aReportTypeListsItsRulesInTheOrderOfTheirKinds() {
    for (ReportType type : book(Map.of(), 2024).reportTypes()) {
      List<Kind> kinds = type.rules().stream().map(Rule::kind).toList();
      assertEquals(kinds.stream().sorted().toList(), kinds, type.name());
      assertEquals(
          1, kinds.stream().filter(kind -> kind == Kind.SCOPE).count(), type.name() + " in one");
    }
  }

  /** The tables of qar-rules 3.9, one for each report type. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apprenticeship           | planned_break_excl funding_qualifying_period_excl intervention_transfer_excl merger_excl data_quality_excl at_epa_excl transfer_excl trailblazer_no_contribution_excl foundation_excl employer_ownership_excl
          apprenticeship_component | planned_break_excl funding_qualifying_period_excl intervention_transfer_excl merger_excl data_quality_excl transfer_excl trailblazer_no_contribution_excl foundation_excl employer_ownership_excl
          education_and_training   | planned_break_excl funding_qualifying_period_excl intervention_transfer_excl merger_excl data_quality_excl transfer_excl government_strategy_transfer_excl olass_excl industry_placement_excl into_employment_excl aim_class_excl
          traineeship              | planned_break_excl funding_qualifying_period_excl intervention_transfer_excl merger_excl data_quality_excl transfer_excl government_strategy_transfer_excl
          traineeship_component    | planned_break_excl funding_qualifying_period_excl intervention_transfer_excl merger_excl data_quality_excl transfer_excl government_strategy_transfer_excl
          """)
  void aReportTypeHasTheExclusionsOfItsTable(String reportType, String flags) {
    ReportType type =
        book(Map.of(), 2024).reportTypes().stream()
            .filter(one -> one.name().equals(reportType))
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(flags.split(" ")),
        type.rules().stream()
            .filter(rule -> rule.kind() == Kind.EXCLUSION)
            .map(Rule::sets)
            .distinct()
            .toList());
  }

  @ParameterizedTest(name = "AimType {0}, ProgType {1}, FundModel {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | 25 | 36 | apprenticeship
          3 | 25 | 36 | apprenticeship_component
          4 | 25 | 36 | apprenticeship_component
          4 |    | 35 | education_and_training
          5 |    | 25 | education_and_training
          1 | 24 | 25 | traineeship
          3 | 24 | 25 | traineeship_component
          4 | 24 | 25 | traineeship_component
          3 |    | 35 |
          1 | 31 | 25 |
          5 | 31 | 25 |
          5 | 30 | 25 |
          4 | 34 | 39 |
          4 |    | 11 |
          """)
  void anAimIsInOneReportTypeAtMost(
      Integer aimType, Integer progType, Integer fundModel, String reportType) {
    List<Row> judged =
        book(Map.of(), 2024)
            .judge(
                AimBuilder.aim()
                    .with("aim_type", aimType)
                    .with("prog_type", progType)
                    .with("fund_model", fundModel)
                    .frame())
            .select("report_type")
            .collectAsList();
    assertEquals(
        reportType == null ? List.of() : List.of(reportType),
        judged.stream().map(row -> row.getString(0)).toList());
  }

  @Test
  void aRuleTellsWhatItReads() {
    Rule transfer =
        rules().filter(rule -> rule.id().equals("APP-EXC-05")).findFirst().orElseThrow();
    Condition condition = book(Map.of(), 2024).condition(transfer);
    assertEquals(
        List.of("CompStatus", "WithdrawReason", "actual end year", "days to the next programme"),
        condition.reads().stream().map(Term::name).toList());
    assertTrue(
        condition.text().contains("WithdrawReason in (40)")
            && condition.text().contains("days to the next programme <= 120"),
        condition.text());
  }

  @Test
  void aRuleThatIsNotInForceNeverHolds() {
    Rule later =
        Rule.rule("APP-EXC-99", Kind.EXCLUSION)
            .label("Later")
            .clause("0", "none")
            .inForce(Years.from(2025))
            .when(t -> t.readable())
            .sets("foundation_excl")
            .because("It is.");
    assertEquals("never in this edition", book(Map.of(), 2024).condition(later).text());
    assertEquals(
        "unreadable or missing values = 0",
        book(Map.of("year", "2025"), 2024).condition(later).text());
  }

  @ParameterizedTest
  @CsvSource({"2023,false,true", "2024,true,true", "2025,true,false"})
  void aRuleIsInForceBetweenItsYears(int edition, boolean from2024, boolean upTo2024) {
    assertEquals(from2024, Years.from(2024).include(edition));
    assertEquals(upTo2024, Years.upTo(2024).include(edition));
    assertEquals(from2024 && upTo2024, new Years(2024, 2024).include(edition));
    assertTrue(Years.ALL.include(edition));
  }

  /** Two rules that differ in what decides a verdict, or in what is only said of it. */
  @ParameterizedTest(name = "another {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          label       | APP-EXC-99 | EXCLUSION | Two | foundation_excl | 2018 | 0 | It is. | same
          clause      | APP-EXC-99 | EXCLUSION | One | foundation_excl | 2018 | 1 | It is. | same
          reason      | APP-EXC-99 | EXCLUSION | One | foundation_excl | 2018 | 0 | It was. | same
          id          | APP-EXC-98 | EXCLUSION | One | foundation_excl | 2018 | 0 | It is. | another
          kind        | APP-EXC-99 | OUTCOME   | One | foundation_excl | 2018 | 0 | It is. | another
          column      | APP-EXC-99 | EXCLUSION | One | transfer_excl   | 2018 | 0 | It is. | another
          first year  | APP-EXC-99 | EXCLUSION | One | foundation_excl | 2019 | 0 | It is. | another
          """)
  void theFingerprintIsOfWhatDecidesAVerdict(
      String what,
      String id,
      Kind kind,
      String label,
      String sets,
      int from,
      String section,
      String because,
      String fingerprint) {
    String one =
        fingerprint(
            "a report",
            stated("APP-EXC-99", Kind.EXCLUSION, "One", "foundation_excl", 2018, "0")
                .when(Terms::readable)
                .because("It is."));
    String other =
        fingerprint(
            "a report",
            stated(id, kind, label, sets, from, section).when(Terms::readable).because(because));
    assertTrue(one.matches("[0-9a-f]{64}"), one);
    assertEquals(fingerprint.equals("same"), one.equals(other));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          breaks.continuation-protects | false
          durations.inclusive          | false
          exclusions.transfer-days     | 121
          exclusions.merger-reasons    | [47, 48]
          end-point-assessment.from    | 2019-08-02
          hybrid-end-year.ach-date     | NONE
          match.key                    | LRN
          year                         | 2025
          title                        | Another
          """)
  void aChangedParameterChangesTheFingerprint(String path, String value) {
    assertNotEquals(
        book(Map.of(), 2024).fingerprint(), book(Map.of(path, value), 2024).fingerprint());
  }

  @Test
  void aRuleOfAnotherConditionYearOrReportHasAnotherFingerprint() {
    Rule.Builder builder = stated("APP-YEAR-99", Kind.END_YEAR, "One", "none", 2018, "0");
    List<String> fingerprints =
        List.of(
            fingerprint("a report", year(builder, Terms::readable, Terms::actualEndYear)),
            fingerprint("a report", year(builder, Terms::overdue, Terms::actualEndYear)),
            fingerprint("a report", year(builder, Terms::readable, Terms::expectedEndYear)),
            fingerprint("another", year(builder, Terms::readable, Terms::actualEndYear)));
    assertEquals(fingerprints.stream().distinct().toList(), fingerprints);
  }

  @Test
  void judgingAddsEveryColumnThatItPromises() {
    List<String> columns = List.of(book(Map.of(), 2024).judge(aimFrame()).columns());
    assertTrue(
        columns.containsAll(
            List.of(
                "overdue_continuing",
                "overdue_planned_break",
                "hybrid_end_year",
                "hybrid_end_year_from",
                "rules_hit",
                "qar_status",
                "completer",
                "achiever")),
        columns.toString());
    assertTrue(
        columns.containsAll(
            Tables.QAR_AIM.columnNames().stream().filter(c -> c.endsWith("_excl")).toList()));
    assertEquals(columns.stream().distinct().toList(), columns);
  }

  @Test
  void anAimOutOfScopeIsLeftOut() {
    Dataset<Row> tLevel = AimBuilder.aim().with("prog_type", 31).frame();
    assertEquals(0, book(Map.of(), 2024).judge(tLevel).collectAsList().size());
  }

  @Test
  void theTrailTellsEveryRuleWithItsVerdictAndWhatItRead() {
    RuleBook book = book(Map.of(), 2024);
    Row trail =
        book.judge(
                AimBuilder.withdrawnAim(java.time.LocalDate.of(2023, 3, 1))
                    .reason(47)
                    .history("2022")
                    .frame())
            .select(book.trail().as("trail"))
            .head();
    List<Row> steps = trail.getList(0);
    assertEquals(
        book.reportTypes().get(0).rules().stream().map(Rule::id).toList(),
        steps.stream().map(step -> step.<String>getAs("rule")).toList());
    Row merger =
        steps.stream()
            .filter(step -> step.<String>getAs("rule").equals("ALL-EXC-05"))
            .findFirst()
            .orElseThrow();
    assertEquals(true, merger.getAs("held"));
    assertEquals(
        Map.of("CompStatus", "3", "WithdrawReason", "47"),
        merger.getJavaMap(merger.fieldIndex("reads")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the planned end is last            | 2024-08-01 | 2024-07-31 | 2024-07-31 | 2023:2      | 2024 | expected
          the actual end is last             | 2024-07-31 | 2024-08-01 |            | 2023:2      | 2024 | actual
          the achievement is last            | 2024-07-31 | 2024-07-31 | 2024-08-01 | 2023:2      | 2024 | achievement
          the report is last                 | 2023-07-31 | 2023-07-31 | 2023-07-31 | 2022:1 2024 | 2024 | reporting
          a tie is told by the first of them | 2024-07-31 | 2024-07-31 | 2024-07-31 | 2023:2      | 2023 | expected
          """)
  void theLatestCandidateWins(
      String aCase,
      java.time.LocalDate plannedEnd,
      java.time.LocalDate actualEnd,
      java.time.LocalDate achievedOn,
      String history,
      int year,
      String from) {
    Row judged =
        book(Map.of(), 2024)
            .judge(
                AimBuilder.aim()
                    .plannedEnd(plannedEnd)
                    .ended(2, 1, actualEnd)
                    .achievedOn(achievedOn)
                    .history(history)
                    .frame())
            .head();
    assertEquals(year, judged.<Integer>getAs("hybrid_end_year"));
    assertEquals(from, judged.getAs("hybrid_end_year_from"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a leaver                                     | 3 | 44 | 2022:3 | 2023 |         | QAR Inclusion
          its year is still to come                    | 3 | 44 | 2022:3 | 2022 |         | Future
          an exclusion comes before a year to come     | 3 | 47 | 2022:3 | 2022 |         | QAR Exclusion
          still in learning                            | 1 |    | 2023:1 | 2023 |         | Continuing
          an exclusion comes before being in learning  | 1 |    | 2023:1 | 2023 | StdCode | QAR Exclusion
          """)
  void theStatusFollowsFromFlagsAndYear(
      String aCase,
      int compStatus,
      Integer reason,
      String history,
      int reportYear,
      String unreadable,
      String status) {
    AimBuilder aim =
        (compStatus == 3
                ? AimBuilder.withdrawnAim(java.time.LocalDate.of(2023, 3, 1))
                : AimBuilder.aim())
            .reason(reason)
            .history(history)
            .finalReturnsFrom(2018, 2023)
            .unreadable(unreadable == null ? new String[0] : new String[] {unreadable});
    Row judged = book(Map.of(), reportYear).judge(aim.frame()).head();
    assertEquals(status, judged.getAs("qar_status"));
    assertEquals(false, judged.getAs("completer"));
    assertEquals(false, judged.getAs("achiever"));
  }

  private static Rule.Builder stated(
      String id, Kind kind, String label, String sets, int from, String section) {
    return Rule.rule(id, kind)
        .label(label)
        .clause(section, "none")
        .inForce(Years.from(from))
        .sets(sets);
  }

  private static Rule year(
      Rule.Builder builder, Function<Terms, Condition> when, Function<Terms, Term> year) {
    return builder.when(when).gives("actual_end_year", year).because("It is.");
  }

  /** Of a book of one rule. */
  private static String fingerprint(String reportType, Rule only) {
    ReportType type =
        new ReportType() {
          @Override
          public String name() {
            return reportType;
          }

          @Override
          public Provision provision() {
            return Provision.EDUCATION_AND_TRAINING;
          }

          @Override
          public List<Rule> rules() {
            return List.of(only);
          }
        };
    return new RuleBook(List.of(type), RuleCases.edition(Map.of()), 2024).fingerprint();
  }

  private static Dataset<Row> aimFrame() {
    return AimBuilder.aim().frame();
  }

  private static RuleBook book(Map<String, String> changes, int reportYear) {
    return ReportTypes.book(RuleCases.edition(changes), reportYear);
  }

  static List<Class<?>> testsOfRules()
      throws IOException, URISyntaxException, ClassNotFoundException {
    Path root =
        Path.of(RuleBookTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> classes = new java.util.ArrayList<>();
    try (Stream<Path> files = Files.walk(root.resolve("org/openqar/rules"))) {
      for (Path file :
          files.filter(f -> f.toString().endsWith(".class")).map(root::relativize).toList()) {
        String name = file.toString().replaceAll("\\.class$", "").replaceAll("[/\\\\]", ".");
        classes.add(Class.forName(name, false, RuleBookTest.class.getClassLoader()));
      }
    }
    return classes;
  }
}

package org.openqar.support;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.openqar.support.CaseRuns.Run;
import org.openqar.support.Vectors.Case;

/**
 * Cases of several returned records in the form of {@code vectors/chains.csv}: one row a record,
 * with what comes out written on one record of each aim.
 */
public final class RecordCases {
  private static final int LAST_YEAR = 2024;

  private static final Map<String, String> FLAGS =
      Map.of(
          "X-BREAK", "planned_break_excl",
          "X-INTERV", "intervention_transfer_excl",
          "X-CLASS", "aim_class_excl",
          "X-XFER", "transfer_excl",
          "X-QP", "funding_qualifying_period_excl",
          "X-QPRES", "funding_qualifying_period_excl",
          "X-DQ", "data_quality_excl");

  private final Map<String, List<Case>> cases;
  private final CaseRuns runs;

  public RecordCases(List<Case> records, Path folder) {
    this.cases = new TreeMap<>(records.stream().collect(groupingBy(Case::id)));
    this.runs = new CaseRuns(folder);
  }

  /** Writes and runs them all. */
  public void run() {
    Set<Run> wanted = new HashSet<>();
    cases.forEach(
        (id, records) -> {
          int first =
              records.stream().mapToInt(record -> record.number("return_year")).min().orElseThrow();
          for (Case record : records) {
            int ukprn = provider(record, "ukprn");
            for (int year = first; year <= LAST_YEAR; year++) {
              runs.returned(ukprn, year, "R14");
            }
            add(runs.returned(ukprn, record.number("return_year"), record.get("return")), record);
          }
          Case whole = records.get(0);
          if (whole.get("missing_returns") != null) {
            String[] missing = whole.get("missing_returns").split("@");
            runs.withoutFinalReturn(
                provider(id, Integer.parseInt(missing[0])), Integer.parseInt(missing[1]));
          }
          if (whole.get("foundation_standards") != null) {
            runs.foundation(whole.number("foundation_standards"));
          }
          if (whole.get("mergers") != null) {
            String[] merger = whole.get("mergers").split("[>@]");
            runs.merger(
                provider(id, Integer.parseInt(merger[0])),
                provider(id, Integer.parseInt(merger[1])),
                Integer.parseInt(merger[2]));
          }
          wanted.add(runOf(whole));
        });
    runs.run(wanted);
  }

  /** The aims of a case are those that its rows say, and no others. */
  public void assertComesOut(String id) {
    List<Case> records = cases.get(id);
    List<Row> aims = runs.aims(runOf(records.get(0)), provider(id, 0), provider(id, 99));
    List<Case> expected =
        records.stream()
            .filter(record -> record.get("expect_status") != null)
            .filter(record -> !record.get("expect_status").equals("none"))
            .toList();
    assertEquals(
        expected.size(), aims.size(), () -> id + " gave " + aims.stream().map(Row::json).toList());
    assertAll(expected.stream().map(record -> () -> assertAim(record, aims)));
  }

  /** By what the records of a case's first provider were matched, aim by aim. */
  public List<List<String>> matched(String id) {
    return runs.matched(runOf(cases.get(id).get(0)), provider(id, 1));
  }

  /** What the runs printed. */
  public String printed() {
    return runs.printed();
  }

  /** Each case has a hundred UKPRNs of its own. */
  public static int provider(String id, int number) {
    return 20_000_000 + Integer.parseInt(id.substring(1)) * 100 + number % 100;
  }

  private static int provider(Case record, String column) {
    return provider(record.id(), record.number(column));
  }

  private static Run runOf(Case record) {
    Map<String, String> rules = new HashMap<>();
    if (record.get("switches") != null) {
      for (String change : record.get("switches").split(";")) {
        String[] parts = change.split("=");
        rules.put(parts[0].equals("match") ? "match.key" : parts[0], parts[1]);
      }
    }
    return new Run(record.get("edition"), rules, record.number("report_year"), 0);
  }

  private static void assertAim(Case expected, List<Row> aims) {
    Row aim =
        aims.stream()
            .filter(row -> isOf(row, expected))
            .max(Comparator.comparing(row -> Objects.equals(expected.get("uln"), row.getAs("uln"))))
            .orElseThrow(() -> new AssertionError("No aim comes of " + expected.cells()));
    String ukprn = expected.get("expect_ukprn") == null ? "ukprn" : "expect_ukprn";
    String exclusions = expected.get("expect_exclusions");
    String overdue = expected.get("expect_overdue");
    assertAll(
        expected.toString(),
        () -> assertEquals(provider(expected, ukprn), aim.<Integer>getAs("ukprn")),
        () -> assertEquals(expected.get("expect_status"), aim.getAs("qar_status")),
        () -> assertEquals(expected.number("expect_hybrid_end_year"), aim.getAs("hybrid_end_year")),
        () ->
            assertEquals(
                exclusions == null
                    ? Set.of()
                    : Set.of(Objects.requireNonNull(FLAGS.get(exclusions))),
                exclusionsOf(aim)),
        () ->
            assertEquals(
                "X-QPRES".equals(exclusions),
                aim.getList(aim.fieldIndex("rules_hit")).contains("ALL-EXC-03"),
                "the rule of restarts"),
        () -> assertEquals("continuing".equals(overdue), aim.getAs("overdue_continuing")),
        () -> assertEquals("planned_break".equals(overdue), aim.getAs("overdue_planned_break")),
        () -> assertEquals(expected.number("expect_completer") == 1, aim.getAs("completer")),
        () -> assertEquals(expected.number("expect_achiever") == 1, aim.getAs("achiever")));
  }

  /** The flags of exclusion that are raised. */
  private static Set<String> exclusionsOf(Row aim) {
    Set<String> raised = new TreeSet<>();
    for (String name : aim.schema().fieldNames()) {
      if (name.endsWith("_excl") && aim.<Boolean>getAs(name)) {
        raised.add(name);
      }
    }
    return raised;
  }

  /** Whether an aim has the record's values; what cannot be read is not there. */
  private static boolean isOf(Row aim, Case record) {
    return Objects.equals(record.get("learn_ref_number"), aim.getAs("learn_ref_number"))
        && Objects.equals(day(record.get("learn_start_date")), text(aim.getAs("learn_start_date")))
        && Objects.equals(whole(record.get("std_code")), text(aim.getAs("std_code")))
        && Objects.equals(whole(record.get("pway_code")), text(aim.getAs("pway_code")));
  }

  private static String day(String text) {
    return text != null && text.matches("[0-9-]+") ? text : null;
  }

  private static String whole(String text) {
    return text != null && text.matches("[0-9]+") ? text : null;
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static void add(IlrXml xml, Case record) {
    xml.learner(
            "LearnRefNumber", record.get("learn_ref_number"),
            "PrevLearnRefNumber", record.get("prev_learn_ref_number"),
            "PrevUKPRN",
                record.get("prev_ukprn") == null
                    ? null
                    : String.valueOf(provider(record, "prev_ukprn")),
            "PMUKPRN",
                record.get("pm_ukprn") == null
                    ? null
                    : String.valueOf(provider(record, "pm_ukprn")),
            "ULN", record.get("uln"),
            "DateOfBirth", record.get("date_of_birth"),
            "NLM", record.get("nlm"))
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
    if (record.get("destinations") != null) {
      for (String destination : record.get("destinations").split(" ")) {
        String[] parts = destination.split("@");
        xml.destination(parts[0].replace("+", ""), parts[1]);
      }
    }
  }
}

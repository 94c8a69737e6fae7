package org.openqar.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.openqar.support.Vectors.Case;

/** What the worked cases of single aims expect of a judged aim (vectors/README.md). */
public final class SingleAims {
  public static final String FILE = "single-aim.csv";

  private static final Map<String, String> FLAGS =
      Map.of(
          "X-QP", "funding_qualifying_period_excl",
          "X-QPRES", "funding_qualifying_period_excl",
          "X-EPA", "at_epa_excl",
          "X-BREAK", "planned_break_excl",
          "X-XFER", "transfer_excl",
          "X-INTERV", "intervention_transfer_excl",
          "X-STRAT", "government_strategy_transfer_excl",
          "X-MERGE", "merger_excl");

  private SingleAims() {}

  /** The aim has the years, flags and counts of its case. */
  public static void assertComesOut(Case one, Row judged) {
    int reportYear = one.number("report_year");
    Set<String> codes =
        one.get("expected_exclusions") == null
            ? Set.of()
            : Set.of(one.get("expected_exclusions").split(" "));
    Set<String> flags =
        codes.stream()
            .filter(code -> !code.equals("X-CONT"))
            .map(code -> Objects.requireNonNull(FLAGS.get(code), code))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(one.number("expected_hybrid_end_year"), judged.getAs("hybrid_end_year"));
    assertEquals(flags, RecordCases.exclusionsOf(judged));
    List<String> hits = judged.getList(judged.fieldIndex("rules_hit"));
    assertEquals(codes.contains("X-QPRES"), hits.contains("ALL-EXC-03"), "the rule of restarts");
    assertEquals(
        "continuing".equals(one.get("expected_overdue")), judged.getAs("overdue_continuing"));
    assertEquals(
        "planned_break".equals(one.get("expected_overdue")), judged.getAs("overdue_planned_break"));

    String status = judged.getAs("qar_status");
    if (codes.contains("X-CONT")) {
      assertEquals("Continuing", status);
    } else if (!flags.isEmpty()) {
      assertEquals("QAR Exclusion", status);
    }
    boolean cohort =
        status.equals("QAR Inclusion")
            && judged.<Integer>getAs("hybrid_end_year").equals(reportYear);
    assertEquals(one.get("expected_cohort").equals("1"), cohort, "cohort");
    assertEquals(
        one.get("expected_completer").equals("1"),
        cohort && judged.<Boolean>getAs("completer"),
        "completer");
    assertEquals(
        one.get("expected_achiever").equals("1"),
        cohort && judged.<Boolean>getAs("achiever"),
        "achiever");
  }
}

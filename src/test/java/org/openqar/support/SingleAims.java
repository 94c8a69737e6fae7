package org.openqar.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openqar.rules.AimValues;
import org.openqar.support.Vectors.Case;
import org.openqar.tables.Tables;

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
  public static void assertComesOut(Case one, AimValues judged) {
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
    assertEquals(one.number("expected_hybrid_end_year"), judged.value("hybrid_end_year"));
    assertEquals(flags, raised(judged));
    assertEquals(
        codes.contains("X-QPRES"),
        ((List<?>) judged.value("rules_hit")).contains("ALL-EXC-03"),
        "the rule of restarts");
    assertEquals(
        "continuing".equals(one.get("expected_overdue")), judged.value("overdue_continuing"));
    assertEquals(
        "planned_break".equals(one.get("expected_overdue")), judged.value("overdue_planned_break"));

    Object status = judged.value("qar_status");
    if (codes.contains("X-CONT")) {
      assertEquals("Continuing", status);
    } else if (!flags.isEmpty()) {
      assertEquals("QAR Exclusion", status);
    }
    boolean cohort =
        status.equals("QAR Inclusion") && judged.value("hybrid_end_year").equals(reportYear);
    assertEquals(one.get("expected_cohort").equals("1"), cohort, "cohort");
    assertEquals(
        one.get("expected_completer").equals("1"),
        cohort && (boolean) judged.value("completer"),
        "completer");
    assertEquals(
        one.get("expected_achiever").equals("1"),
        cohort && (boolean) judged.value("achiever"),
        "achiever");
  }

  /** The flags of exclusion that are raised. */
  private static Set<String> raised(AimValues judged) {
    return Tables.QAR_AIM.columnNames().stream()
        .filter(name -> name.endsWith("_excl") && (boolean) judged.value(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

package org.openqar.support;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.openqar.rules.AimValues;
import org.openqar.support.Vectors.Case;

/** What the worked cases of the timely measure expect of a judged aim (vectors/README.md). */
public final class TimelyAims {
  public static final String FILE = "timely.csv";

  private TimelyAims() {}

  /** The aim has the timely year and the counts of its case, and its place in the other measure. */
  public static void assertComesOut(Case one, AimValues judged) {
    assertAll(
        () -> assertEquals(one.number("expected_timely_year"), judged.value("timely_year")),
        () ->
            assertEquals(
                one.get("expected_timely_cohort").equals("1"), judged.value("timely_cohort")),
        () ->
            assertEquals(
                one.get("expected_timely_achiever").equals("1"), judged.value("timely_achiever")),
        () -> assertEquals(one.get("expected_overall_status"), judged.value("qar_status")),
        () ->
            assertEquals(one.number("expected_hybrid_end_year"), judged.value("hybrid_end_year")));
  }
}

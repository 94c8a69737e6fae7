package org.openqar.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.config.Configuration;
import org.openqar.rules.Edition;

class DifferingTest {
  private static final Configuration CONFIGURATION = new Configuration(null, Map.of());

  private static Differing between(String one, String other, Map<String, String> changes) {
    return new Differing(
        CONFIGURATION.edition(one, Edition.class),
        CONFIGURATION.parameters(one),
        CONFIGURATION.edition(other, Edition.class),
        CONFIGURATION.parameters(other, changes),
        changes);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "returns.late-reporting, ACHIEVED, true",
    "breaks.r04-grace, false, true",
    "returns.look-ahead, NONE, true",
    "durations.inclusive, false, false"
  })
  void oneParameterMayBeOfR04(String key, String value, boolean ofR04) {
    Differing differing = between("2023-24", "2023-24", Map.of(key, value));
    assertEquals(ofR04, differing.onlyInR04());
    assertTrue(
        differing.text().matches("They differ in %s \\(.+, %s\\)\\.".formatted(key, value)),
        differing.text());
  }

  @Test
  void aSetDiffersFromItselfInNothing() {
    Differing differing = between("2024-25", "2024-25", Map.of());
    assertTrue(differing.inNothing());
    assertEquals("They differ in no parameter and no rule.", differing.text());
  }

  @Test
  void rulesThatAreInForceInOneEditionOnlyAreNamed() {
    Differing differing = between("2018-19", "2024-25", Map.of());
    assertTrue(!differing.onlyInR04() && !differing.inNothing());
    assertTrue(differing.text().contains("returns.look-ahead (R04, NONE)"), differing.text());
  }
}

package org.openqar.ilr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.messages.UserException;

@DisplayName("The reader's limits")
class IlrLimitsTest {

  @Test
  @DisplayName("are the standard ones unless set")
  void standard() {
    assertEquals(IlrLimits.STANDARD, IlrLimits.of(Map.of("records", "all")));
  }

  @Test
  @DisplayName("survive the way through their options and back")
  void options() {
    Map<String, String> options = new HashMap<>(IlrLimits.STANDARD.options());
    assertEquals("32", options.get("maxDepth"));
    assertEquals("8589934592", options.get("maxArchiveBytes"));
    assertEquals(IlrLimits.class.getRecordComponents().length, options.size());
    options.replaceAll((name, value) -> String.valueOf(Long.parseLong(value) - 1));
    IlrLimits lower = IlrLimits.of(options);
    assertEquals(options, lower.options());
    assertEquals(31, lower.depth());
    assertEquals((8L << 30) - 1, lower.archiveBytes());
  }

  @ParameterizedTest(name = "refuse {0}={1} and state the range up to {2}")
  @CsvSource(
      textBlock =
          """
          maxDepth,           0,                    1000
          maxDepth,           1001,                 1000
          maxDepth,           ' ',                  1000
          maxTextCharacters,  -1,                   2147483647
          maxTextCharacters,  2147483648,           2147483647
          maxTextCharacters,  10k,                  2147483647
          maxArchiveBytes,    9999999999999999999,  999999999999999999
          """)
  void refused(String option, String value, long most) {
    Exception refused =
        assertThrows(UserException.class, () -> IlrLimits.of(Map.of(option, value)));
    assertEquals(
        "Option %s of the ilr source takes a whole number from 1 to %d; found '%s'."
            .formatted(option, most, value.strip()),
        refused.getMessage());
  }
}

package org.openqar.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> NAMES = List.of("aim", "qar_aim", "qar_national", "leavers");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          leaver,       leavers
          LEAVERS,      leavers
          qar_nation,   qar_national
          national,     qar_national
          qaraim,       qar_aim
          leavvers,     leavers
          leqvers,      leavers
          """)
  void aNearNameIsSuggested(String mistyped, String meant) {
    assertEquals(" Did you mean %s?".formatted(meant), Nearest.to(mistyped, NAMES));
  }

  @ParameterizedTest
  @CsvSource({"wholly_other", "zzz"})
  void aDistantNameIsNotSuggested(String mistyped) {
    assertEquals("", Nearest.to(mistyped, NAMES));
  }
}

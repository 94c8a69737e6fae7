package org.openqar.breakdowns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fifth has the Department's words; without one an aim is in no cell. */
class DeprivationTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "1, One (most deprived)",
    "2, Two",
    "3, Three",
    "4, Four",
    "5, Five (least deprived)",
    "0, ",
    "6, ",
    ", "
  })
  void aFifthHasItsWords(Integer fifth, String words) {
    Map<String, Object> row = new HashMap<>();
    row.put(Facts.FIFTH_OF_HOME, fifth);
    assertEquals(words, Deprivation.DEPRIVATION.value().of(row::get));
  }
}

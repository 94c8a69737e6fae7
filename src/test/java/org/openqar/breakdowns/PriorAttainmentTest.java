package org.openqar.breakdowns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A code of prior attainment means what the list of its year says; {@code CategoriesTest} has all.
 */
class PriorAttainmentTest {
  @ParameterizedTest(name = "{0} returned in {1}: {2}")
  @CsvSource({
    "1, 2020, Level 1",
    "1, 2021, Below level 1",
    "3, 2020, Full level 3",
    "3, 2021, Level 2",
    "10, 2020, Level 4",
    "10, 2021, Level 7 and above",
    "11, 2021, Unknown",
    "8, 2020, Unknown",
    "99, 2020, No qualifications",
    "99, 2026, No qualifications",
    "98, 2024, Unknown",
    "0, 2024, Unknown",
    ", , Unknown"
  })
  void isReadByTheListOfItsYear(Integer code, Integer year, String category) {
    Map<String, Object> row = new HashMap<>();
    row.put("prior_level", code);
    row.put("prior_level_year", year);
    assertEquals(category, PriorAttainment.PRIOR_ATTAINMENT.value().of(row::get));
  }
}

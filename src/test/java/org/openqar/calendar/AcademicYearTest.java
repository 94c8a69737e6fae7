package org.openqar.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcademicYearTest {

  @ParameterizedTest
  @CsvSource({"2024-07-31,2023", "2024-08-01,2024", "2024-12-31,2024", "2025-01-01,2024"})
  void aYearRunsFromAugustToJuly(LocalDate day, int start) {
    assertEquals(start, AcademicYear.of(day).start());
  }

  @Test
  void aYearHasThreeWrittenForms() {
    AcademicYear year = AcademicYear.ofCode("2425");
    assertEquals(2024, year.start());
    assertEquals("2425", year.code());
    assertEquals("2024/25", year.label());
    assertEquals("9900", new AcademicYear(1999).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2426", "24", "24/25", "abcd", ""})
  void aTextOtherThanACollectionYearIsRefused(String code) {
    assertThrows(IllegalArgumentException.class, () -> AcademicYear.ofCode(code));
  }
}

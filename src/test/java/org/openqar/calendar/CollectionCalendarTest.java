package org.openqar.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.messages.UserException;

class CollectionCalendarTest {
  private static final Map<String, String> CLOSES = closes();

  private static final CollectionCalendar CALENDAR =
      new CollectionCalendar(
          CLOSES,
          List.of(
              new CollectionCalendar.Exception("2425", "R04", LocalDate.of(2024, 12, 11)),
              new CollectionCalendar.Exception("2324", "R14", LocalDate.of(2024, 10, 25))));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          before its year began                          | 2425 | 2024-06-01 | 1
          on the day the first return closes             | 2425 | 2024-09-06 | 1
          on the day after                               | 2425 | 2024-09-07 | 2
          on the last day of the calendar year           | 2425 | 2024-12-31 | 5
          on the day the fifth return closes             | 2425 | 2025-01-06 | 5
          on the day after the fifth                     | 2425 | 2025-01-07 | 6
          on the last day of the academic year           | 2425 | 2025-07-31 | 12
          on the day the twelfth return closes           | 2425 | 2025-08-06 | 12
          on the day after the twelfth                   | 2425 | 2025-08-07 | 13
          on the day the thirteenth return closes        | 2425 | 2025-09-06 | 13
          on the day after the thirteenth                | 2425 | 2025-09-07 | 14
          on the day the final return closes             | 2425 | 2025-10-23 | 14
          long after the final return                    | 2425 | 2027-01-01 | 14
          on the usual day, in the year of an exception  | 2425 | 2024-12-06 | 4
          on the day of the exception                    | 2425 | 2024-12-11 | 4
          on the day after the exception                 | 2425 | 2024-12-12 | 5
          the same day in a year without an exception    | 2526 | 2025-12-11 | 5
          """)
  void aFileBelongsToTheFirstReturnThatClosesOnItsDayOrLater(
      String aCase, String year, LocalDate prepared, int number) {
    assertEquals(number, CALENDAR.returnOf(AcademicYear.ofCode(year), prepared));
  }

  @ParameterizedTest
  @CsvSource({
    "2425, 1, 2024-09-06",
    "2425, 4, 2024-12-11",
    "2526, 4, 2025-12-06",
    "2425, 5, 2025-01-06",
    "2425, 13, 2025-09-06",
    "2425, 14, 2025-10-23",
    "2324, 14, 2024-10-25",
  })
  void aReturnClosesInTheFirstOrTheSecondCalendarYear(String year, int number, LocalDate day) {
    assertEquals(day, CALENDAR.closingDay(AcademicYear.ofCode(year), number));
  }

  @Test
  void everyReturnHasADay() {
    Map<String, String> short1 = new HashMap<>(CLOSES);
    short1.remove("R07");
    String message =
        assertThrows(UserException.class, () -> new CollectionCalendar(short1, List.of()))
            .getMessage();
    assertTrue(message.contains("R07"), message);
  }

  @Test
  void returnsAreWrittenWithTwoDigits() {
    assertEquals("R04", CollectionCalendar.name(4));
    assertEquals("R14", CollectionCalendar.name(14));
  }

  private static Map<String, String> closes() {
    Map<String, String> closes = new HashMap<>();
    for (int number = 1; number <= 13; number++) {
      closes.put(CollectionCalendar.name(number), "%02d-06".formatted((number + 7) % 12 + 1));
    }
    closes.put("R14", "10-23");
    return closes;
  }
}

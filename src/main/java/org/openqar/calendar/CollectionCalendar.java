package org.openqar.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openqar.messages.UserException;

/**
 * When the fourteen returns of a collection year close; says which return a file belongs to that
 * lies in no {@code Rnn} folder.
 *
 * @param closes return to month and day, such as {@code R14: 10-23}
 * @param exceptions days that differ
 */
public record CollectionCalendar(Map<String, String> closes, List<Exception> exceptions) {
  /** The number of the final return. */
  public static final int FINAL = 14;

  /** The return of a year that editions which look ahead read for the year before. */
  public static final int LOOK_AHEAD = 4;

  /**
   * One return that closes on another day.
   *
   * @param year the collection's four digits
   */
  public record Exception(String year, @JsonProperty("return") String number, LocalDate closes) {}

  public CollectionCalendar {
    for (int number = 1; number <= FINAL; number++) {
      if (!closes.containsKey(name(number))) {
        throw UserException.setting("closes", "has no day for " + name(number));
      }
    }
    exceptions = List.copyOf(exceptions);
    // In order: the fingerprint of a run is made of its words.
    closes = Collections.unmodifiableMap(new TreeMap<>(closes));
  }

  /** How people write a return: {@code R06}. */
  public static String name(int number) {
    return "R%02d".formatted(number);
  }

  /**
   * The first return that closes on or after the day a file was prepared; the final one for a file
   * prepared after all of them, the first one for a file prepared before its year began.
   */
  public int returnOf(AcademicYear year, LocalDate prepared) {
    for (int number = 1; number < FINAL; number++) {
      if (!prepared.isAfter(closingDay(year, number))) {
        return number;
      }
    }
    return FINAL;
  }

  /** When a return closes. */
  public LocalDate closingDay(AcademicYear year, int number) {
    for (Exception exception : exceptions) {
      if (exception.year().equals(year.code()) && exception.number().equals(name(number))) {
        return exception.closes();
      }
    }
    MonthDay day = MonthDay.parse("--" + closes.get(name(number)));
    // R01 to R04 close in the year's first calendar year, R05 to R14 in its second.
    return day.atYear(number <= 4 ? year.start() : year.start() + 1);
  }
}

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
 * The days on which the fourteen returns of a collection year close. They decide to which return a
 * file belongs when the file is in no {@code Rnn} folder.
 *
 * @param closes month and day by return, such as {@code R14: 10-23}
 * @param exceptions the days that differ
 */
public record CollectionCalendar(Map<String, String> closes, List<Exception> exceptions) {
  /** The number of the final return. */
  public static final int FINAL = 14;

  /** The number of the return that look-ahead editions read for the year before. */
  public static final int LOOK_AHEAD = 4;

  /**
   * One return that closes on a different day.
   *
   * @param year the four digits of the collection
   */
  public record Exception(String year, @JsonProperty("return") String number, LocalDate closes) {}

  public CollectionCalendar {
    for (int number = 1; number <= FINAL; number++) {
      if (!closes.containsKey(name(number))) {
        throw UserException.setting("closes", "has no day for " + name(number));
      }
    }
    exceptions = List.copyOf(exceptions);
    // In order, because the fingerprint of a run depends on these words.
    closes = Collections.unmodifiableMap(new TreeMap<>(closes));
  }

  /** Formats a return as people write it: {@code R06}. */
  public static String name(int number) {
    return "R%02d".formatted(number);
  }

  /**
   * Returns the first return that closes on or after the day on which a file was prepared. A file
   * prepared after all of them belongs to the final return. A file prepared before its year began
   * belongs to the first.
   */
  public int returnOf(AcademicYear year, LocalDate prepared) {
    for (int number = 1; number < FINAL; number++) {
      if (!prepared.isAfter(closingDay(year, number))) {
        return number;
      }
    }
    return FINAL;
  }

  /** Returns the day on which a return closes. */
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

package org.openqar.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An academic (funding) year: 1 August to 31 July. The calendar year in which it starts names it.
 *
 * @param start the calendar year in which it starts: 2024 is 2024/25
 */
public record AcademicYear(int start) implements Comparable<AcademicYear> {

  private static final Pattern PRINTED =
      Pattern.compile("(20[0-9]{2})(?:[/-]([0-9]{2}|20[0-9]{2}))?");

  /** Returns the academic year that contains a day. */
  public static AcademicYear of(LocalDate day) {
    return new AcademicYear(
        day.getMonthValue() >= Month.AUGUST.getValue() ? day.getYear() : day.getYear() - 1);
  }

  /**
   * Reads the four digits of a collection: {@code 2425} is 2024/25.
   *
   * @throws IllegalArgumentException if they are not two consecutive years
   */
  public static AcademicYear ofCode(String code) {
    if (!isCode(code)) {
      throw new IllegalArgumentException(
          "A collection year has four digits of two consecutive years, such as 2425; found "
              + code);
    }
    return new AcademicYear(2000 + Integer.parseInt(code.substring(0, 2)));
  }

  /**
   * Reads a printed year: 2024, 2024/25, 2024-25 or 2024/2025. Returns empty for any other text.
   */
  public static Optional<AcademicYear> printed(String text) {
    Matcher printed = PRINTED.matcher(text.strip());
    if (!printed.matches()) {
      return Optional.empty();
    }
    AcademicYear year = new AcademicYear(Integer.parseInt(printed.group(1)));
    String next = printed.group(2);
    return next == null || String.valueOf(year.start() + 1).endsWith(next)
        ? Optional.of(year)
        : Optional.empty();
  }

  /** Whether a text is the four digits of a collection: two consecutive years of this century. */
  public static boolean isCode(String code) {
    return code != null
        && code.matches("[0-9]{4}")
        && (Integer.parseInt(code.substring(0, 2)) + 1) % 100
            == Integer.parseInt(code.substring(2));
  }

  /** Returns the four digits of the collection, such as {@code 2425}. */
  public String code() {
    return "%02d%02d".formatted(start % 100, (start + 1) % 100);
  }

  /** Formats the year as people write it, such as {@code 2024/25}. */
  public String label() {
    return "%d/%02d".formatted(start, (start + 1) % 100);
  }

  /** Returns the name of the year's edition, such as {@code 2024-25}. */
  public String edition() {
    return label().replace("/", "-");
  }

  /** 1 August. */
  public LocalDate firstDay() {
    return LocalDate.of(start, Month.AUGUST, 1);
  }

  /** 31 July. */
  public LocalDate lastDay() {
    return LocalDate.of(start + 1, Month.JULY, 31);
  }

  /** Returns the year that is a number of years later, or earlier if the number is negative. */
  public AcademicYear plus(int years) {
    return new AcademicYear(start + years);
  }

  @Override
  public int compareTo(AcademicYear other) {
    return Integer.compare(start, other.start);
  }

  @Override
  public String toString() {
    return label();
  }
}

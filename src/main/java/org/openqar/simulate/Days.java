package org.openqar.simulate;

import java.time.LocalDate;
import org.openqar.calendar.AcademicYear;

/** Days in the terms of a story. An academic year is named by its first calendar year. */
final class Days {

  private Days() {}

  /** 1 August. */
  static LocalDate firstDay(int year) {
    return new AcademicYear(year).firstDay();
  }

  /** 31 July. */
  static LocalDate lastDay(int year) {
    return new AcademicYear(year).lastDay();
  }

  static int yearOf(LocalDate day) {
    return AcademicYear.of(day).start();
  }

  static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}

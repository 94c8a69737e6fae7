package org.openqar.simulate;

import org.openqar.calendar.AcademicYear;

/** The form of one year's return, where the schemas of the years differ. */
record YearForm(AcademicYear year) {

  static YearForm of(int year) {
    return new YearForm(new AcademicYear(year));
  }

  String namespace() {
    return "ESFA/ILR/%d-%02d".formatted(year.start(), (year.start() + 1) % 100);
  }

  /** Whether prior attainment is a dated group. Up to 2020/21 it is one number. */
  boolean hasPriorAttainGroup() {
    return year.start() >= 2021;
  }

  /** Returns the code of a prior attainment level. The codes changed in 2021/22. */
  int priorAttain(int level) {
    return hasPriorAttainGroup() ? 2 * level - 1 : level;
  }

  boolean hasContactPreference() {
    return year.start() <= 2024;
  }

  boolean hasFrameworks() {
    return year.start() <= 2024;
  }

  boolean hasPlannedHours() {
    return year.start() >= 2019;
  }

  boolean hasActualHours() {
    return year.start() >= 2020;
  }

  boolean hasDestinations() {
    return year.start() <= 2023;
  }
}

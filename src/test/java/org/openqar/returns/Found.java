package org.openqar.returns;

import java.util.Optional;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.config.Configuration;
import org.openqar.config.Settings.ProviderConflict;
import org.openqar.config.Settings.YearConflict;

/**
 * A file as it was found: the sound final return of provider 10000001 for 2024/25, but for what is
 * changed.
 */
final class Found {
  private static final CollectionCalendar CALENDAR =
      new Configuration(null, java.util.Map.of()).calendar();

  /** Refuse conflicts, and do not look ahead. */
  static final CountingRules STRICT =
      new CountingRules(CALENDAR, YearConflict.REFUSE, ProviderConflict.REFUSE, false);

  /** The namespace decides the year, and the header decides the provider. */
  static final CountingRules SETTLING =
      new CountingRules(CALENDAR, YearConflict.NAMESPACE, ProviderConflict.HEADER, false);

  /** R04 counts as well as the latest return. */
  static final CountingRules LOOKING_AHEAD =
      new CountingRules(CALENDAR, YearConflict.REFUSE, ProviderConflict.REFUSE, true);

  private String name = "ILR-10000001-2425-20251020-101500-01.xml";
  private String path = "returns/";
  private String hash;
  private Optional<Integer> folderReturn = Optional.of(14);
  private Optional<String> folderYear = Optional.of("2425");
  private String namespace = "ESFA/ILR/2024-25";
  private String year = "2425";
  private String prepared = "2025-10-20";
  private String ukprn = "10000001";
  private String learningProvider = "10000001";
  private String innerName;
  private String made;
  private String serial = "01";
  private Optional<ReturnedFile.Problem> problem = Optional.empty();

  static Found file() {
    return new Found();
  }

  Found named(String text) {
    name = text;
    return this;
  }

  Found below(String folder) {
    path = folder;
    return this;
  }

  Found content(String text) {
    hash = text;
    return this;
  }

  Found inReturn(Integer number) {
    folderReturn = Optional.ofNullable(number);
    return this;
  }

  Found inYear(String code) {
    folderYear = Optional.ofNullable(code);
    return this;
  }

  Found namespace(String text) {
    namespace = text;
    return this;
  }

  Found year(String text) {
    year = text;
    return this;
  }

  Found prepared(String text) {
    prepared = text;
    return this;
  }

  Found ukprn(String text) {
    ukprn = text;
    return this;
  }

  Found learningProvider(String text) {
    learningProvider = text;
    return this;
  }

  /** Header/Source/DateTime and SerialNo. */
  Found made(String dateTime, String number) {
    made = dateTime;
    serial = number;
    return this;
  }

  Found holding(String text) {
    innerName = text;
    return this;
  }

  Found unreadable(String code) {
    problem = Optional.of(new ReturnedFile.Problem(code, 7, "It ends in the middle."));
    return this;
  }

  /** A return of another academic year, sound in every respect. */
  Found of(int startYear) {
    String code = new org.openqar.calendar.AcademicYear(startYear).code();
    return named("ILR-10000001-%s-%d1020-101500-01.xml".formatted(code, startYear + 1))
        .year(code)
        .inYear(code)
        .namespace("ESFA/ILR/%d-%s".formatted(startYear, code.substring(2)))
        .prepared((startYear + 1) + "-10-20");
  }

  ReturnedFile done() {
    return new ReturnedFile(
        path + name,
        hash == null ? "content of " + path + name : hash,
        1000,
        folderReturn,
        folderYear,
        Optional.ofNullable(innerName),
        new ReturnedFile.Header(
            namespace, year, prepared, ukprn, learningProvider, serial, "Supplier Package 1", made),
        problem);
  }
}

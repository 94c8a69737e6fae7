package org.openqar.returns;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.openqar.calendar.AcademicYear;
import org.openqar.calendar.CollectionCalendar;

/**
 * A file with its place among the returns.
 *
 * @param ukprn null if the file does not state it
 * @param year null if the file does not state it
 * @param returnNumber 1 to 14; null if nothing states it
 * @param stamp when the file was made, fourteen digits; a newer file sorts higher
 * @param reason why it is superseded or refused; empty for an accepted file
 * @param aheadOnly whether it counts only for the year before its own, beside a later return
 */
public record JudgedFile(
    ReturnedFile file,
    Integer ukprn,
    AcademicYear year,
    Integer returnNumber,
    LocalDate prepared,
    String stamp,
    Status status,
    Optional<String> reason,
    boolean aheadOnly) {

  /** What a run does with a file. */
  public enum Status {
    ACCEPTED,
    SUPERSEDED,
    REFUSED;

    /** Returns the name used in {@code return_file}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Puts the return that counts first: the highest return number, then the newest file. */
  static final Comparator<JudgedFile> BEST_FIRST =
      Comparator.comparing(JudgedFile::returnNumber, Comparator.reverseOrder())
          .thenComparing(JudgedFile::stamp, Comparator.reverseOrder())
          .thenComparing(file -> file.file().header().stamp(), Comparator.reverseOrder())
          .thenComparing(file -> file.file().sourceFile());

  /** Whether the file is the final return of its provider and year. */
  public boolean isFinal() {
    return status == Status.ACCEPTED && returnNumber == CollectionCalendar.FINAL;
  }

  /** Whether the file counts for a year that has no final return yet. */
  public boolean isInYear() {
    return status == Status.ACCEPTED && returnNumber < CollectionCalendar.FINAL && !aheadOnly;
  }

  /** Returns the provider and year of the return. */
  public ProviderYear providerYear() {
    return new ProviderYear(ukprn, year.start());
  }

  /** Formats the return as people write it: {@code R14 of 2024/25}. */
  public String label() {
    return CollectionCalendar.name(returnNumber) + " of " + year;
  }

  JudgedFile counting(boolean onlyAhead) {
    return new JudgedFile(
        file,
        ukprn,
        year,
        returnNumber,
        prepared,
        stamp,
        Status.ACCEPTED,
        Optional.empty(),
        onlyAhead);
  }

  JudgedFile superseded(String why) {
    return with(Status.SUPERSEDED, why);
  }

  JudgedFile refused(String why) {
    return with(Status.REFUSED, why);
  }

  private JudgedFile with(Status now, String why) {
    return new JudgedFile(
        file, ukprn, year, returnNumber, prepared, stamp, now, Optional.of(why), false);
  }
}

package org.openqar.reports;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openqar.calendar.AcademicYear;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.tables.Filter;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;

/**
 * A file that the newest run found and refused, and that could be a final return (qar-rules 9.2).
 *
 * @param ukprn the provider; null if the file does not state it
 * @param year the year; null if the file does not state it
 */
record RefusedFile(String sourceFile, Integer ukprn, Integer year, String reason) {

  /** Returns those that are among the returns now. */
  static List<RefusedFile> in(TableReader reader) {
    return reader
        .list(
            Tables.RETURN_FILE,
            List.of("source_file", "ukprn", "funding_year", "reason"),
            Filter.equal("present", true)
                .and(Filter.equal("status", "refused"))
                .and(
                    Filter.empty("return_number")
                        .or(Filter.equal("return_number", CollectionCalendar.FINAL))))
        .stream()
        .sorted(RowOrder.by("source_file"))
        .map(
            row ->
                new RefusedFile(
                    row.getAs("source_file"),
                    row.getAs("ukprn"),
                    row.getAs("funding_year"),
                    row.getAs("reason")))
        .toList();
  }

  /** Whether its header or its name says that a provider made it. */
  boolean isOf(Collection<Integer> ukprns) {
    return ukprns.contains(ukprn)
        || ukprns.stream().anyMatch(one -> name().contains("-%d-".formatted(one)));
  }

  /** Whether its header, name or folder says that it is of a year. */
  boolean isOf(AcademicYear wanted) {
    return Objects.equals(year, wanted.start())
        || name().contains("-%s-".formatted(wanted.code()))
        || sourceFile.contains("/%s/".formatted(wanted.code()));
  }

  private String name() {
    return sourceFile.substring(sourceFile.lastIndexOf('/') + 1);
  }

  /** Says which file it is and why it does not count. */
  String told() {
    return "%s was refused: %s".formatted(name(), reason);
  }
}

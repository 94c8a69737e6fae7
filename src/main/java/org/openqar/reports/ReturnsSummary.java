package org.openqar.reports;

import static org.openqar.reports.SummaryReport.MOST;
import static org.openqar.reports.SummaryReport.whole;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.config.Settings;
import org.openqar.reports.Tally.Kind;
import org.openqar.tables.Filter;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;

/** Summarises the files that a run found, and the oddities and faults in them. */
final class ReturnsSummary {
  private static final String MORE = "  ... more are in return_issue\n";

  private static final Comparator<Kind> MOST_FIRST =
      Comparator.comparingLong(Kind::times)
          .reversed()
          .thenComparing(kind -> kind.text(0), RowOrder::compareTexts)
          .thenComparing(kind -> kind.text(2), RowOrder::compareTexts);

  private final TableReader reader;
  private final Settings settings;

  ReturnsSummary(TableReader reader, Settings settings) {
    this.reader = reader;
    this.settings = settings;
  }

  String text() {
    List<Row> files =
        reader.list(
            Tables.RETURN_FILE,
            List.of(
                "status",
                "source_file",
                "reason",
                "learners",
                "aims",
                "ukprn",
                "funding_year",
                "return_number",
                "in_year"),
            Filter.equal("present", true));
    StringBuilder text = new StringBuilder();
    text.append(
        "  %d files accepted, %d superseded, %d refused, %d copies of another; %s learner records and %s aims loaded\n"
            .formatted(
                of(files, "accepted").size(),
                of(files, "superseded").size(),
                of(files, "refused").size(),
                Tally.of(
                        reader, Tables.RETURN_ISSUE, Filter.equal("code", "identical_copy"), "code")
                    .of("identical_copy"),
                whole(sum(of(files, "accepted"), "learners")),
                whole(sum(of(files, "accepted"), "aims"))));
    of(files, "refused").stream()
        .sorted(RowOrder.by("source_file"))
        .limit(MOST)
        .forEach(
            refused ->
                text.append(
                    "  refused: %s\n    %s\n"
                        .formatted(
                            refused.<String>getAs("source_file"),
                            refused.<String>getAs("reason"))));
    return text.append(beside(of(files, "accepted"))).append(ofFiles()).append(within()).toString();
  }

  /** Lists the loaded returns that give no rate, with the use of each. */
  private String beside(List<Row> accepted) {
    List<Row> beside =
        accepted.stream()
            .filter(file -> !becomes(file).isEmpty())
            .sorted(RowOrder.by("funding_year", "return_number", "ukprn"))
            .toList();
    StringBuilder text = new StringBuilder();
    beside.stream()
        .limit(MOST)
        .forEach(
            file ->
                text.append(
                    "  loaded: R%02d of %s of provider %d: %s\n"
                        .formatted(
                            file.<Integer>getAs("return_number"),
                            new AcademicYear(file.<Integer>getAs("funding_year")),
                            file.<Integer>getAs("ukprn"),
                            becomes(file))));
    return text.append(beside.size() > MOST ? "  ... the others are in return_file\n" : "")
        .toString();
  }

  /**
   * Says how a run uses a return that is not a final one of the loaded years; empty for those that
   * are.
   */
  private String becomes(Row file) {
    AcademicYear year = new AcademicYear(file.<Integer>getAs("funding_year"));
    boolean isFinal = file.<Integer>getAs("return_number") == CollectionCalendar.FINAL;
    if (file.<Boolean>getAs("in_year")) {
      return "an in-year return; its records are in the returned tables, and no aim or rate comes of"
          + " them before R14 of "
          + year;
    }
    if (!isFinal) {
      return "used for %s only, to see what happened to an aim after its last return"
          .formatted(year.plus(-1));
    }
    return year.start() >= settings.firstLoadedYear() && year.start() <= settings.lastLoadedYear()
        ? ""
        : "a final return outside of %s; it gives no rate".formatted(settings.loadedYears());
  }

  private static List<Row> of(List<Row> files, String status) {
    return files.stream().filter(file -> file.getAs("status").equals(status)).toList();
  }

  private static long sum(List<Row> files, String column) {
    return files.stream()
        .map(file -> file.<Long>getAs(column))
        .filter(java.util.Objects::nonNull)
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Lists the oddities, file by file. */
  private String ofFiles() {
    List<Row> odd =
        reader
            .list(
                Tables.RETURN_ISSUE,
                List.of("source_file", "message", "code", "field"),
                Filter.empty("learner_no").and(Filter.equal("severity", "warning")))
            .stream()
            .sorted(RowOrder.by("source_file", "code", "field"))
            .toList();
    StringBuilder text = new StringBuilder();
    odd.stream()
        .limit(MOST)
        .forEach(
            row ->
                text.append(
                    "  odd: %s\n    %s\n".formatted(name(row.getString(0)), row.getString(1))));
    return text.append(odd.size() > MOST ? MORE : "").toString();
  }

  /** Lists the faults inside files, by kind. */
  private String within() {
    List<Kind> kinds =
        Tally.of(
                reader,
                Tables.RETURN_ISSUE,
                Filter.filled("learner_no"),
                "source_file",
                "severity",
                "message")
            .kinds()
            .stream()
            .sorted(MOST_FIRST)
            .toList();
    StringBuilder text = new StringBuilder();
    kinds.stream()
        .limit(MOST)
        .forEach(
            kind ->
                text.append(
                    "  %s: %s\n    %d x %s\n"
                        .formatted(kind.text(1), name(kind.text(0)), kind.times(), kind.text(2))));
    return text.append(kinds.size() > MOST ? MORE : "").toString();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

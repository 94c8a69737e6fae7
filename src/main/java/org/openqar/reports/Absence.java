package org.openqar.reports;

import static org.openqar.reports.SummaryReport.MOST;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;
import org.openqar.config.Settings;
import org.openqar.tables.Filter;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;

/** Explains why a learner has no aim at a provider. */
final class Absence {
  private final TableReader reader;
  private final Settings settings;

  Absence(TableReader reader, Settings settings) {
    this.reader = reader;
    this.settings = settings;
  }

  /** Says why a provider has nothing at all; empty if the run found a return of the provider. */
  Optional<String> ofProvider(int ukprn) {
    Set<Integer> providers =
        reader.list(Tables.RETURN_FILE, List.of("ukprn"), Filter.filled("ukprn")).stream()
            .map(row -> row.getInt(0))
            .collect(Collectors.toCollection(TreeSet::new));
    return providers.contains(ukprn)
        ? Optional.empty()
        : Optional.of(
            "No return of provider %d was found.%s The providers found are %s%s."
                .formatted(
                    ukprn,
                    notRead(ukprn),
                    providers.stream()
                        .limit(MOST)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ")),
                    providers.size() > MOST ? " and others: ./qar show files" : ""));
  }

  String told(int ukprn, SoughtLearner learner) {
    return ofProvider(ukprn).orElseGet(() -> ofLearner(ukprn, learner));
  }

  private String ofLearner(int ukprn, SoughtLearner learner) {
    List<Row> returned = returned(ukprn, learner);
    return returned.isEmpty() ? unknown(ukprn, learner) : unjudged(ukprn, returned);
  }

  private List<Row> returned(int ukprn, SoughtLearner learner) {
    Filter isLearner = Filter.equal("learn_ref_number", learner.reference());
    return reader.list(
        Tables.RETURNED_LEARNER,
        List.of("funding_year", "return_number", "return_id", "learner_no"),
        Filter.equal("ukprn", ukprn)
            .and(
                learner
                    .uln()
                    .map(uln -> isLearner.or(Filter.equal("uln", uln)))
                    .orElse(isLearner)));
  }

  private String unknown(int ukprn, SoughtLearner learner) {
    String made = keyCheck();
    if (!made.equals(learner.keyCheck().orElse(""))) {
      return made.isEmpty()
          ? "The tables hold learners' numbers as they were returned: leave the key out."
          : "The tables hold pseudonyms: give the key that they were made with, by"
              + " --pseudonym-key-file.";
    }
    return "Provider %d has no such learner in any return that counts.%s"
        .formatted(ukprn, notRead(ukprn));
  }

  /**
   * Returns the check of the key that the newest run used to read the returns; empty text if there
   * was no key.
   */
  private String keyCheck() {
    return reader.list(Tables.RUN, List.of("finished_at", "key_check"), Filter.all()).stream()
        .max(Comparator.comparing(run -> run.getTimestamp(0)))
        .orElseThrow()
        .getString(1);
  }

  /** Returns one sentence for each refused file of the provider. */
  private String notRead(int ukprn) {
    return RefusedFile.in(reader).stream()
        .filter(file -> file.isOf(List.of(ukprn)))
        .map(file -> " " + file.told())
        .collect(Collectors.joining());
  }

  private String unjudged(int ukprn, List<Row> returned) {
    return "The learner is in %s of provider %d, but no aim is judged: only aims with a LearnAimRef in final returns (R14) of %s are, once a run has been made for this edition and report year.%s"
        .formatted(
            returned.stream()
                .sorted(RowOrder.by("funding_year", "return_number"))
                .map(row -> "R%02d of %s".formatted(row.getInt(1), new AcademicYear(row.getInt(0))))
                .distinct()
                .collect(Collectors.joining(", ")),
            ukprn,
            settings.loadedYears(),
            refused(returned));
  }

  /** Says why the returned aims of some learners became no aim, year by year. */
  private String refused(List<Row> returned) {
    Set<List<Object>> learners =
        returned.stream()
            .map(row -> List.<Object>of(row.getString(2), row.getLong(3)))
            .collect(Collectors.toSet());
    return RefusedRecord.issues(reader).stream()
        .filter(
            issue ->
                learners.contains(
                    List.<Object>of(issue.getAs("return_id"), issue.getAs("learner_no"))))
        .sorted(RowOrder.by("funding_year", "message"))
        .map(
            issue ->
                " Of %s: %s"
                    .formatted(
                        new AcademicYear(issue.<Integer>getAs("funding_year")),
                        issue.<String>getAs("message")))
        .distinct()
        .collect(Collectors.joining());
  }
}

package org.openqar.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.openqar.config.Settings;
import org.openqar.rules.Edition;
import org.openqar.rules.RowValues;
import org.openqar.rules.RuleBook;
import org.openqar.tables.TableReader;

/**
 * Explains why a learner's aims count where they do. It reads what the run wrote. It also applies
 * the rules to the aims again, to show each verdict with the values that the rules read.
 */
public final class Explanation {
  private final TableReader reader;
  private final Settings settings;
  private final Edition edition;
  private final RuleBook book;
  private final SoughtAims aims;

  public Explanation(TableReader reader, Settings settings, Edition edition, RuleBook book) {
    this.reader = reader;
    this.settings = settings;
    this.edition = edition;
    this.book = book;
    this.aims = new SoughtAims(reader, edition.edition(), settings.reportYear());
  }

  /** The findings about a learner at a provider. */
  public record Findings(int ukprn, String learner, List<ExplainedAim> aims, String absence) {
    public boolean found() {
      return !aims.isEmpty();
    }
  }

  /**
   * One aim.
   *
   * @param aim its row of {@code aim}
   * @param missing why the return after the aim's last one does not have it; empty if it does
   * @param surprises events that a data manager may not expect, with what the provider can do
   * @param leftOut why the aim is in no report, in one sentence; empty if it is in one
   * @param reports the verdicts, one for each report type that counts the aim
   */
  public record ExplainedAim(
      Row aim, String missing, List<String> surprises, String leftOut, List<Verdict> reports) {}

  /**
   * An aim in one report.
   *
   * @param judged its row of {@code qar_aim}
   * @param rules every rule of the report, in order
   * @param cells the counts of its provider that include the aim
   */
  public record Verdict(Row judged, List<Tried> rules, List<Row> cells) {}

  /** One rule tried on one aim. */
  public record Tried(
      String id,
      String label,
      String clause,
      String because,
      String sets,
      String condition,
      boolean held,
      Map<String, String> reads) {}

  /**
   * Finds a learner's aims by any reference number they were returned under, or by ULN.
   *
   * @throws org.openqar.messages.UserException if there is no run
   */
  public Findings of(int ukprn, SoughtLearner learner) {
    List<ExplainedAim> explained = explained(aims.of(ukprn, learner));
    return new Findings(
        ukprn,
        learner.shown(),
        explained,
        explained.isEmpty() ? new Absence(reader, settings).told(ukprn, learner) : "");
  }

  /**
   * Finds one aim by its id in {@code aim} and {@code qar_aim}.
   *
   * @throws org.openqar.messages.UserException if there is no run
   */
  public Findings of(int ukprn, String aimId) {
    List<ExplainedAim> explained = explained(aims.of(ukprn, aimId));
    return new Findings(
        ukprn,
        "of aim " + aimId,
        explained,
        explained.isEmpty()
            ? new Absence(reader, settings)
                .ofProvider(ukprn)
                .orElse(
                    "Provider %d has no aim of this id under this edition and report year; qar_aim lists them."
                        .formatted(ukprn))
            : "");
  }

  private List<ExplainedAim> explained(List<Row> found) {
    Map<String, List<Verdict>> verdicts = new Verdicts(reader, settings, edition, book).on(found);
    Map<String, String> missing = missing(found);
    return found.stream()
        .sorted(RowOrder.by("learn_start_date", "aim_type", "learn_aim_ref", "aim_id"))
        .map(
            aim -> {
              String id = aim.getAs("aim_id");
              List<Verdict> reports = verdicts.getOrDefault(id, List.of());
              return new ExplainedAim(
                  aim,
                  missing.getOrDefault(id, ""),
                  Surprises.of(aim, reports),
                  reports.isEmpty() ? leftOut(aim) : "",
                  reports);
            })
        .toList();
  }

  private String leftOut(Row aim) {
    return book.leftOut(new RowValues(aim))
        .orElse("No run has judged it: the newest one stopped before the measures.");
  }

  /** Says why some aims are missing from the return after their last one, by their ids. */
  private Map<String, String> missing(List<Row> found) {
    List<Row> lost =
        found.stream()
            .filter(aim -> aim.<Integer>getAs("last_year_returned") < settings.lastLoadedYear())
            .toList();
    if (lost.isEmpty()) {
      return Map.of();
    }
    List<Row> others = aims.ofTheLearnersOf(lost);
    List<RefusedFile> files = RefusedFile.in(reader);
    List<RefusedRecord> records =
        RefusedRecord.near(reader, lost.stream().filter(NearMiss::isMissing).toList());
    Map<String, String> missing = new HashMap<>();
    lost.forEach(
        aim ->
            new NearMiss(aim, files)
                .told(others, records)
                .ifPresent(told -> missing.put(aim.getAs("aim_id"), told)));
    return missing;
  }

  /** Says why a provider has nothing at all; empty if the run found a return of the provider. */
  public Optional<String> unknown(int ukprn) {
    return new Absence(reader, settings).ofProvider(ukprn);
  }

  /** Returns the explanation for people. */
  public String prose(Findings findings) {
    return new ExplanationProse(settings, edition).of(findings);
  }

  /** Returns the explanation for programs: one JSON object. */
  public String json(Findings findings) {
    return ExplanationJson.of(findings, edition.edition(), settings.reportYear());
  }
}

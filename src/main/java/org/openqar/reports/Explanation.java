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
 * Why a learner's aims count where they do. Reads what the run wrote, and lets the rules judge the
 * aims once more to show each verdict with the values that it read.
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

  /** What was found of a learner at a provider. */
  public record Findings(int ukprn, String learner, List<ExplainedAim> aims, String absence) {
    public boolean found() {
      return !aims.isEmpty();
    }
  }

  /**
   * One aim.
   *
   * @param aim its row of {@code aim}
   * @param missing why the return after its last one does not have it; empty where it does
   * @param surprises what happened that a data manager may not expect, and what can be done
   * @param leftOut why it is in no report, in one sentence; empty where it is in one
   * @param reports its verdicts, one a report type that counts it
   */
  public record ExplainedAim(
      Row aim, String missing, List<String> surprises, String leftOut, List<Verdict> reports) {}

  /**
   * An aim in one report.
   *
   * @param judged its row of {@code qar_aim}
   * @param rules every rule of the report, in order
   * @param cells the counts of its provider that it is part of
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
   * @throws org.openqar.messages.UserException if no run was made
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
   * @throws org.openqar.messages.UserException if no run was made
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

  /** Why some aims are missing from the return after their last one, by their ids. */
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

  /** Why a provider has nothing at all; empty where a return of it was found. */
  public Optional<String> unknown(int ukprn) {
    return new Absence(reader, settings).ofProvider(ukprn);
  }

  /** The explanation for people. */
  public String prose(Findings findings) {
    return new ExplanationProse(settings, edition).of(findings);
  }

  /** The same for programs: one JSON object. */
  public String json(Findings findings) {
    return ExplanationJson.of(findings, edition.edition(), settings.reportYear());
  }
}

package org.openqar.aims;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.config.Settings;
import org.openqar.matching.Providers;
import org.openqar.rules.Edition;
import org.openqar.tables.KeyRange;
import org.openqar.tables.ProviderScope;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * Links the returned records of an aim through the final returns into one logical aim, and writes
 * down what another record says about it: its restart, the next programme, the parts it takes up,
 * the learner's work and destinations, the class of the aim (qar-rules 3.2 to 3.5, 9.19, 9.25).
 * Judges nothing. How records are matched is in {@link org.openqar.matching}; here they are
 * gathered by learner, handed over and written.
 */
public final class AimsStage {
  private final TableStore store;
  private final Settings settings;
  private final Edition edition;

  public AimsStage(TableStore store, Settings settings, Edition edition) {
    this.store = store;
    this.settings = settings;
    this.edition = edition;
  }

  /** All of an edition that decides what the aims are; equal texts give equal aims. */
  public static String method(Edition edition) {
    return "%s %s %s %s %s %s %s %s"
        .formatted(
            edition.returns(),
            edition.scope().apprenticeshipProgTypes(),
            edition.match(),
            edition.breaks().r04Grace(),
            edition.endPointAssessment(),
            edition.durations(),
            edition.traineeships().destinations(),
            edition.traineeships().destinationDays(),
            GenericAims.told());
  }

  /**
   * Replaces the aims of this edition and report year.
   *
   * @param changed the providers of which other returns count than when the aims of now were made
   * @return the providers whose aims it replaced, which later stages go by: those, and all whose
   *     learners are linked with their records
   */
  public ProviderScope run(ProviderScope changed) {
    Providers providers =
        ProvidersOfRun.read(
            store.read(Tables.RETURN_FILE), store.read(Tables.PROVIDER_MERGER), settings);
    LearnerRows rows = new LearnerRows(store, settings, edition, providers);
    KeyRange all = KeyRange.of(edition.edition(), settings.reportYear());
    if (changed.some().isEmpty()) {
      replace(rows.gathered(ProviderScope.ALL, ProviderScope.ALL), providers, all);
      return ProviderScope.ALL;
    }
    LinkedProviders linked =
        LinkedProviders.in(rows, changed, store.read(Tables.AIM, all), providers);
    ProviderScope touched = linked.touched();
    replace(rows.gathered(linked.sources(touched), touched), providers, touched.in(all));
    return touched;
  }

  private void replace(Dataset<Row> gathered, Providers providers, KeyRange range) {
    Dataset<Row> matched =
        gathered.mapPartitions(
            new LearnerWalk(edition, providers, settings.reportYear()), AimRow.ENCODER);
    store.replace(
        Tables.AIM,
        ReferenceFacts.addTo(matched, store.read(Tables.LEARNING_AIM), store.read(Tables.STANDARD)),
        range);
  }
}

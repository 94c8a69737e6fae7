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
 * Links the returned records of an aim through the final returns into one logical aim, and adds
 * what other records say about it: its restart, the next programme, its earlier parts, the
 * learner's work and destinations, the class of the aim (qar-rules 3.2 to 3.5, 9.19, 9.25). Judges
 * nothing. The package {@link org.openqar.matching} matches records. This stage gathers them by
 * learner, hands them over and writes the aims.
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

  /** Describes everything in an edition that decides the aims. Equal texts give equal aims. */
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
   * @param changed the providers whose returns have changed since the present aims were made
   * @return the providers whose aims it replaced: those, and all that share learners with their
   *     records; later stages replace the same providers
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

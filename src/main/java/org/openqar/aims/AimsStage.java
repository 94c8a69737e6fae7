package org.openqar.aims;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.config.Settings;
import org.openqar.rules.Edition;
import org.openqar.tables.KeyRange;
import org.openqar.tables.ProviderScope;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * Links the returned records of an aim through the final returns into one logical aim, and writes
 * down what another record says about it: its restart, the next programme, the parts it takes up
 * (qar-rules 3.2 to 3.5). Judges nothing.
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
    return "%s %s %s %s"
        .formatted(
            edition.returns(),
            edition.match(),
            edition.breaks().r04Grace(),
            edition.endPointAssessment());
  }

  /**
   * Replaces the aims of this edition and report year.
   *
   * @param scope the providers whose aims are computed: with each of them all whose records can
   *     become part of its aims
   */
  public void run(ProviderScope scope) {
    Providers providers =
        Providers.read(
            store.read(Tables.RETURN_FILE), store.read(Tables.PROVIDER_MERGER), settings);
    Records records = new Records(scope.of(finalDeliveries()), providers);
    UnaryOperator<Dataset<Row>> rekeyed =
        Renumbering.learnt(records.select(Renumbering.READ), settings);
    UnaryOperator<Dataset<Row>> identified =
        Learners.learnt(
            rekeyed.apply(records.select(Learners.READ)), edition.match().key().value());
    UnaryOperator<Dataset<Row>> corrected =
        StartCorrections.learnt(
            identified.apply(rekeyed.apply(records.select(StartCorrections.READ))));
    Dataset<Row> chains =
        Chains.of(corrected.apply(identified.apply(rekeyed.apply(records.all()))));
    Dataset<Row> aims =
        new Siblings(edition)
            .addTo(providers.addFinalReturnYears(chains))
            .withColumns(
                Map.of(
                    "edition", lit(edition.edition()),
                    "report_year", lit(settings.reportYear())));
    store.replace(
        Tables.AIM, aims, scope.in(KeyRange.of(edition.edition(), settings.reportYear())));
  }

  private Dataset<Row> finalDeliveries() {
    return store
        .read(Tables.RETURNED_DELIVERY)
        .where(
            col("return_number")
                .equalTo(CollectionCalendar.FINAL)
                .and(
                    col("funding_year")
                        .between(settings.firstLoadedYear(), settings.lastLoadedYear())));
  }
}

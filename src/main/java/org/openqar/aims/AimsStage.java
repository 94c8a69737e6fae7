package org.openqar.aims;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.config.Settings;
import org.openqar.rules.Edition;
import org.openqar.tables.KeyRange;
import org.openqar.tables.ProviderScope;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * Links the returned records of an aim through the final returns into one logical aim, and writes
 * down what another record says about it: its restart, the next programme, the parts it takes up,
 * the learner's work and destinations, the class of the aim (qar-rules 3.2 to 3.5, 9.19, 9.25).
 * Judges nothing.
 */
public final class AimsStage {
  /** The columns of the records that what is learnt of them is learnt from. */
  private static final Set<String> LOOKED =
      Stream.of(
              Renumbering.READ,
              Learners.READ,
              Pathways.READ,
              StartCorrections.READ,
              Doubts.READ,
              Employment.READ)
          .flatMap(Stream::of)
          .collect(Collectors.toCollection(TreeSet::new));

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
            ListFacts.method(edition));
  }

  /**
   * Replaces the aims of this edition and report year.
   *
   * @param scope the providers whose aims are computed: with each of them all whose records can
   *     become part of its aims
   * @return the providers whose aims it replaced, which later stages go by
   */
  public ProviderScope run(ProviderScope scope) {
    Providers providers =
        Providers.read(
            store.read(Tables.RETURN_FILE), store.read(Tables.PROVIDER_MERGER), settings);
    try (Records records = new Records(scope.of(deliveries()), providers, LOOKED)) {
      store.replace(
          Tables.AIM,
          aims(records, providers, scope),
          scope.in(KeyRange.of(edition.edition(), settings.reportYear())));
    }
    return scope;
  }

  private Dataset<Row> aims(Records records, Providers providers, ProviderScope scope) {
    Renumbering renumbering =
        Renumbering.learnt(records.ofLearners(Renumbering.READ), providers, settings);
    UnaryOperator<Dataset<Row>> rekeyed = renumbering::applyTo;
    Dataset<Row> destinations =
        Destinations.records(loaded(Tables.RETURNED_DESTINATION, scope), providers);
    UnaryOperator<Dataset<Row>> identified =
        then(
            rekeyed,
            Learners.learnt(
                rekeyed.apply(
                    records
                        .ofLearners(Learners.READ)
                        .unionByName(Destinations.withoutUln(destinations, Learners.READ))),
                edition.match().key().value()));
    UnaryOperator<Dataset<Row>> onPathways =
        then(identified, Pathways.learnt(identified.apply(records.ofFinalReturns(Pathways.READ))));
    UnaryOperator<Dataset<Row>> keyed =
        then(
            onPathways,
            StartCorrections.learnt(
                onPathways.apply(records.ofFinalReturns(StartCorrections.READ))));
    Doubts doubts =
        Doubts.learnt(
            keyed.apply(records.inDoubt(Doubts.READ)),
            names -> keyed.apply(records.ofFinalReturns(names)),
            edition);
    UnaryOperator<Dataset<Row>> employed =
        Employment.learnt(
            records.ofFinalReturns(Employment.READ), loaded(Tables.RETURNED_LEARNER, scope));
    Dataset<Row> chains =
        new Chains(edition).of(doubts.join(keyed.apply(employed.apply(records.all()))));
    Dataset<Row> facts =
        new Siblings(edition)
            .addTo(
                Destinations.addTo(
                    renumbering.addFinalReturnYears(chains), identified.apply(destinations)));
    return new ListFacts(edition)
        .addTo(
            ReferenceFacts.addTo(
                doubts.protect(facts),
                store.read(Tables.LEARNING_AIM),
                store.read(Tables.STANDARD)))
        .withColumns(
            Map.of(
                "edition", lit(edition.edition()),
                "report_year", lit(settings.reportYear())));
  }

  /** What was returned by some providers in the final returns of the loaded years. */
  private Dataset<Row> loaded(Table returned, ProviderScope scope) {
    return scope.of(store.read(returned).where(isReturn(CollectionCalendar.FINAL, 0)));
  }

  private static UnaryOperator<Dataset<Row>> then(
      UnaryOperator<Dataset<Row>> first, UnaryOperator<Dataset<Row>> second) {
    return records -> second.apply(first.apply(records));
  }

  /** Final returns, and R04 made after each of them where the edition looks ahead (9.1). */
  private Dataset<Row> deliveries() {
    Column isFinal = isReturn(CollectionCalendar.FINAL, 0);
    return store
        .read(Tables.RETURNED_DELIVERY)
        .where(
            switch (edition.returns().lookAhead().value()) {
              case NONE -> isFinal;
              case R04 -> isFinal.or(isReturn(CollectionCalendar.LOOK_AHEAD, 1));
            });
  }

  private Column isReturn(int number, int yearsLater) {
    return col("return_number")
        .equalTo(number)
        .and(
            col("funding_year")
                .between(
                    settings.firstLoadedYear() + yearsLater,
                    settings.lastLoadedYear() + yearsLater));
  }
}

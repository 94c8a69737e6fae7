package org.openqar.measures;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.config.Settings;
import org.openqar.rules.Edition;
import org.openqar.rules.RuleBook;
import org.openqar.tables.KeyRange;
import org.openqar.tables.ProviderScope;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** Judges every aim by the rules, then counts leavers, completers and achievers. */
public final class MeasuresStage {
  private final TableStore store;
  private final Settings settings;
  private final KeyRange range;
  private final List<Integer> unreliable;
  private final RuleBook book;
  private final History history;

  public MeasuresStage(TableStore store, Settings settings, Edition edition, RuleBook book) {
    this.store = store;
    this.settings = settings;
    this.range = KeyRange.of(edition.edition(), settings.reportYear());
    this.unreliable = edition.exclusions().unreliableProviders().value();
    this.book = book;
    this.history = new History(store, settings, edition);
  }

  /** All of an edition that decides figures beside the rules that judge aims. */
  public static String method(Edition edition) {
    return "%s %s"
        .formatted(
            edition.exclusions().unreliableProviders().value(), edition.history().asPublished());
  }

  /**
   * Replaces the judged aims and the counts of this edition and report year. It adds up the
   * national counts anew from those of all providers. They include the providers that the edition
   * names unreliable, which have no counts of their own (3.9 X-UNREL).
   *
   * @param scope the providers whose aims changed
   * @param missing the years for which a provider made no final return, by UKPRN
   */
  public void run(ProviderScope scope, Map<Integer, Set<Integer>> missing) {
    KeyRange changed = scope.in(range);
    store.replace(Tables.QAR_AIM, judged(changed), changed);
    Column unreliableProvider = col("ukprn").isin(unreliable.toArray());
    store.replace(
        Tables.QAR_PROVIDER,
        history.ofProviders(
            AimCounts.byProvider(counted(changed).where(not(unreliableProvider)), range), scope),
        changed);
    Dataset<Row> counts = store.read(Tables.QAR_PROVIDER, range);
    Dataset<Row> all =
        AimCounts.typed(
            unreliable.isEmpty()
                ? counts
                : counts.unionByName(
                    AimCounts.byProvider(counted(range).where(unreliableProvider), range)),
            store.read(Tables.PROVIDER));
    store.replace(
        Tables.QAR_NATIONAL,
        history.ofNation(Absences.of(missing, all).addTo(AimCounts.national(all))),
        range);
  }

  /** Returns the aims that one of the reported years counts. */
  private Dataset<Row> counted(KeyRange of) {
    return AimCounts.counted(
        store.read(Tables.QAR_AIM, of), settings.firstReportedYear(), settings.reportYear());
  }

  private Dataset<Row> judged(KeyRange changed) {
    return new DescribedAims(store).describe(book.judge(store.read(Tables.AIM, changed)));
  }
}

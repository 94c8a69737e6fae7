package org.openqar.measures;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
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
  private final List<RuleBook> books;

  /**
   * @param books one a report type
   */
  public MeasuresStage(TableStore store, Settings settings, Edition edition, List<RuleBook> books) {
    this.store = store;
    this.settings = settings;
    this.range = KeyRange.of(edition.edition(), settings.reportYear());
    this.books = books;
  }

  /**
   * Replaces the judged aims and the counts of this edition and report year; the national ones are
   * added up anew from all providers'.
   *
   * @param scope the providers whose aims changed
   */
  public void run(ProviderScope scope) {
    KeyRange changed = scope.in(range);
    store.replace(Tables.QAR_AIM, judged(changed), changed);
    Dataset<Row> leavers =
        store
            .read(Tables.QAR_AIM, changed)
            .where(
                col("qar_status")
                    .equalTo("QAR Inclusion")
                    .and(
                        col("hybrid_end_year")
                            .between(settings.firstReportedYear(), settings.reportYear())));
    store.replace(Tables.QAR_PROVIDER, Counts.byProvider(leavers), changed);
    store.replace(
        Tables.QAR_NATIONAL,
        Counts.national(store.read(Tables.QAR_PROVIDER, range), store.read(Tables.PROVIDER)),
        range);
  }

  private Dataset<Row> judged(KeyRange changed) {
    Dataset<Row> aims = store.read(Tables.AIM, changed);
    Dataset<Row> described = new Breakdowns(store).describe(aims);
    return books.stream()
        .map(
            book ->
                book.judge(described)
                    .withColumns(
                        Map.of(
                            "report_type", lit(book.reportType().name()),
                            "timely_year", lit(null).cast("int"),
                            "timely_cohort", lit(false),
                            "timely_achiever", lit(false)))
                    .select(Tables.QAR_AIM.columns()))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }
}

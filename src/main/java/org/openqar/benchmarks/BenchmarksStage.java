package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.config.Settings;
import org.openqar.rules.Edition;
import org.openqar.tables.KeyRange;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** Where the quarters begin, and where each provider stands. */
public final class BenchmarksStage {
  private final TableStore store;
  private final Settings settings;
  private final Edition edition;

  public BenchmarksStage(TableStore store, Settings settings, Edition edition) {
    this.store = store;
    this.settings = settings;
    this.edition = edition;
  }

  /** Replaces the thresholds and places of this edition and report year. */
  public void run() {
    KeyRange range = KeyRange.of(edition.edition(), settings.reportYear());
    int minimum = settings.benchmarks().minimumLeavers();
    Dataset<Row> rates = Rates.of(ours(Tables.QAR_PROVIDER));
    store.replace(Tables.QUARTILE_THRESHOLD, Thresholds.of(rates, minimum), range);
    store.replace(
        Tables.PROVIDER_BENCHMARK,
        Positions.of(rates, ours(Tables.QUARTILE_THRESHOLD), ours(Tables.QAR_NATIONAL)),
        range);
  }

  private Dataset<Row> ours(Table table) {
    return store
        .read(table)
        .where(
            col("edition")
                .equalTo(edition.edition())
                .and(col("report_year").equalTo(settings.reportYear())));
  }
}

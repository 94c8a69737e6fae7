package org.openqar.benchmarks;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.config.Settings;
import org.openqar.rules.Edition;
import org.openqar.tables.KeyRange;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** Where the quarters begin, and where each provider stands. */
public final class BenchmarksStage {
  private final TableStore store;
  private final Settings settings;
  private final KeyRange range;

  public BenchmarksStage(TableStore store, Settings settings, Edition edition) {
    this.store = store;
    this.settings = settings;
    this.range = KeyRange.of(edition.edition(), settings.reportYear());
  }

  /** Replaces the thresholds and places of this edition and report year. */
  public void run() {
    Dataset<Row> rates = Rates.of(store.read(Tables.QAR_PROVIDER, range));
    store.replace(
        Tables.QUARTILE_THRESHOLD,
        Thresholds.of(rates, settings.benchmarks().minimumLeavers()),
        range);
    store.replace(
        Tables.PROVIDER_BENCHMARK,
        Positions.of(
            rates,
            store.read(Tables.QUARTILE_THRESHOLD, range),
            store.read(Tables.QAR_NATIONAL, range)),
        range);
  }
}

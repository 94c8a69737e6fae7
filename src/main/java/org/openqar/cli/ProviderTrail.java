package org.openqar.cli;

import java.io.PrintWriter;
import org.apache.spark.sql.SparkSession;
import org.openqar.config.Settings;
import org.openqar.reports.AimTrail;
import org.openqar.rules.Edition;
import org.openqar.rules.RuleBook;
import org.openqar.spark.Sessions;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * Writes every rule tried on all aims of a provider into {@code aim_trail}. Spark does this,
 * because the aims are many.
 */
final class ProviderTrail {
  private final Sessions sessions;
  private final Settings settings;
  private final Edition edition;
  private final RuleBook book;

  ProviderTrail(Sessions sessions, Settings settings, Edition edition, RuleBook book) {
    this.sessions = sessions;
    this.settings = settings;
    this.edition = edition;
    this.book = book;
  }

  /** Writes the table, prints where it is and returns the exit code. */
  int write(int ukprn, PrintWriter out) {
    SparkSession spark = sessions.open(settings);
    try {
      TableStore store = new TableStore(spark, settings.warehouse());
      long aims = new AimTrail(store, edition, settings.reportYear(), book).write(ukprn);
      out.println(
          "aim_trail has %d aims of provider %d, edition %s, report year %d: %s"
              .formatted(
                  aims,
                  ukprn,
                  edition.edition(),
                  settings.reportYear(),
                  store.path(Tables.AIM_TRAIL)));
      return aims > 0 ? Qar.DONE : Qar.FAILED;
    } finally {
      sessions.close(spark);
    }
  }
}

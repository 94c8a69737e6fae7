package org.openqar.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.openqar.config.Configuration;
import org.openqar.config.Settings;
import org.openqar.measures.MeasuresStage;
import org.openqar.rules.Edition;
import org.openqar.rules.ReportTypes;
import org.openqar.tables.KeyRange;
import org.openqar.tables.ProviderScope;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * One JVM that makes a warehouse with the measures of some copies of a sector, unless it is there.
 * Prints where it is and how large. Arguments: a warehouse with aims, a folder for the copies, over
 * how many providers the aims of one are spread, the number of copies.
 */
final class MeasuredCopies {
  private MeasuredCopies() {}

  public static void main(String[] arguments) throws IOException {
    Configuration configuration = new Configuration(null, Map.of());
    Settings settings = configuration.settings();
    Edition edition = configuration.edition(settings.edition(), Edition.class);
    KeyRange range = KeyRange.of(edition.edition(), settings.reportYear());
    try (SparkSession spark = BenchSession.open()) {
      SectorCopies copies = new SectorCopies(spark, range, Integer.parseInt(arguments[2]));
      Path folder = Path.of(arguments[1]);
      int number = Integer.parseInt(arguments[3]);
      TableStore store = copies.of(new TableStore(spark, arguments[0]), folder, number);
      if (!store.exists(Tables.QAR_NATIONAL)) {
        new MeasuresStage(store, settings, edition, ReportTypes.book(edition, settings.reportYear()))
            .run(ProviderScope.ALL, Map.of());
      }
      System.out.println("WAREHOUSE " + copies.folder(folder, number).resolve("warehouse"));
      System.out.printf(
          Locale.ROOT,
          "SIZE %,d providers, %,d aims%n",
          store.read(Tables.QAR_PROVIDER, range).select("ukprn").distinct().count(),
          store.read(Tables.AIM, range).count());
    }
  }
}

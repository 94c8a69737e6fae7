package org.openqar.aims;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.config.Settings;
import org.openqar.matching.Providers;
import org.openqar.matching.Providers.Merger;

/**
 * Reads which providers merged and which made final returns. There is one row for each provider, so
 * the driver can hold them.
 */
final class ProvidersOfRun {
  private ProvidersOfRun() {}

  /**
   * Reads the providers.
   *
   * @param returnFiles rows of {@code return_file}
   * @param mergerRows rows of {@code provider_merger}
   */
  static Providers read(Dataset<Row> returnFiles, Dataset<Row> mergerRows, Settings settings) {
    Map<Integer, Merger> mergers = new HashMap<>();
    for (Row row :
        mergerRows
            .where(col("from_year").leq(lit(settings.reportYear())))
            .select("old_ukprn", "new_ukprn", "from_year")
            .collectAsList()) {
      mergers.put(row.getInt(0), new Merger(row.getInt(1), row.getInt(2)));
    }
    Map<Integer, Set<Integer>> finalReturns = new HashMap<>();
    for (Row row :
        returnFiles.where(col("is_final")).select("ukprn", "funding_year").collectAsList()) {
      finalReturns.computeIfAbsent(row.getInt(0), any -> new TreeSet<>()).add(row.getInt(1));
    }
    return new Providers(
        mergers, finalReturns, settings.firstLoadedYear(), settings.lastLoadedYear());
  }
}

package org.openqar.measures;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;
import org.openqar.config.Settings;
import org.openqar.rules.Edition;
import org.openqar.tables.KeyRange;
import org.openqar.tables.ProviderScope;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * The years before the report year, for report types that keep their history as published
 * (qar-rules 8.A). Each of these years has the counts from the run of its own edition and report
 * year, whatever this edition counts there.
 */
final class History {
  private final TableStore store;
  private final Settings settings;
  private final String edition;
  private final Set<String> reportTypes;

  History(TableStore store, Settings settings, Edition edition) {
    this.store = store;
    this.settings = settings;
    this.edition = edition.edition();
    this.reportTypes = edition.history().asPublished();
  }

  /** Returns rows of {@code qar_provider} with the kept history of some providers. */
  Dataset<Row> ofProviders(Dataset<Row> counts, ProviderScope scope) {
    return kept(Tables.QAR_PROVIDER, counts, scope);
  }

  /** Returns rows of {@code qar_national} with the kept history. */
  Dataset<Row> ofNation(Dataset<Row> counts) {
    return kept(Tables.QAR_NATIONAL, counts, ProviderScope.ALL);
  }

  private Dataset<Row> kept(Table table, Dataset<Row> counts, ProviderScope scope) {
    if (reportTypes.isEmpty()) {
      return counts;
    }
    Column ofThese = col("report_type").isin(reportTypes.toArray());
    Column earlier = col("year").lt(settings.reportYear());
    Dataset<Row> all = counts.where(not(ofThese.and(earlier))).select(table.columns());
    for (int year = settings.firstReportedYear(); year < settings.reportYear(); year++) {
      KeyRange ofItsEdition = KeyRange.of(new AcademicYear(year).edition(), year);
      all =
          all.unionByName(
              store
                  .read(table, scope.in(ofItsEdition))
                  .where(ofThese.and(col("year").equalTo(year)))
                  .withColumns(
                      Map.of("edition", lit(edition), "report_year", lit(settings.reportYear())))
                  .select(table.columns()));
    }
    return all;
  }
}

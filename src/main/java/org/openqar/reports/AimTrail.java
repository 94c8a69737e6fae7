package org.openqar.reports;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.openqar.rules.Edition;
import org.openqar.rules.RuleBook;
import org.openqar.tables.KeyRange;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** Writes every rule tried on every aim of a provider to a table that analysts can query. */
public final class AimTrail {
  private static final StructType RULES =
      new StructType()
          .add("rule_id", DataTypes.StringType, false)
          .add("kind", DataTypes.StringType, false)
          .add("label", DataTypes.StringType, false)
          .add("clause", DataTypes.StringType, false)
          .add("condition", DataTypes.StringType, false);

  private final TableStore store;
  private final RuleBook book;
  private final KeyRange range;

  /**
   * @param book the rules of the edition
   */
  public AimTrail(TableStore store, Edition edition, int reportYear, RuleBook book) {
    this.store = store;
    this.book = book;
    this.range = KeyRange.of(edition.edition(), reportYear);
  }

  /**
   * Replaces the provider's rows of {@code aim_trail}.
   *
   * @return the number of aims in these rows
   * @throws org.openqar.messages.UserException if there is no run
   */
  public long write(int ukprn) {
    KeyRange ofProvider = range.ofProviders(List.of(ukprn));
    Dataset<Row> aims = store.read(Tables.AIM, ofProvider);
    Dataset<Row> tried =
        book.judge(aims)
            .select(
                col("edition"),
                col("report_year"),
                col("report_type"),
                col("aim_id"),
                col("ukprn"),
                posexplode(book.trail()).as(new String[] {"position", "tried"}));
    Dataset<Row> rules = aims.sparkSession().createDataFrame(rules(), RULES);
    store.replace(
        Tables.AIM_TRAIL,
        tried
            .join(broadcast(rules), col("tried.rule").equalTo(col("rule_id")))
            .select(
                col("edition"),
                col("report_year"),
                col("report_type"),
                col("aim_id"),
                col("ukprn"),
                col("position").plus(1).as("step"),
                col("tried.rule").as("rule"),
                col("kind"),
                col("label"),
                col("clause"),
                col("condition"),
                coalesce(col("tried.held"), lit(false)).as("held"),
                col("tried.reads").as("reads")),
        ofProvider);
    return store.read(Tables.AIM_TRAIL, ofProvider).select("aim_id").distinct().count();
  }

  private List<Row> rules() {
    return book.rules().stream()
        .map(
            rule ->
                RowFactory.create(
                    rule.id(),
                    rule.kind().label(),
                    rule.label(),
                    rule.clause().toString(),
                    book.condition(rule).text()))
        .toList();
  }
}

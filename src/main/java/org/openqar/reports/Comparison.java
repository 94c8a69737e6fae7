package org.openqar.reports;

import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.tables.KeyRange;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * What two rule sets make of the same returns. An aim of the one is an aim of the other when the
 * newest final record of both is the same: their keys may differ, their records do not.
 */
public final class Comparison {
  private static final List<String> RECORD = List.of("return_id", "learner_no", "delivery_no");
  private static final List<String> JUDGED =
      List.of("qar_status", "hybrid_end_year", "completer", "achiever", "rules_hit");

  private final Side before;
  private final Side after;

  /**
   * One rule set's results.
   *
   * @param store where its tables are
   * @param edition as the tables name it
   */
  public record Side(TableStore store, String edition, int reportYear) {
    private KeyRange range() {
      return KeyRange.of(edition, reportYear);
    }

    private Dataset<Row> rows(Table table) {
      return store.read(table, range());
    }

    /** One row an aim and report type, named by the newest final record of the aim. */
    private Dataset<Row> aims(String name) {
      Column newest =
          element_at(
              filter(
                  col("history"),
                  record ->
                      record
                          .getField("return_number")
                          .equalTo(CollectionCalendar.FINAL)
                          .and(record.getField("counts"))),
              -1);
      Dataset<Row> records =
          rows(Tables.AIM)
              .select(col("aim_id"), newest.as("newest"))
              .select(
                  col("aim_id"),
                  col("newest.return_id"),
                  col("newest.learner_no"),
                  col("newest.delivery_no"));
      Column[] judged = JUDGED.stream().map(column -> col(column)).toArray(Column[]::new);
      return rows(Tables.QAR_AIM)
          .join(records, "aim_id")
          .select(
              col("report_type"),
              col("return_id"),
              col("learner_no"),
              col("delivery_no"),
              col("aim_id"),
              col("ukprn"),
              col("learn_aim_ref"),
              struct(judged).as(name));
    }
  }

  public Comparison(Side before, Side after) {
    this.before = before;
    this.after = after;
  }

  /**
   * The aims that are judged otherwise, one row a report type: {@code report_type}, {@code ukprn},
   * {@code learn_aim_ref}, the record ({@code return_id}, {@code learner_no}, {@code delivery_no}),
   * status and year {@code before} and {@code after}, and the rules that held on one side only. The
   * status is empty where the other side alone has the aim.
   */
  public Dataset<Row> changes() {
    Dataset<Row> left = before.aims("before").alias("b");
    Dataset<Row> right = after.aims("after").alias("a");
    Column same =
        col("b.report_type")
            .equalTo(col("a.report_type"))
            .and(
                RECORD.stream()
                    .map(name -> col("b." + name).equalTo(col("a." + name)))
                    .reduce(Column::and)
                    .orElseThrow());
    Column changed =
        not(
            List.of("qar_status", "hybrid_end_year", "completer", "achiever").stream()
                .map(name -> col("before." + name).eqNullSafe(col("after." + name)))
                .reduce(Column::and)
                .orElseThrow());
    return left.join(right, same, "full_outer")
        .where(changed)
        .select(
            either("report_type"),
            either("ukprn"),
            either("learn_aim_ref"),
            either("return_id"),
            either("learner_no"),
            either("delivery_no"),
            col("before.qar_status").as("status_before"),
            col("before.hybrid_end_year").as("year_before"),
            col("after.qar_status").as("status_after"),
            col("after.hybrid_end_year").as("year_after"),
            col("before.achiever").as("achiever_before"),
            col("after.achiever").as("achiever_after"),
            rules("before", "after").as("rules_before_only"),
            rules("after", "before").as("rules_after_only"));
  }

  /** How many aims change in the same way and by the same rules, most first. */
  public static Dataset<Row> tally(Dataset<Row> changes) {
    return changes
        .groupBy(
            "report_type",
            "status_before",
            "year_before",
            "status_after",
            "year_after",
            "rules_before_only",
            "rules_after_only")
        .agg(count(lit(1)).as("aims"))
        .orderBy(
            col("aims").desc(),
            col("report_type"),
            col("status_before"),
            col("year_before"),
            col("status_after"),
            col("year_after"),
            col("rules_before_only"),
            col("rules_after_only"));
  }

  /**
   * What it does to the rates of all providers together and of each: one row a report type, year
   * and provider, without a {@code ukprn} for the nation, with leavers, achievers and rate on both
   * sides and the {@code points} between them; only those in which a count differs.
   */
  public Dataset<Row> effect() {
    Dataset<Row> national =
        rates(Tables.QAR_NATIONAL, col("provider_type").equalTo("Total"), lit(null).cast("int"));
    Dataset<Row> providers = rates(Tables.QAR_PROVIDER, lit(true), col("ukprn"));
    return national
        .unionByName(providers)
        .orderBy(col("report_type"), col("ukprn").asc_nulls_first(), col("year").desc());
  }

  private Dataset<Row> rates(Table table, Column counted, Column ukprn) {
    Dataset<Row> left = total(before.rows(table).where(counted), ukprn).alias("b");
    Dataset<Row> right = total(after.rows(table).where(counted), ukprn).alias("a");
    Column same =
        List.of("report_type", "year", "ukprn").stream()
            .map(name -> col("b." + name).eqNullSafe(col("a." + name)))
            .reduce(Column::and)
            .orElseThrow();
    return left.join(right, same, "full_outer")
        .where(
            not(
                List.of("leavers", "completers", "achievers").stream()
                    .map(name -> col("b." + name).eqNullSafe(col("a." + name)))
                    .reduce(Column::and)
                    .orElseThrow()))
        .select(
            either("report_type"),
            either("ukprn"),
            either("year"),
            coalesce(col("b.leavers"), lit(0L)).as("leavers_before"),
            coalesce(col("a.leavers"), lit(0L)).as("leavers_after"),
            coalesce(col("b.achievers"), lit(0L)).as("achievers_before"),
            coalesce(col("a.achievers"), lit(0L)).as("achievers_after"),
            col("b.achievement_rate").as("rate_before"),
            col("a.achievement_rate").as("rate_after"),
            round(col("a.achievement_rate").minus(col("b.achievement_rate")), 1).as("points"));
  }

  private static Dataset<Row> total(Dataset<Row> rows, Column ukprn) {
    return rows.where(col("measure").equalTo("overall").and(col("dimension").equalTo("total")))
        .select(
            col("report_type"),
            ukprn.as("ukprn"),
            col("year"),
            col("leavers"),
            col("completers"),
            col("achievers"),
            col("achievement_rate"));
  }

  private static Column either(String name) {
    return coalesce(col("a." + name), col("b." + name)).as(name);
  }

  private static Column rules(String of, String without) {
    Column empty = lit(new String[0]);
    return concat_ws(
        " ",
        array_except(
            coalesce(col(of + ".rules_hit"), empty), coalesce(col(without + ".rules_hit"), empty)));
  }
}

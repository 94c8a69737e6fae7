package org.openqar.aims;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.config.Settings;
import org.openqar.matching.Providers;
import org.openqar.rules.Edition;
import org.openqar.tables.ProviderScope;
import org.openqar.tables.Returned;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * Gathers what providers returned by learner. Each row is the record of an aim or a destination,
 * and the rows of one learner are adjacent. It needs one reading of the aims and one shuffle. It
 * looks up the small parts on the way: numbers that changed, and the work of learners whose aim led
 * to a job.
 */
final class LearnerRows {
  /** The places of a row's columns. */
  static final int GROUP_UKPRN = 0;

  static final int GROUP = 1;
  static final int RETURN_ID = 2;
  static final int RETURN_NUMBER = 3;
  static final int YEAR = 4;
  static final int UKPRN = 5;
  static final int LEARNER_NO = 6;

  /** Empty for a destination. */
  static final int DELIVERY_NO = 7;

  static final int KEY_UKPRN = 8;
  static final int KEY_REF = 9;
  static final int REAL_ULN = 10;
  static final int KNOWN = 11;
  static final int TEXTS = 12;
  static final int LISTS = 13;

  private static final List<String> COLUMNS =
      List.of(
          "group_ukprn",
          "group",
          "return_id",
          "return_number",
          "year",
          "ukprn",
          "learner_no",
          "delivery_no",
          "key_ukprn",
          "key_ref",
          "real_uln",
          "known",
          "texts",
          "lists");

  private final TableStore store;
  private final Settings settings;
  private final Edition edition;
  private final KnownNumbers numbers;
  private final ToldChanges told;

  LearnerRows(TableStore store, Settings settings, Edition edition, Providers providers) {
    this.store = store;
    this.settings = settings;
    this.edition = edition;
    this.numbers = new KnownNumbers(providers, edition.match());
    this.told = new ToldChanges(providers);
  }

  /**
   * Returns the changes of number in all returns, and those in the records of some aims.
   *
   * @param before rows of {@code aim} from an earlier run
   */
  Dataset<Row> changes(Dataset<Row> before) {
    return told.in(deliveries()).unionByName(told.inAims(before));
  }

  /**
   * Returns the rows. Those of one learner at one provider are adjacent in one partition.
   *
   * @param sources the providers whose returns it reads
   * @param scope the providers whose learners it gathers
   */
  Dataset<Row> gathered(ProviderScope sources, ProviderScope scope) {
    Dataset<Row> deliveries = sources.of(deliveries());
    Dataset<Row> destinations = sources.of(destinations());
    Dataset<Row> known = numbers.found(deliveries, destinations);
    Column[] columns = COLUMNS.stream().map(name -> col(name)).toArray(Column[]::new);
    Dataset<Row> ofAims =
        numbers
            .addTo(withWork(deliveries), AimColumns.key(), known)
            .withColumns(Map.of("texts", DeliveryText.all(), "lists", DeliveryList.all()))
            .select(columns);
    Dataset<Row> ofDestinations =
        numbers
            .addTo(destinations, lit(null).cast("string"), known)
            .withColumns(
                Map.of(
                    "delivery_no",
                    lit(null).cast("int"),
                    "learner_no",
                    col("destination_no"),
                    "texts",
                    array(col("learn_ref_number"), col("uln")),
                    "lists",
                    array(
                        col("dp_outcome").getField("out_type"),
                        col("dp_outcome").getField("out_code"),
                        col("dp_outcome").getField("out_start_date"))))
            .select(columns);
    return scope
        .of(ofAims.unionByName(ofDestinations), "group_ukprn")
        .repartition(col("group_ukprn"), col("group"))
        .sortWithinPartitions(
            col("group_ukprn"),
            col("group"),
            coalesce(col("known.ref"), col("key_ref")),
            get(col("texts"), lit(DeliveryText.LEARN_AIM_REF.place())),
            get(col("texts"), lit(DeliveryText.place(Returned.LEARN_START_DATE))));
  }

  private Dataset<Row> deliveries() {
    return looked(Tables.RETURNED_DELIVERY);
  }

  private Dataset<Row> destinations() {
    return looked(Tables.RETURNED_DESTINATION);
  }

  /** Reads final returns, and the R04 after each of them if the edition looks ahead (9.1, 9.18). */
  private Dataset<Row> looked(Table table) {
    Column isFinal = isReturn(CollectionCalendar.FINAL, 0);
    Column looked =
        switch (edition.returns().lookAhead().value()) {
          case NONE -> isFinal;
          case R04 -> isFinal.or(isReturn(CollectionCalendar.LOOK_AHEAD, 1));
        };
    return withYear(store.read(table).where(looked).where(Returned.identified()));
  }

  /** Adds the year. A record of R04 counts for the year before that of its return. */
  private static Dataset<Row> withYear(Dataset<Row> returned) {
    Column isFinal = col("return_number").equalTo(CollectionCalendar.FINAL);
    return returned.select(
        col("*"),
        isFinal.as("of_final_return"),
        when(isFinal, col("funding_year")).otherwise(col("funding_year").minus(lit(1))).as("year"));
  }

  /** Adds the employment records in final returns of learners whose aim led to a job (9.25). */
  private Dataset<Row> withWork(Dataset<Row> deliveries) {
    Column intoJob =
        col("of_final_return")
            .and(Returned.present(col("learn_aim_ref")))
            .and(Returned.EMP_OUTCOME.value().isNotNull());
    Dataset<Row> jobs =
        deliveries
            .where(intoJob)
            .select(col("return_id").as("job_return"), col("learner_no").as("job_learner"))
            .distinct();
    Column same =
        col("return_id")
            .equalTo(col("job_return"))
            .and(col("learner_no").equalTo(col("job_learner")));
    Dataset<Row> work =
        store
            .read(Tables.RETURNED_LEARNER)
            .where(isReturn(CollectionCalendar.FINAL, 0))
            .select("return_id", "learner_no", "learner_employment_status")
            .join(broadcast(jobs), same, "left_semi")
            .toDF("work_return", "work_learner", "learner_employment_status");
    return deliveries
        .join(
            broadcast(work),
            intoJob
                .and(col("return_id").equalTo(col("work_return")))
                .and(col("learner_no").equalTo(col("work_learner"))),
            "left")
        .drop("work_return", "work_learner");
  }

  private Column isReturn(int number, int yearsLater) {
    return col("return_number")
        .equalTo(number)
        .and(
            col("funding_year")
                .between(
                    settings.firstLoadedYear() + yearsLater,
                    settings.lastLoadedYear() + yearsLater));
  }
}

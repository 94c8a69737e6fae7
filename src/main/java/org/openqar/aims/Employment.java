package org.openqar.aims;

import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.transform;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.rules.Codes;
import org.openqar.tables.Returned;

/**
 * Out of work before the start of an aim, in work after it, by the employment records of the return
 * that a record stands in (qar-rules 3.9 X-JOB, 9.25). Looked up only for aims that led to a job,
 * which are few.
 */
final class Employment {
  /** The columns of the records that tell which led to a job. */
  static final String[] READ = {"return_id", "learner_no", "emp_outcome"};

  private Employment() {}

  /**
   * Learns who was in work when; what comes back adds {@code unemployed_before_start} and {@code
   * employed_after_start} to records.
   *
   * @param learners rows of {@code returned_learner}
   */
  static UnaryOperator<Dataset<Row>> learnt(Dataset<Row> records, Dataset<Row> learners) {
    Dataset<Row> intoJobs =
        Small.of(
            records
                .where(col("emp_outcome").isNotNull())
                .select(col("return_id").as("job_return_id"), col("learner_no").as("job_learner")));
    if (intoJobs.isEmpty()) {
      return all ->
          all.withColumns(
              Map.of("unemployed_before_start", lit(false), "employed_after_start", lit(false)));
    }
    Dataset<Row> employment =
        Small.of(
            learners
                .join(
                    broadcast(intoJobs),
                    col("return_id")
                        .equalTo(col("job_return_id"))
                        .and(col("learner_no").equalTo(col("job_learner"))),
                    "left_semi")
                .select(
                    col("return_id").as("job_return_id"),
                    col("learner_no").as("job_learner"),
                    array_min(days(Codes.LOOKING_FOR_WORK, Codes.NOT_LOOKING_FOR_WORK))
                        .as("first_without_work"),
                    array_max(days(Codes.EMPLOYED)).as("last_in_work")));
    return all ->
        all.join(
                broadcast(employment),
                col("emp_outcome")
                    .isNotNull()
                    .and(col("return_id").equalTo(col("job_return_id")))
                    .and(col("learner_no").equalTo(col("job_learner"))),
                "left")
            .withColumns(
                Map.of(
                    "unemployed_before_start",
                    coalesce(col("first_without_work").lt(col("learn_start_date")), lit(false)),
                    "employed_after_start",
                    coalesce(col("last_in_work").gt(col("learn_start_date")), lit(false))))
            .drop("job_return_id", "job_learner", "first_without_work", "last_in_work");
  }

  /** The days from which one of some statuses holds. */
  private static Column days(Integer... statuses) {
    return transform(
        filter(
            col("learner_employment_status"),
            status ->
                Returned.EMP_STAT.value(status.getField("emp_stat")).isin((Object[]) statuses)),
        status -> Returned.DATE_EMP_STAT_APP.value(status.getField("date_emp_stat_app")));
  }
}

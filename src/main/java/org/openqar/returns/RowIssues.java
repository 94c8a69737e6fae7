package org.openqar.returns;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.tables.Returned;
import org.openqar.tables.Tables;

/**
 * What is wrong with single learners and aims (qar-rules 9.11, 9.12). A value is shown only when it
 * looks like what its field holds; anything else is named by its length.
 */
final class RowIssues {
  private static final String SHORT_NUMBER = "^[0-9]{1,5}$";

  /** As people write days: never ten digits in a row, which may be a ULN or a telephone number. */
  private static final String DAY =
      "^([0-9]{4}[/-][0-9]{1,2}[/-][0-9]{1,2}|[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4})$";

  private RowIssues() {}

  static Dataset<Row> ofLearners(Dataset<Row> learners) {
    List<Column> issues = new ArrayList<>();
    issues.add(
        when(
            not(Returned.identified()),
            issue(
                "LearnRefNumber",
                lit(null).cast("string"),
                IssueCode.LEARNER_UNIDENTIFIED,
                "learner",
                "There is neither a LearnRefNumber nor a ULN that names one learner; the learner's"
                    + " aims are in no aim: return the reference number.")));
    for (Returned element : Returned.LEARNER) {
      issues.add(
          when(
              element.unreadable(col(element.column())),
              issue(
                  element.element(),
                  lit(null).cast("string"),
                  IssueCode.UNREADABLE,
                  "warning",
                  "%s must be %s; what depends on it is unknown."
                      .formatted(element.element(), element.expected()))));
    }
    return rows(
        learners
            .withColumn("delivery_no", lit(null).cast("int"))
            .withColumn("aim_seq_number", lit(null).cast("string")),
        issues);
  }

  static Dataset<Row> ofDeliveries(Dataset<Row> deliveries) {
    List<Column> issues = new ArrayList<>();
    issues.add(
        when(
            not(Returned.present(col("learn_aim_ref"))),
            issue(
                "LearnAimRef",
                lit(null).cast("string"),
                IssueCode.MISSING,
                "aim",
                "LearnAimRef is missing; the aim is in no report: return it.")));
    for (Returned element : Returned.DELIVERY) {
      Column text = col(element.column());
      issues.add(when(element.unreadable(text), unreadable(element, text)));
      if (element.required()) {
        issues.add(when(not(Returned.present(text)), missing(element)));
      }
    }
    for (Returned end : List.of(Returned.LEARN_PLAN_END_DATE, Returned.LEARN_ACT_END_DATE)) {
      issues.add(
          when(
              end.value().lt(Returned.LEARN_START_DATE.value()),
              issue(
                  end.element(),
                  shown(end, col(end.column())),
                  IssueCode.END_BEFORE_START,
                  "aim",
                  "%s lies before LearnStartDate; the aim is excluded for its data quality."
                      .formatted(end.element()))));
    }
    return rows(deliveries, issues);
  }

  private static Column unreadable(Returned element, Column text) {
    return issue(
        element.element(),
        shown(element, text),
        IssueCode.UNREADABLE,
        element.deciding() ? "aim" : "warning",
        "%s must be %s; %s".formatted(element.element(), element.expected(), consequence(element)));
  }

  private static Column missing(Returned element) {
    return issue(
        element.element(),
        lit(null).cast("string"),
        IssueCode.MISSING,
        "aim",
        "%s is missing; %s".formatted(element.element(), consequence(element)));
  }

  private static String consequence(Returned element) {
    if (element == Returned.AIM_TYPE || element == Returned.PROG_TYPE) {
      return "the aim is in no report.";
    }
    return element.deciding() ? "the aim is excluded for its data quality." : "it is left empty.";
  }

  private static Column issue(
      String field, Column value, IssueCode code, String severity, String message) {
    return struct(
        lit(field).as("field"),
        value.as("value"),
        lit(code.code()).as("code"),
        lit(severity).as("severity"),
        lit(message).as("message"));
  }

  /** A day in a field of days and a short number in a field of codes; else only the length. */
  private static Column shown(Returned element, Column text) {
    Column plain = trim(text);
    String harmless = element.reading() instanceof Returned.Reading.Day ? DAY : SHORT_NUMBER;
    return when(plain.rlike(harmless), plain)
        .otherwise(concat(lit("text of "), length(plain).cast("string"), lit(" characters")));
  }

  private static Dataset<Row> rows(Dataset<Row> rows, List<Column> issues) {
    Column any = issues.stream().map(Column::isNotNull).reduce(Column::or).orElseThrow();
    return rows.where(any)
        .withColumn("issue", explode(array_compact(array(issues.toArray(Column[]::new)))))
        .select(
            col("return_id"),
            col("source_file"),
            col("ukprn"),
            col("funding_year"),
            col("learner_no"),
            col("delivery_no"),
            col("line"),
            col("learn_ref_number"),
            when(trim(col("aim_seq_number")).rlike(SHORT_NUMBER), trim(col("aim_seq_number")))
                .as("aim_seq_number"),
            col("issue.field"),
            col("issue.value"),
            col("issue.code"),
            col("issue.severity"),
            col("issue.message"))
        .select(Tables.RETURN_ISSUE.columns());
  }
}

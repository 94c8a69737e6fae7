package org.openqar.aims;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.transform;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.rules.Codes;
import org.openqar.rules.Edition;

/**
 * What rules ask of an aim's history, destinations and earlier parts, as one value each, so that no
 * rule walks a list (3.8, 3.10, 9.15, 9.21).
 */
public final class ListFacts {
  private final Edition edition;

  public ListFacts(Edition edition) {
    this.edition = edition;
  }

  /** All of an edition that decides what these values are. */
  static String method(Edition edition) {
    return "%s %s %s %s"
        .formatted(
            edition.endPointAssessment(),
            edition.durations(),
            edition.traineeships().destinations(),
            edition.traineeships().destinationDays());
  }

  /** Adds the four columns, in place of any of these names. */
  public Dataset<Row> addTo(Dataset<Row> aims) {
    return aims.withColumns(
        Map.of(
            "first_year_reported_ended", firstYearReportedEnded(),
            "destination_date", destinationDate(),
            "earlier_days", earlierDays(),
            "programme_start_date", programmeStart()));
  }

  private Column firstYearReportedEnded() {
    Column counted = filter(col("history"), record -> record.getField("counts"));
    Column lastOpen =
        coalesce(
            array_max(
                transform(
                    filter(
                        counted,
                        record ->
                            record.getField("comp_status").isNotNull().and(not(ended(record)))),
                    ListFacts::year)),
            lit(0));
    return array_min(
        transform(
            filter(counted, record -> ended(record).and(year(record).gt(lastOpen))),
            ListFacts::year));
  }

  /** Never null. */
  private Column ended(Column record) {
    return coalesce(
            record
                .getField("comp_status")
                .isin(Codes.COMPLETED, Codes.WITHDRAWN, Codes.TRANSFERRED),
            lit(false))
        .and(not(EndPointAssessment.awaited(edition, record)));
  }

  private static Column year(Column record) {
    return record.getField("funding_year");
  }

  private Column destinationDate() {
    Object[] positive = edition.traineeships().destinations().value().toArray();
    int days = edition.traineeships().destinationDays().value();
    return array_min(
        transform(
            filter(
                col("destinations"),
                found ->
                    found
                        .getField("outcome")
                        .isin(positive)
                        .and(
                            datediff(found.getField("start_date"), col("learn_act_end_date"))
                                .between(0, days))),
            found -> found.getField("start_date")));
  }

  private Column earlierDays() {
    int ownDay = edition.durations().inclusive().value() ? 1 : 0;
    return aggregate(
        col("earlier_segments"),
        lit(0),
        (sum, part) ->
            sum.plus(
                greatest(
                    datediff(part.getField("learn_act_end_date"), part.getField("learn_start_date"))
                        .plus(lit(ownDay)),
                    lit(0))));
  }

  private static Column programmeStart() {
    return coalesce(
        col("orig_learn_start_date"),
        array_min(transform(col("earlier_segments"), part -> part.getField("learn_start_date"))),
        col("learn_start_date"));
  }
}

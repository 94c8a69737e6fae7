package org.openqar.reports;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trim;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.returns.IssueCode;
import org.openqar.tables.Returned;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * A record of a final return that is in no aim: it has no LearnAimRef, or its learner no number
 * (qar-rules 9.11, 9.12).
 *
 * @param aimId the aim that is missing from that return and that the record could be of
 * @param key what can be read of it, in the columns of {@code aim}
 * @param ofNobody whether its learner has no number, so that only the record itself tells whose it
 *     could be
 * @param place where it stands in which file
 * @param reason the sentence of {@code return_issue}, which repeats nothing of the learner
 */
record RefusedRecord(String aimId, Row key, boolean ofNobody, String place, String reason) {
  private static final List<Returned> KEY =
      List.of(
          Returned.AIM_TYPE,
          Returned.PROG_TYPE,
          Returned.STD_CODE,
          Returned.FWORK_CODE,
          Returned.PWAY_CODE,
          Returned.LEARN_START_DATE);

  private static final Column OF_NOBODY = not(Returned.identified());

  private static final StructType ASKED =
      new StructType()
          .add("asked_aim", DataTypes.StringType)
          .add("asked_year", DataTypes.IntegerType)
          .add("asked_ukprns", DataTypes.createArrayType(DataTypes.IntegerType))
          .add("asked_references", DataTypes.createArrayType(DataTypes.StringType))
          .add("asked_uln", DataTypes.StringType)
          .add("asked_birth", DataTypes.DateType)
          .add("asked_aim_ref", DataTypes.StringType)
          .add("asked_start", DataTypes.DateType);

  /**
   * The records that aims could be found in, had they been accepted: the learner's without a
   * LearnAimRef, and nobody's with the same LearnAimRef, start and, where both are known, birth
   * date.
   *
   * @param aims rows of {@code aim}, each missing from the return of the year after its last one
   */
  static List<RefusedRecord> near(TableStore store, List<Row> aims) {
    if (aims.isEmpty()) {
      return List.of();
    }
    Dataset<Row> deliveries = deliveries(store, aims);
    Dataset<Row> asked = asked(deliveries.sparkSession(), aims);
    Column ofReturn =
        col("funding_year")
            .equalTo(col("asked_year"))
            .and(array_contains(col("asked_ukprns"), col("ukprn")));
    Column sameLearner =
        coalesce(
            array_contains(col("asked_references"), trim(col("learn_ref_number")))
                .or(Returned.realUln(col("uln")).equalTo(col("asked_uln"))),
            lit(false));
    Column unnamed = not(Returned.present(col("learn_aim_ref")));
    Column sameBirth =
        coalesce(Returned.DATE_OF_BIRTH.value().equalTo(col("asked_birth")), lit(true));
    Column sameRecord =
        coalesce(
            trim(col("learn_aim_ref"))
                .equalTo(col("asked_aim_ref"))
                .and(Returned.LEARN_START_DATE.value().equalTo(col("asked_start"))),
            lit(false));
    return deliveries
        .join(
            broadcast(asked),
            ofReturn.and(
                OF_NOBODY
                    .and(sameRecord)
                    .and(sameBirth)
                    .or(not(OF_NOBODY).and(unnamed).and(sameLearner))))
        .select(shown())
        .join(issues(store), isOfRecord())
        .orderBy("source_file", "learner_no", "delivery_no")
        .collectAsList()
        .stream()
        .map(
            row ->
                new RefusedRecord(
                    row.getAs("asked_aim"),
                    row,
                    row.getAs("of_nobody"),
                    place(row),
                    row.getAs("message")))
        .toList();
  }

  /** The providers that answer for an aim: those that returned it, and the survivor. */
  static List<Integer> providers(Row aim) {
    return Stream.concat(
            Stream.of(aim.<Integer>getAs("ukprn")),
            aim.<Row>getList(aim.fieldIndex("history")).stream()
                .map(record -> record.<Integer>getAs("returned_ukprn")))
        .distinct()
        .toList();
  }

  /** The final returns in which the aims are missing. */
  private static Dataset<Row> deliveries(TableStore store, List<Row> aims) {
    Object[] ukprns = aims.stream().flatMap(aim -> providers(aim).stream()).distinct().toArray();
    return store
        .read(Tables.RETURNED_DELIVERY)
        .where(col("return_number").equalTo(CollectionCalendar.FINAL))
        .where(col("ukprn").isin(ukprns))
        .where(
            col("funding_year").isin(aims.stream().map(RefusedRecord::year).distinct().toArray()));
  }

  private static int year(Row aim) {
    return aim.<Integer>getAs("last_year_returned") + 1;
  }

  /** One row an aim. As literals, numbers of learners would stand in plans, and so in logs. */
  private static Dataset<Row> asked(SparkSession spark, List<Row> aims) {
    return spark.createDataFrame(
        aims.stream()
            .map(
                aim ->
                    RowFactory.create(
                        aim.getAs("aim_id"),
                        year(aim),
                        providers(aim).toArray(),
                        aim.<Row>getList(aim.fieldIndex("history")).stream()
                            .map(record -> record.<String>getAs("learn_ref_number"))
                            .distinct()
                            .toArray(),
                        aim.getAs("uln"),
                        aim.getAs("date_of_birth"),
                        aim.getAs("learn_aim_ref"),
                        aim.getAs("learn_start_date")))
            .toList(),
        ASKED);
  }

  private static Column[] shown() {
    List<Column> columns = new ArrayList<>();
    for (String name : List.of("asked_aim", "return_id", "learner_no", "delivery_no")) {
      columns.add(col(name));
    }
    columns.add(OF_NOBODY.as("of_nobody"));
    columns.add(trim(col("learn_aim_ref")).as("learn_aim_ref"));
    KEY.forEach(element -> columns.add(element.value().as(element.column())));
    return columns.toArray(Column[]::new);
  }

  /** Why records, or all those of a learner, are in no aim. */
  static Dataset<Row> issues(TableStore store) {
    Column refusal =
        col("code")
            .equalTo(IssueCode.LEARNER_UNIDENTIFIED.code())
            .or(
                col("code")
                    .equalTo(IssueCode.MISSING.code())
                    .and(col("field").equalTo("LearnAimRef")));
    return store
        .read(Tables.RETURN_ISSUE)
        .where(refusal)
        .select(
            col("return_id").as("issue_return"),
            col("funding_year").as("issue_year"),
            col("learner_no").as("issue_learner"),
            col("delivery_no").as("issue_delivery"),
            col("source_file"),
            col("message"));
  }

  private static Column isOfRecord() {
    return col("return_id")
        .equalTo(col("issue_return"))
        .and(col("learner_no").equalTo(col("issue_learner")))
        .and(
            col("of_nobody")
                .and(col("issue_delivery").isNull())
                .or(col("delivery_no").equalTo(col("issue_delivery"))));
  }

  private static String place(Row row) {
    String file = row.getAs("source_file");
    return "learner %d, aim %d of %s"
        .formatted(
            row.<Long>getAs("learner_no"),
            row.<Integer>getAs("delivery_no"),
            file.substring(file.lastIndexOf('/') + 1));
  }
}

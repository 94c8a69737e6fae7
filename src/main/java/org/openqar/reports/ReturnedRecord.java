package org.openqar.reports;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.openqar.tables.Returned;
import org.openqar.tables.Tables;

/**
 * A learning delivery as returned, which decides whether it could be the record of an aim.
 *
 * @param row a row with {@link #COLUMNS}
 */
record ReturnedRecord(Row row) {
  private static final String LEARN_AIM_REF = "learn_aim_ref";

  /** The numbers of the key. */
  private static final List<Returned> NUMBERS =
      List.of(
          Returned.AIM_TYPE,
          Returned.PROG_TYPE,
          Returned.STD_CODE,
          Returned.FWORK_CODE,
          Returned.PWAY_CODE);

  private static final StructType KEY_OF_AIM =
      new StructType(
          Stream.concat(
                  Stream.of(LEARN_AIM_REF, Returned.LEARN_START_DATE.column()),
                  NUMBERS.stream().map(Returned::column))
              .map(name -> DataTypes.createStructField(name, Tables.AIM.field(name).type(), true))
              .toArray(StructField[]::new));

  static final List<String> COLUMNS = columns();

  /** Whether its learner has no number. */
  boolean isOfNobody() {
    return plain("learn_ref_number") == null && realUln() == null;
  }

  /**
   * Whether the record could belong to an aim. Either it is a record of the aim's learner without a
   * LearnAimRef, or it is nobody's, has the aim's LearnAimRef and start, and no birth date
   * contradicts this.
   */
  boolean couldBe(Row aim) {
    return isOfNobody()
        ? isSameRecord(aim) && isSameBirth(aim)
        : plain(LEARN_AIM_REF) == null && isSameLearner(aim);
  }

  /** Whether an issue of its learner is the reason why the record is in no aim. */
  boolean isRefusedBy(Row issue) {
    Integer delivery = issue.getAs("delivery_no");
    return delivery == null ? isOfNobody() : delivery == deliveryNo();
  }

  /** Returns the readable parts of the record, in the columns of {@code aim}. */
  Row key() {
    List<Object> values = new ArrayList<>();
    values.add(plain(LEARN_AIM_REF));
    values.add(day(Returned.LEARN_START_DATE));
    NUMBERS.forEach(element -> values.add(element.number(row.getAs(element.column()))));
    return new GenericRowWithSchema(values.toArray(), KEY_OF_AIM);
  }

  long learnerNo() {
    return row.<Long>getAs("learner_no");
  }

  int deliveryNo() {
    return row.<Integer>getAs("delivery_no");
  }

  private boolean isSameRecord(Row aim) {
    Object start = day(Returned.LEARN_START_DATE);
    return aim.getAs(LEARN_AIM_REF).equals(plain(LEARN_AIM_REF))
        && start != null
        && start.equals(aim.getAs("learn_start_date"));
  }

  private boolean isSameBirth(Row aim) {
    Object here = day(Returned.DATE_OF_BIRTH);
    Object there = aim.getAs("date_of_birth");
    return here == null || there == null || here.equals(there);
  }

  private boolean isSameLearner(Row aim) {
    String reference = plain("learn_ref_number");
    return reference != null
            && aim.<Row>getList(aim.fieldIndex("history")).stream()
                .anyMatch(record -> reference.equals(record.getAs("learn_ref_number")))
        || realUln() != null && realUln().equals(aim.getAs("uln"));
  }

  private String realUln() {
    return Returned.realUln(row.<String>getAs("uln"));
  }

  private String plain(String column) {
    return Returned.plain(row.getAs(column));
  }

  private Date day(Returned element) {
    LocalDate day = Returned.day(row.getAs(element.column()));
    return day == null ? null : Date.valueOf(day);
  }

  private static List<String> columns() {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "return_id",
                "funding_year",
                "ukprn",
                "learner_no",
                "delivery_no",
                "learn_ref_number",
                "uln",
                LEARN_AIM_REF,
                Returned.DATE_OF_BIRTH.column(),
                Returned.LEARN_START_DATE.column()));
    NUMBERS.forEach(element -> columns.add(element.column()));
    return List.copyOf(columns);
  }
}

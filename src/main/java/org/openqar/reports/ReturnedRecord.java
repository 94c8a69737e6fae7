package org.openqar.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.openqar.tables.Returned;
import org.openqar.tables.Tables;

/**
 * A learning delivery as it was returned, and whether it could be the record of an aim.
 *
 * @param row with {@link #COLUMNS}
 */
record ReturnedRecord(Row row) {
  private static final String LEARN_AIM_REF = "learn_aim_ref";

  private static final List<Returned> KEY =
      List.of(
          Returned.AIM_TYPE,
          Returned.PROG_TYPE,
          Returned.STD_CODE,
          Returned.FWORK_CODE,
          Returned.PWAY_CODE,
          Returned.LEARN_START_DATE);

  private static final StructType KEY_OF_AIM =
      new StructType(
          Stream.concat(Stream.of(LEARN_AIM_REF), KEY.stream().map(Returned::column))
              .map(name -> DataTypes.createStructField(name, Tables.AIM.field(name).type(), true))
              .toArray(StructField[]::new));

  static final List<String> COLUMNS = columns();

  /** Whether its learner has no number. */
  boolean isOfNobody() {
    return !Returned.isPresent(text("learn_ref_number")) && !Returned.isRealUln(text("uln"));
  }

  /**
   * Whether it could be of an aim: as the aim's learner's record without a LearnAimRef, or as
   * nobody's with the aim's LearnAimRef and start that no birth date speaks against.
   */
  boolean couldBe(Row aim) {
    return isOfNobody()
        ? isSameRecord(aim) && isSameBirth(aim)
        : !Returned.isPresent(text(LEARN_AIM_REF)) && isSameLearner(aim);
  }

  /** Whether an issue of its learner is the one for which it is in no aim. */
  boolean isRefusedBy(Row issue) {
    Integer delivery = issue.getAs("delivery_no");
    return delivery == null ? isOfNobody() : delivery == deliveryNo();
  }

  /** What can be read of it, in the columns of {@code aim}. */
  Row key() {
    List<Object> values = new ArrayList<>();
    values.add(plain(LEARN_AIM_REF));
    KEY.forEach(element -> values.add(value(element)));
    return new GenericRowWithSchema(values.toArray(), KEY_OF_AIM);
  }

  long learnerNo() {
    return row.<Long>getAs("learner_no");
  }

  int deliveryNo() {
    return row.<Integer>getAs("delivery_no");
  }

  private boolean isSameRecord(Row aim) {
    Object start = value(Returned.LEARN_START_DATE);
    return aim.getAs(LEARN_AIM_REF).equals(plain(LEARN_AIM_REF))
        && start != null
        && start.equals(aim.getAs("learn_start_date"));
  }

  private boolean isSameBirth(Row aim) {
    Object here = value(Returned.DATE_OF_BIRTH);
    Object there = aim.getAs("date_of_birth");
    return here == null || there == null || here.equals(there);
  }

  private boolean isSameLearner(Row aim) {
    String reference = plain("learn_ref_number");
    return reference != null
            && aim.<Row>getList(aim.fieldIndex("history")).stream()
                .anyMatch(record -> reference.equals(record.getAs("learn_ref_number")))
        || Returned.isRealUln(text("uln")) && Objects.equals(plain("uln"), aim.getAs("uln"));
  }

  private Object value(Returned element) {
    return element.valueOf(text(element.column()));
  }

  /** Without blanks at its ends; null where there is none. */
  private String plain(String column) {
    UTF8String text = text(column);
    return text == null ? null : text.trim().toString();
  }

  private UTF8String text(String column) {
    return UTF8String.fromString(row.getAs(column));
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
                Returned.DATE_OF_BIRTH.column()));
    KEY.forEach(element -> columns.add(element.column()));
    return List.copyOf(columns);
  }
}

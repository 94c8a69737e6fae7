package org.openqar.aims;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.openqar.matching.Ending;
import org.openqar.matching.Precedence;
import org.openqar.matching.Said;
import org.openqar.rules.Codes;
import org.openqar.tables.Returned;

/** The part of a returned aim that a move between providers needs (qar-rules 3.3). */
final class AimColumns {
  private AimColumns() {}

  /** The texts that it reads, by their columns. */
  static final List<String> TEXTS =
      List.of(
          "learn_aim_ref",
          Returned.AIM_TYPE.column(),
          Returned.LEARN_START_DATE.column(),
          Returned.PROG_TYPE.column(),
          Returned.STD_CODE.column(),
          Returned.FWORK_CODE.column(),
          Returned.PWAY_CODE.column(),
          Returned.COMP_STATUS.column(),
          Returned.WITHDRAW_REASON.column(),
          Returned.OUTCOME.column(),
          Returned.LEARN_ACT_END_DATE.column(),
          Returned.AIM_SEQ_NUMBER.column());

  /**
   * Returns the match key of a record as one text: AimType (5 as 4), LearnAimRef, ProgType,
   * standard or framework and pathway (blank as 0), LearnStartDate. Null if a part is unreadable.
   */
  static Column key() {
    Column type = Returned.AIM_TYPE.value();
    Column programme = Returned.PROG_TYPE.value();
    Column standard = coalesce(programme.equalTo(Codes.APPRENTICESHIP_STANDARD), lit(false));
    return concat(
        when(type.equalTo(Codes.CORE_AIM), lit(Codes.COURSE)).otherwise(type),
        lit(" "),
        nullif(trim(col("learn_aim_ref")), lit("")),
        lit(" "),
        orBlank(Returned.PROG_TYPE),
        lit(" "),
        when(standard, orBlank(Returned.STD_CODE))
            .otherwise(concat(orBlank(Returned.FWORK_CODE), lit("/"), orBlank(Returned.PWAY_CODE))),
        lit(" "),
        Returned.LEARN_START_DATE.value());
  }

  /** Returns a number: 0 if blank, null if unreadable. */
  private static Column orBlank(Returned element) {
    return when(
        not(element.unreadable(col(element.column()))),
        coalesce(element.value(), lit(0)).cast(DataTypes.StringType));
  }

  /** Returns the key and all else that {@link #said} needs. */
  static Column moveColumns() {
    Column end = Returned.LEARN_ACT_END_DATE.value();
    return struct(
        key().as("key"),
        Returned.COMP_STATUS.value().as("comp_status"),
        Returned.WITHDRAW_REASON.value().as("withdraw_reason"),
        Returned.OUTCOME.value().as("outcome"),
        end.isNotNull().as("ended"),
        coalesce(end.equalTo(Returned.LEARN_START_DATE.value()), lit(false)).as("on_first_day"),
        Returned.AIM_SEQ_NUMBER.value().as("sequence"));
  }

  /**
   * Returns the aim of a row of {@link #moveColumns}; null if its key is unreadable.
   *
   * @param own whether the provider that the number belongs to returned the aim
   */
  static Said.Aim said(Row aim, boolean own, String reference) {
    if (aim == null || aim.isNullAt(0)) {
      return null;
    }
    Ending ending = new Ending(number(aim, 1), number(aim, 2), number(aim, 3));
    return new Said.Aim(
        aim.getString(0),
        ending,
        Precedence.of(
            ending, own, aim.getBoolean(4), aim.getBoolean(5), number(aim, 6), reference));
  }

  private static Integer number(Row row, int place) {
    return row.isNullAt(place) ? null : row.getInt(place);
  }
}

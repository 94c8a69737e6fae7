package org.openqar.aims;

import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * The texts that the stage reads of a returned aim, by their columns. Rows have them in this order.
 */
enum DeliveryText {
  LEARN_REF_NUMBER,
  ULN,
  PREV_UKPRN,
  PREV_LEARN_REF_NUMBER,
  LEARN_AIM_REF,
  AIM_TYPE,
  AIM_SEQ_NUMBER,
  LEARN_START_DATE,
  ORIG_LEARN_START_DATE,
  LEARN_PLAN_END_DATE,
  FUND_MODEL,
  PROG_TYPE,
  FWORK_CODE,
  PWAY_CODE,
  STD_CODE,
  PARTNER_UKPRN,
  EMP_OUTCOME,
  COMP_STATUS,
  LEARN_ACT_END_DATE,
  WITHDRAW_REASON,
  OUTCOME,
  ACH_DATE,
  DATE_OF_BIRTH,
  SEX,
  ETHNICITY,
  LLDD_HEALTH_PROB,
  DEL_LOC_POST_CODE,
  POSTCODE_PRIOR,
  CAMP_ID;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns all texts in one column. Handing over one list costs less than many columns. */
  static Column all() {
    return functions.array(
        Arrays.stream(values()).map(text -> functions.col(text.column())).toArray(Column[]::new));
  }
}

package org.openqar.aims;

import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** The texts of a returned aim that are read, by their columns; their order is that of the rows. */
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

  /** All of them in one column, as rows are handed over: one list costs less than many columns. */
  static Column all() {
    return functions.array(
        Arrays.stream(values()).map(text -> functions.col(text.column())).toArray(Column[]::new));
  }
}

package org.openqar.aims;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * The lists that the stage reads of a returned aim. Each nested element has one list for each
 * field, side by side. Rows have the lists in this order.
 */
enum DeliveryList {
  FAM_TYPE("learning_delivery_fam", "learn_del_fam_type"),
  FAM_CODE("learning_delivery_fam", "learn_del_fam_code"),
  FAM_FROM("learning_delivery_fam", "learn_del_fam_date_from"),
  FIN_TYPE("app_fin_record", "a_fin_type"),
  FIN_CODE("app_fin_record", "a_fin_code"),
  FIN_AMOUNT("app_fin_record", "a_fin_amount"),
  LEARNER_OCCUR("provider_spec_learner_monitoring", "prov_spec_learn_mon_occur"),
  LEARNER_CODE("provider_spec_learner_monitoring", "prov_spec_learn_mon"),
  DELIVERY_OCCUR("provider_spec_delivery_monitoring", "prov_spec_del_mon_occur"),
  DELIVERY_CODE("provider_spec_delivery_monitoring", "prov_spec_del_mon"),
  PRIOR_LEVEL("prior_attain", "prior_level"),
  PRIOR_FROM("prior_attain", "date_level_app"),
  EMP_STAT("learner_employment_status", "emp_stat"),
  EMP_FROM("learner_employment_status", "date_emp_stat_app");

  private final String element;
  private final String field;

  DeliveryList(String element, String field) {
    this.element = element;
    this.field = field;
  }

  /** Returns all lists in one column. */
  static Column all() {
    return functions.array(
        Arrays.stream(values())
            .map(list -> functions.col(list.element).getField(list.field))
            .toArray(Column[]::new));
  }
}

package org.openqar.aims;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.openqar.rules.Codes;
import org.openqar.rules.Edition;

/** Records that say completed and wait for an end-point assessment all the same (9.16). */
final class EndPointAssessment {
  private EndPointAssessment() {}

  /** What all records of an aim have in common and its history does not tell. */
  private static final List<String> KEY = List.of("aim_type", "prog_type");

  /** Whether a record of the aim's history waits for its assessment. Never null. */
  static Column awaited(Edition edition, Column record) {
    return awaited(edition, name -> KEY.contains(name) ? col(name) : record.getField(name));
  }

  /**
   * Whether a returned record waits for its assessment. Never null.
   *
   * @param record its values by column
   */
  static Column awaited(Edition edition, Function<String, Column> record) {
    Edition.EndPointAssessment assessment = edition.endPointAssessment();
    if (!assessment.applies().value() || !assessment.acceptCompleted().value()) {
      return lit(false);
    }
    return coalesce(
        record
            .apply("aim_type")
            .equalTo(Codes.PROGRAMME_AIM)
            .and(record.apply("prog_type").equalTo(Codes.APPRENTICESHIP_STANDARD))
            .and(record.apply("comp_status").equalTo(Codes.COMPLETED))
            .and(record.apply("outcome").equalTo(Codes.OUTCOME_NOT_YET_KNOWN))
            .and(record.apply("ach_date").isNull())
            .and(
                record
                    .apply("learn_act_end_date")
                    .geq(lit(Date.valueOf(assessment.from().value())))),
        lit(false));
  }
}

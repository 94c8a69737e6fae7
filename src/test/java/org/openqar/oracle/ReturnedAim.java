package org.openqar.oracle;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One aim in one return, text as returned, with what its learner's record says beside it.
 *
 * @param ukprn the provider that made the return
 * @param year the academic year of the return: 2024 is 2024/25
 * @param returnNumber 14 for the final return, 4 for R04
 * @param learnerNo which learner of the return it belongs to
 * @param learner elements of the learner by name
 * @param learnerFams LearnerFAM types and codes, such as {@code NLM 18}
 * @param delivery elements of the learning delivery by name
 * @param fams LearnDelFAM types and codes, such as {@code RES 1}, {@code LDM 034}
 * @param employment the learner's employment records
 * @param payments the aim's AppFinRecords
 */
record ReturnedAim(
    int ukprn,
    int year,
    int returnNumber,
    int learnerNo,
    Map<String, String> learner,
    Set<String> learnerFams,
    Map<String, String> delivery,
    Set<String> fams,
    List<Employment> employment,
    List<Payment> payments) {

  static final int FINAL = 14;
  static final int LOOK_AHEAD = 4;

  /** A LearnerEmploymentStatus. */
  record Employment(String empStat, String from) {}

  /** An AppFinRecord. */
  record Payment(String type, String code, String amount) {}

  boolean isFinal() {
    return returnNumber == FINAL;
  }
}

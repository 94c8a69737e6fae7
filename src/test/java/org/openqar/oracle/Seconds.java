package org.openqar.oracle;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Second records of an aim in one return (3.4). */
final class Seconds {
  private Seconds() {}

  /** A second record of an aim, beside one. */
  static Map<String, String> of(
      Map<String, String> told, Story.Double how, Map<String, String> beside, LocalDate ach) {
    Map<String, String> second = new LinkedHashMap<>(told);
    LocalDate begun = LocalDate.parse(told.get("LearnStartDate"));
    LocalDate on = Life.notBefore(begun, LocalDate.of(how.year(), 10, 9));
    switch (how.what()) {
      case IN_LEARNING -> Life.reopen(second);
      case CLOSED_WITH_40 -> withdrawn(second, 40, on);
      case CLOSED_WITH_7 -> withdrawn(second, 7, on);
      case CLOSED_WITH_47 -> withdrawn(second, 47, on);
      case CLOSED_IN_OLD_CODE -> Life.ends(second, 4, 3, on);
      case CLOSED_ON_ITS_FIRST_DAY -> withdrawn(second, 98, begun);
      case WITHDRAWN -> withdrawn(second, 98, on.plusDays(1));
      case ACHIEVED -> {
        Life.ends(second, 2, 1, on);
        if (ach != null) {
          second.put("AchDate", ach.toString());
        }
      }
      case OTHER_FUNDING -> second.put("FundModel", "99");
    }
    switch (how.sequence()) {
      case HIGHER -> second.put("AimSeqNumber", "29");
      case LOWER -> second.put("AimSeqNumber", "0");
      case MISSING -> second.put("AimSeqNumber", "");
      case UNREADABLE -> second.put("AimSeqNumber", "x");
      case EQUAL ->
          second.put(isDecided(second, beside) ? Life.SAME_SEQUENCE : "AimSeqNumber", "29");
    }
    return second;
  }

  /** Whether 3.4 tells two records apart without their numbers. */
  private static boolean isDecided(Map<String, String> one, Map<String, String> other) {
    return closes(one) != closes(other)
        || "1".equals(one.get("Outcome")) != "1".equals(other.get("Outcome"))
        || (Seen.dayOf(one.get("LearnActEndDate")) == null)
            != (Seen.dayOf(other.get("LearnActEndDate")) == null);
  }

  private static boolean closes(Map<String, String> record) {
    return "4".equals(record.get("CompStatus"))
        || ("3".equals(record.get("CompStatus"))
            && (Set.of("7", "40", "47").contains(record.getOrDefault("WithdrawReason", ""))
                || Objects.equals(record.get("LearnActEndDate"), record.get("LearnStartDate"))));
  }

  private static void withdrawn(Map<String, String> record, int reason, LocalDate on) {
    Life.ends(record, 3, 3, on);
    record.put("WithdrawReason", String.valueOf(reason));
  }
}

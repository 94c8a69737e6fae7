package org.openqar.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a story's training is called in a return. */
final class Programmes {
  private static final List<String> GENERIC_AIMS =
      List.of("ZWRKX001", "ZWRKX002", "ZWRKX003", "Z0007836", "Z0002347", "ZESF0001");
  private static final List<Integer> APPRENTICESHIP_FUNDS =
      List.of(36, 36, 36, 36, 36, 36, 35, 81, 81, 99, 37, 36);
  private static final List<Integer> OTHER_FUNDS =
      List.of(35, 35, 35, 38, 38, 25, 25, 99, 10, 11, 82, 70);

  private Programmes() {}

  /** The elements that tell which training it is. */
  static Map<String, String> returned(Story.Aim aim, Story.Training training, int year) {
    Map<String, String> record = new LinkedHashMap<>();
    int code = training.code();
    boolean core = (training.pathway() == 2) != aim.noise().otherAimType().contains(year);
    String course = core ? "5" : "4";
    List<Integer> funds =
        Set.of(
                    Story.Kind.STANDARD,
                    Story.Kind.STANDARD_COMPONENT,
                    Story.Kind.FRAMEWORK,
                    Story.Kind.FRAMEWORK_COMPONENT)
                .contains(training.kind())
            ? APPRENTICESHIP_FUNDS
            : OTHER_FUNDS;
    int fund = funds.get(training.fundModel());
    switch (training.kind()) {
      case STANDARD -> {
        put(record, "ZPROG001", "1", "25");
        record.put("StdCode", String.valueOf(101 + code));
      }
      case STANDARD_COMPONENT -> {
        put(record, "5000000" + code, "3", "25");
        record.put("StdCode", String.valueOf(101 + code));
      }
      case FRAMEWORK -> {
        put(record, "ZPROG001", "1", code == 0 ? "2" : "3");
        framework(record, aim, training, year);
      }
      case FRAMEWORK_COMPONENT -> {
        put(record, "5000000" + code, "3", code == 0 ? "2" : "3");
        framework(record, aim, training, year);
      }
      case COURSE -> put(record, "6000000" + code, course, null);
      case GENERIC_COURSE ->
          put(record, GENERIC_AIMS.get(code * 2 + training.pathway() - 1), course, null);
      case TRAINEESHIP -> put(record, "ZPROG001", "1", "24");
      case TRAINEESHIP_COMPONENT -> put(record, "5000000" + code, "3", "24");
      case T_LEVEL -> put(record, "ZPROG001", "1", "31");
      case T_LEVEL_COURSE -> put(record, "6000000" + code, course, "31");
      case TRANSITION_COURSE -> put(record, "ZTPR000" + code, course, "30");
      case APPRENTICESHIP_UNIT -> {
        put(record, "6000000" + code, "4", "34");
        fund = 39;
      }
    }
    record.put("FundModel", String.valueOf(fund));
    return record;
  }

  private static void framework(
      Map<String, String> record, Story.Aim aim, Story.Training training, int year) {
    record.put("FworkCode", "420");
    if (!aim.noise().withoutPathway().contains(year)) {
      record.put("PwayCode", String.valueOf(training.pathway()));
    } else if (year % 2 == 0) {
      record.put("PwayCode", "0");
    }
  }

  private static void put(
      Map<String, String> record, String learnAimRef, String aimType, String progType) {
    record.put("LearnAimRef", learnAimRef);
    record.put("AimType", aimType);
    if (progType != null) {
      record.put("ProgType", progType);
    }
  }
}

package org.openqar.oracle;

import java.util.Locale;
import java.util.Set;

/** The five reports and the aims that are in them (3.1), named as the tables name them. */
enum ReportType {
  APPRENTICESHIP,
  APPRENTICESHIP_COMPONENT,
  EDUCATION_AND_TRAINING,
  TRAINEESHIP,
  TRAINEESHIP_COMPONENT;

  private static final Set<Integer> APPRENTICESHIPS = Set.of(2, 3, 10, 20, 21, 22, 23, 25);
  private static final int TRAINEESHIPS = 24;
  private static final Set<Integer> T_LEVELS = Set.of(30, 31);

  boolean isApprenticeship() {
    return this == APPRENTICESHIP || this == APPRENTICESHIP_COMPONENT;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether its programme is an apprenticeship (3.1). */
  static boolean isOfApprenticeship(Seen aim) {
    return aim.progType != null && APPRENTICESHIPS.contains(aim.progType);
  }

  /** Whether an aim is in the report; a FundModel that cannot be read leaves it in (9.11). */
  boolean includes(Seen aim, Switches switches) {
    boolean apprenticeship = isOfApprenticeship(aim);
    boolean tLevel = aim.progType != null && T_LEVELS.contains(aim.progType);
    boolean traineeship = aim.progType != null && aim.progType == TRAINEESHIPS;
    boolean programme = aim.aimType == 1;
    boolean apprenticeshipFund =
        aim.fundModel == null || Set.of(35, 36, 81, 99).contains(aim.fundModel);
    return switch (this) {
      case APPRENTICESHIP -> apprenticeship && programme && apprenticeshipFund;
      case APPRENTICESHIP_COMPONENT -> apprenticeship && !programme && apprenticeshipFund;
      case TRAINEESHIP -> traineeship && programme;
      case TRAINEESHIP_COMPONENT -> traineeship && !programme;
      case EDUCATION_AND_TRAINING ->
          !apprenticeship
              && !traineeship
              && (!tLevel || switches.tLevels)
              && aim.aimType >= 4
              && educationFund(aim);
    };
  }

  private static boolean educationFund(Seen aim) {
    if (aim.fundModel == null) {
      return true;
    }
    return switch (aim.fundModel) {
      case 25, 35, 38, 81, 82 -> true;
      case 99 -> aim.source.fams().contains("ADL 1");
      default -> false;
    };
  }
}

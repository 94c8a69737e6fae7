package org.openqar.rules.apprenticeships;

import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.anyOf;
import static org.openqar.rules.Condition.not;
import static org.openqar.rules.Rule.rule;

import org.openqar.rules.Codes;
import org.openqar.rules.Condition;
import org.openqar.rules.Kind;
import org.openqar.rules.Rule;
import org.openqar.rules.Terms;

/** The candidate year that only apprenticeship programmes have (qar-rules 3.8). */
final class EndYear {
  private EndYear() {}

  static final Rule ACHIEVEMENT =
      rule("APP-YEAR-03", Kind.END_YEAR)
          .label("Year of the achievement of a standard")
          .clause(
              "3.8 (a), 8.5, 9.17",
              "achievement year of a completed or achieved apprenticeship standard")
          .when(EndYear::achievementDateCounts)
          .gives("achievement_year", Terms::achievementYear)
          .because(
              "A standard is achieved at its end-point assessment, after the training. A date on a"
                  + " withdrawal says nothing.");

  /**
   * Whether the achievement date counts: only if the aim is completed or achieved, and never if the
   * training ended while the ILR introduced the field.
   */
  private static Condition achievementDateCounts(Terms t) {
    return allOf(
        ofProgramme(t),
        anyOf(t.compStatus().is(Codes.COMPLETED), t.outcome().is(Codes.ACHIEVED)),
        not(t.actualEndYear().in(t.edition().hybridEndYear().achDateNotForEndYears().value())));
  }

  private static Condition ofProgramme(Terms t) {
    return switch (t.edition().hybridEndYear().achDate().value()) {
      case NONE -> Condition.never();
      case STANDARDS -> achievedStandard(t);
      case FM36_STANDARDS -> allOf(achievedStandard(t), t.fundModel().is(Codes.APPRENTICESHIPS));
      case ALL_PROGRAMME -> achievedProgramme(t);
    };
  }

  private static Condition achievedStandard(Terms t) {
    return allOf(t.progType().is(Codes.APPRENTICESHIP_STANDARD), achievedProgramme(t));
  }

  private static Condition achievedProgramme(Terms t) {
    return allOf(t.aimType().is(Codes.PROGRAMME_AIM), t.achievementYear().known());
  }
}

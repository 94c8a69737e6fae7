package org.openqar.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The fields that every aim has and that affect no answer.
 *
 * @param components one or two qualifications within the programme
 * @param plannedHours PHours
 * @param contractType LearnDelFAM ACT, 1 or 2
 * @param fullyFunded LearnDelFAM FFI, 1 fully or 2 co-funded
 * @param trainingPrice AppFinRecord TNP 1
 * @param assessmentPrice AppFinRecord TNP 2
 * @param assessor EPAOrgID
 * @param monitoring LearnDelFAM LDM, null without one
 * @param softwareAimId SWSupAimId
 */
record AimDetails(
    List<LearningAim> components,
    int plannedHours,
    int contractType,
    int fullyFunded,
    int trainingPrice,
    int assessmentPrice,
    String assessor,
    String monitoring,
    String softwareAimId) {

  static AimDetails draw(Dice dice, SimulatedProgramme programme) {
    List<LearningAim> components = new ArrayList<>();
    components.add(dice.pick(LearningAim.KNOWLEDGE));
    if (dice.percent(45)) {
      components.add(dice.pick(LearningAim.FUNCTIONAL_SKILLS));
    }
    int price = programme.level() * dice.between(9, 30) * 100;
    return new AimDetails(
        List.copyOf(components),
        dice.between(28, 60) * 10,
        dice.percent(62) ? 1 : 2,
        dice.percent(35) ? 1 : 2,
        price,
        price / 5,
        "EPA%04d".formatted(dice.between(9000, 9049)),
        dice.percent(8) ? "%03d".formatted(dice.between(356, 363)) : null,
        new UUID(dice.bits(), dice.bits()).toString());
  }
}

package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.NOT_APPLICABLE;
import static org.openqar.breakdowns.Breakdown.breakdown;
import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.not;
import static org.openqar.rules.Value.column;
import static org.openqar.rules.Value.text;

import org.openqar.rules.Term;

/** The standard or framework of the aim. A component takes that of its programme. */
public final class Programme {
  private Programme() {}

  /** Begins the value of a standard. The code follows. */
  public static final String OF_STANDARD = "Standard ";

  private static final String OF_FRAMEWORK = "Framework ";
  private static final Term FWORK_CODE = Facts.returned("FworkCode", "fwork_code");
  private static final Term PWAY_CODE = Facts.returned("PwayCode", "pway_code");

  public static final Breakdown PROGRAMME =
      breakdown("std_fwk_code")
          .label("Standard or framework code")
          .meaning(
              "Standard and its code, or Framework with code, programme type and pathway; Not"
                  + " applicable outside apprenticeships")
          .reach(Reach.PUBLISHED)
          .about(About.LEARNING)
          .value(NOT_APPLICABLE, not(Facts.OF_APPRENTICESHIPS))
          .values("Standard and its code", Facts.OF_STANDARD, text(OF_STANDARD, column("std_code")))
          .values(
              "Framework and its code, programme type and pathway",
              allOf(FWORK_CODE.known(), PWAY_CODE.known(), not(PWAY_CODE.is(0))),
              text(
                  OF_FRAMEWORK,
                  FWORK_CODE.value(),
                  "-",
                  Facts.PROG_TYPE.value(),
                  "-",
                  PWAY_CODE.value()))
          .values(
              "Framework and its code and programme type",
              text(OF_FRAMEWORK, FWORK_CODE.value(), "-", Facts.PROG_TYPE.value()))
          .unknown("without a StdCode or FworkCode that can be read")
          .within(
              KindOfProgramme.KIND,
              Level.LEVEL,
              DetailedLevel.DETAILED_LEVEL,
              SubjectArea.FIRST_TIER,
              SubjectArea.SECOND_TIER)
          .inFiles("std_fwk_code", "Standard or framework code", "Filter by programme")
          .declare();
}

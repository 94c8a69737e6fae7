package org.openqar.rules.education;

import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.anyOf;
import static org.openqar.rules.Condition.not;
import static org.openqar.rules.Rule.rule;

import java.util.List;
import org.openqar.rules.Codes;
import org.openqar.rules.Condition;
import org.openqar.rules.Kind;
import org.openqar.rules.Rule;
import org.openqar.rules.Terms;

/** Exclusions of courses. Traineeships share some of them (qar-rules 3.9). */
public final class Exclusions {
  private Exclusions() {}

  static final Rule TRANSFER =
      rule("EDU-EXC-01", Kind.EXCLUSION)
          .label("Transferred to another aim at the same provider")
          .clause("3.9 X-XFER, 9.22", "reason 40, any other aim begun 0 to 120 days after (FQ26)")
          .when(
              t ->
                  allOf(
                      t.transferred(),
                      t.daysToNextAim().atLeast(0),
                      t.daysToNextAim().atMost(t.edition().exclusions().transferDays().value())))
          .sets("transfer_excl")
          .because("The learner is still with the provider, on the aim that counts instead.");

  static final Rule GOVERNMENT_STRATEGY =
      rule("EDU-EXC-02", Kind.EXCLUSION)
          .label("Transferred to another provider for a government strategy")
          .clause("3.9 X-STRAT, 8.8", "reason 41, outside apprenticeships")
          .when(t -> t.withdrawnFor(t.edition().exclusions().governmentStrategyReasons().value()))
          .sets("government_strategy_transfer_excl")
          .because("The government moved the learner, not the provider.");

  static final Rule CUSTODY =
      rule("EDU-EXC-03", Kind.EXCLUSION)
          .label("Left learning in custody outside the provider's control")
          .clause("3.9 X-OLASS", "reason 28 with LDM 034")
          .when(
              t ->
                  allOf(
                      t.withdrawnFor(t.edition().exclusions().olassReasons().value()),
                      t.monitoredAs(t.edition().exclusions().olassLdmCodes().value())))
          .sets("olass_excl")
          .because("A learner who is moved or released cannot go on.");

  static final Rule INDUSTRY_PLACEMENT =
      rule("EDU-EXC-04", Kind.EXCLUSION)
          .label("Withdrawn from an industry placement outside the provider's control")
          .clause("3.9 X-IPLACE", "reason 48")
          .when(t -> t.withdrawnFor(t.edition().exclusions().industryPlacementReasons().value()))
          .sets("industry_placement_excl")
          .because("The employer ended it.");

  static final Rule INTO_EMPLOYMENT =
      rule("EDU-EXC-05", Kind.EXCLUSION)
          .label("Left for a job, out of work before")
          .clause(
              "3.9 X-JOB, 9.25",
              "not continuing, not achieved, EmpOutcome 1 or 2, EmpStat 11 or 12 before the start"
                  + " and 10 after it (FQ1)")
          .when(
              t ->
                  allOf(
                      t.compStatus().known(),
                      not(t.compStatus().is(Codes.CONTINUING)),
                      not(t.outcome().is(Codes.ACHIEVED)),
                      t.outcomeOfEmployment()
                          .in(t.edition().exclusions().employmentOutcomes().value()),
                      t.unemployedBeforeStart(),
                      t.employedAfterStart()))
          .sets("into_employment_excl")
          .because("For a learner who claims benefits, the purpose of the course was a job.");

  static final Rule AIM_CLASS =
      rule("EDU-EXC-06", Kind.EXCLUSION)
          .label("A class of aim that is never measured")
          .clause(
              "3.9 X-CLASS, X-HE; 9.23", "by its learning aim class; an unknown one is measured")
          .when(
              t ->
                  anyOf(
                      t.aimClass().in(t.edition().education().classesNeverMeasured().value()),
                      allOf(
                          t.aimClass()
                              .in(
                                  t.edition()
                                      .education()
                                      .classesNotMeasuredInStudyProgrammes()
                                      .value()),
                          t.fundModel()
                              .in(t.edition().education().studyProgrammeFundModels().value()))))
          .sets("aim_class_excl")
          .because("Tutorials, placements, assessments and the like are not qualifications.");

  static final Rule MONITORED =
      rule("EDU-EXC-07", Kind.EXCLUSION)
          .label("A course with an LDM code that the edition leaves out")
          .clause(
              "3.9, 8.30, 9.23", "excl.ldm, a list that is empty until its entries are" + " known")
          .when(t -> t.monitoredAs(t.edition().exclusions().ldmCodes().value()))
          .sets("aim_class_excl")
          .because("A year's rates can leave out whole kinds of courses.");

  static final Rule NOT_MEASURED_IN_ITS_YEAR =
      rule("EDU-EXC-08", Kind.EXCLUSION)
          .label("A qualification that is not measured in its hybrid end year")
          .clause(
              "3.9, 8.30, 9.23",
              "excl.aimRefs, a list that is empty until its entries are known (INF21)")
          .when(Exclusions::notMeasuredInItsYear)
          .sets("aim_class_excl")
          .because(
              "Where teachers' grades replaced an examination, a rate says nothing about" + " it.");

  private static Condition notMeasuredInItsYear(Terms t) {
    List<Condition> years =
        t.edition().exclusions().aimRefs().value().stream()
            .map(
                year ->
                    allOf(
                        t.hybridEndYear().is(year.hybridEndYear()),
                        t.learnAimRef().in(year.aims())))
            .toList();
    return years.isEmpty() ? Condition.never() : anyOf(years.toArray(Condition[]::new));
  }

  /** The exclusions that traineeships and their components share. */
  public static final List<Rule> SHARED = List.of(TRANSFER, GOVERNMENT_STRATEGY);

  static final List<Rule> RULES =
      List.of(
          TRANSFER,
          GOVERNMENT_STRATEGY,
          CUSTODY,
          INDUSTRY_PLACEMENT,
          INTO_EMPLOYMENT,
          AIM_CLASS,
          MONITORED,
          NOT_MEASURED_IN_ITS_YEAR);
}

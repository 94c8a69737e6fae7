package org.openqar.rules.apprenticeships;

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
import org.openqar.rules.Years;

/** Exclusions of apprenticeships and of their parts (qar-rules 3.9). */
final class Exclusions {
  private Exclusions() {}

  static final Rule AT_END_POINT_ASSESSMENT =
      rule("APP-EXC-02", Kind.EXCLUSION)
          .label("Waiting for the end-point assessment")
          .clause("3.9 X-EPA, 9.16", "training of a standard over, outcome not yet known")
          .when(t -> allOf(t.atEndPointAssessment(), not(t.overdue())))
          .sets("at_epa_excl")
          .because("Nobody knows yet whether the apprenticeship is achieved.");

  static final Rule TRANSFER =
      rule("APP-EXC-05", Kind.EXCLUSION)
          .label("Transferred to another apprenticeship at the same provider")
          .clause(
              "3.9 X-XFER, 8.9, 9.22",
              "reason 40, ended by 31 July of R, another programme begun 0 to 120 days after")
          .when(
              t ->
                  allOf(
                      t.transferred(),
                      t.actualEndYear().atMost(t.reportYear()),
                      t.daysToNextProgramme().atLeast(0),
                      t.daysToNextProgramme()
                          .atMost(t.edition().exclusions().transferDays().value())))
          .sets("transfer_excl")
          .because("The learner is still with the provider, on the programme that counts instead.");

  static final Rule TRAILBLAZER =
      rule("APP-EXC-09", Kind.EXCLUSION)
          .label("Withdrew from a trailblazer to which the employer contributed nothing")
          .clause("3.9 X-TBNC, 9.21", "FundModel 81, payments less refunds not above 0 (FQ15)")
          .inForce(Years.upTo(2021))
          .when(
              t ->
                  allOf(
                      t.progType().is(Codes.APPRENTICESHIP_STANDARD),
                      t.fundModel().is(Codes.OTHER_ADULT),
                      t.treatedAsWithdrawn(),
                      t.employerContribution().atMost(0)))
          .sets("trailblazer_no_contribution_excl")
          .because(
              "Without the employer's share the pilot paid nothing, so the aim never"
                  + " became a start.");

  static final Rule FOUNDATION =
      rule("APP-EXC-10", Kind.EXCLUSION)
          .label("A foundation apprenticeship")
          .clause(
              "3.9 X-FOUND, 8.23, 9.24",
              "a switch, off in every edition; by the reference data or the edition's list")
          .when(
              t ->
                  t.edition().exclusions().foundation().value()
                      ? allOf(t.progType().is(Codes.APPRENTICESHIP_STANDARD), isFoundation(t))
                      : Condition.never())
          .sets("foundation_excl")
          .because(
              "The accountability framework leaves foundation apprenticeships out. The"
                  + " switch gives rates for the same apprenticeships.");

  static final Rule EMPLOYER_OWNERSHIP =
      rule("APP-EXC-11", Kind.EXCLUSION)
          .label("Employer Ownership Pilot")
          .clause("3.9 X-EOP, 9.23", "an LDM code of the edition's list, which is not public")
          .when(t -> t.monitoredAs(t.edition().exclusions().employerOwnershipLdmCodes().value()))
          .sets("employer_ownership_excl")
          .because("The pilot had a measure of its own.");

  /** The exclusions that programme aims and components share. */
  static final List<Rule> RULES = List.of(TRANSFER, TRAILBLAZER, FOUNDATION, EMPLOYER_OWNERSHIP);

  private static Condition isFoundation(Terms t) {
    List<Integer> listed = t.edition().exclusions().foundationStandards().value();
    return listed.isEmpty() ? t.foundation() : anyOf(t.foundation(), t.stdCode().in(listed));
  }
}

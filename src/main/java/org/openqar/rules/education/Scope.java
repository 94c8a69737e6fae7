package org.openqar.rules.education;

import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.anyOf;
import static org.openqar.rules.Condition.not;
import static org.openqar.rules.Rule.rule;

import org.openqar.rules.Codes;
import org.openqar.rules.Edition;
import org.openqar.rules.Kind;
import org.openqar.rules.Rule;

/** Which aims are education and training (qar-rules 3.1). */
final class Scope {
  private Scope() {}

  static final Rule COURSE =
      rule("EDU-SCOPE-01", Kind.SCOPE)
          .label("Aim outside apprenticeships and traineeships, under a funding model of the QAR")
          .clause(
              "3.1 E, 8.10, 8.11",
              "AimType not 1 or 3, ProgType of no apprenticeship or traineeship; non-funded only"
                  + " with a loan")
          .when(
              t -> {
                Edition.Education education = t.edition().education();
                return allOf(
                    t.aimType().known(),
                    not(t.aimType().in(Codes.PROGRAMME_AIM, Codes.COMPONENT_AIM)),
                    not(t.progTypeUnreadable()),
                    not(t.progType().in(t.edition().scope().apprenticeshipProgTypes().value())),
                    not(t.progType().is(Codes.TRAINEESHIP)),
                    anyOf(
                        t.fundModel().in(education.fundModels().value()),
                        allOf(t.fundModel().in(education.loanFundModels().value()), t.loan()),
                        t.fundModel().unknown()));
              })
          .sets("in_scope")
          .because(
              "Community learning, ESF and what nobody funds have no rate. An aim whose FundModel"
                  + " cannot be read stays in sight and is excluded for its data quality.");
}

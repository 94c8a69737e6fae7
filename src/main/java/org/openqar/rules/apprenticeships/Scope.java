package org.openqar.rules.apprenticeships;

import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.anyOf;
import static org.openqar.rules.Condition.not;
import static org.openqar.rules.Rule.rule;

import java.util.ArrayList;
import java.util.List;
import org.openqar.rules.Codes;
import org.openqar.rules.Condition;
import org.openqar.rules.Kind;
import org.openqar.rules.Rule;
import org.openqar.rules.Terms;
import org.openqar.rules.common.Readable;

/** Decides which aims are apprenticeship programmes, and which are parts of one (qar-rules 3.1). */
final class Scope {
  private Scope() {}

  private static final String NO_FUND_MODEL_OF_THE_RATE =
      "Its FundModel is not one that the apprenticeship rates count.";

  static final Rule PROGRAMME_AIM =
      rule("APP-SCOPE-01", Kind.SCOPE)
          .label("Programme aim of an apprenticeship")
          .clause("3.1 A1", "AimType 1 and an apprenticeship ProgType; funded and unfunded count")
          .of(t -> allOf(t.aimType().is(Codes.PROGRAMME_AIM), t.ofApprenticeship()))
          .asks(Scope::funded, NO_FUND_MODEL_OF_THE_RATE)
          .sets("in_scope")
          .because(
              "The rate counts whole apprenticeships, not their parts. An aim with an"
                  + " unreadable FundModel stays in sight: its data quality excludes it.");

  static final Rule COMPONENT_AIM =
      rule("APP-SCOPE-02", Kind.SCOPE)
          .label("Component aim of an apprenticeship")
          .clause("3.1 A2", "an AimType other than 1 and an apprenticeship ProgType (PICS-COMP)")
          .of(t -> allOf(not(t.aimType().is(Codes.PROGRAMME_AIM)), t.ofApprenticeship()))
          .asks(t -> t.aimType().known(), Readable.AIM_TYPE)
          .asks(Scope::funded, NO_FUND_MODEL_OF_THE_RATE)
          .sets("in_scope")
          .because(
              "The parts of an apprenticeship have a rate of their own, never one"
                  + " together with it. No official report measures them.");

  private static Condition funded(Terms t) {
    List<Condition> some =
        new ArrayList<>(
            List.of(
                t.fundModel().in(t.edition().scope().apprenticeshipFundModels().value()),
                t.fundModel().unknown()));
    if (t.edition().scope().apprenticeshipUnits().value()) {
      some.add(t.apprenticeshipUnit());
    }
    return anyOf(some.toArray(Condition[]::new));
  }
}

package org.openqar.rules.traineeships;

import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.not;
import static org.openqar.rules.Rule.rule;

import org.openqar.rules.Codes;
import org.openqar.rules.Kind;
import org.openqar.rules.Rule;
import org.openqar.rules.common.Readable;

/** Decides which aims are traineeship programmes, and which are parts of one (qar-rules 3.1). */
final class Scope {
  private Scope() {}

  static final Rule PROGRAMME_AIM =
      rule("TRN-SCOPE-01", Kind.SCOPE)
          .label("Programme aim of a traineeship")
          .clause("3.1 T1", "AimType 1 and ProgType 24, whatever its funding (PICS-TR)")
          .of(t -> allOf(t.aimType().is(Codes.PROGRAMME_AIM), t.progType().is(Codes.TRAINEESHIP)))
          .sets("in_scope")
          .because("A traineeship is measured by where it leads.");

  static final Rule COMPONENT_AIM =
      rule("TRN-SCOPE-02", Kind.SCOPE)
          .label("Component aim of a traineeship")
          .clause("3.1 T2", "an AimType other than 1 and ProgType 24 (PICS-TR)")
          .of(
              t ->
                  allOf(
                      not(t.aimType().is(Codes.PROGRAMME_AIM)), t.progType().is(Codes.TRAINEESHIP)))
          .asks(t -> t.aimType().known(), Readable.AIM_TYPE)
          .sets("in_scope")
          .because("The parts of a traineeship have a rate of their own, by their own results.");
}

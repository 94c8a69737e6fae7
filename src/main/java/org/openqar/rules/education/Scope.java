package org.openqar.rules.education;

import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.always;
import static org.openqar.rules.Condition.anyOf;
import static org.openqar.rules.Condition.not;
import static org.openqar.rules.Rule.rule;

import org.openqar.rules.Codes;
import org.openqar.rules.Condition;
import org.openqar.rules.Edition;
import org.openqar.rules.Kind;
import org.openqar.rules.Requirement.LeftOut;
import org.openqar.rules.Rule;
import org.openqar.rules.Terms;
import org.openqar.rules.common.Readable;

/** Decides which aims are education and training (qar-rules 3.1, 8.10, 9.29b). */
final class Scope {
  private Scope() {}

  static final Rule COURSE =
      rule("EDU-SCOPE-01", Kind.SCOPE)
          .label(
              "Aim outside apprenticeships, traineeships and T Levels, under a funding model of the"
                  + " QAR")
          .clause(
              "3.1 E, 8.10, 8.11, 8.27, 9.29b",
              "AimType not 1 or 3; ProgType not that of an apprenticeship, traineeship"
                  + " or T Level; non-funded only with a loan")
          .of(t -> allOf(not(t.ofApprenticeship()), not(t.progType().is(Codes.TRAINEESHIP))))
          .asks(t -> t.aimType().known(), Readable.AIM_TYPE)
          .asks(t -> not(t.progTypeUnreadable()), Readable.PROG_TYPE)
          .asks(
              Scope::noTLevel,
              "A T Level (ProgType 31) is measured elsewhere.",
              of(
                  Codes.T_LEVEL_FOUNDATION_YEAR,
                  "A T Level foundation or transition year (ProgType 30) is measured elsewhere."))
          .asks(
              Scope::funded,
              "Its FundModel is not one that the education and training rates count.",
              paidBy(
                  Codes.COMMUNITY_LEARNING,
                  "Community learning (FundModel 10) has no achievement rate."),
              paidBy(
                  Codes.TAILORED_LEARNING,
                  "Tailored learning (FundModel 11) has no achievement rate."),
              paidBy(
                  Codes.APPRENTICESHIPS,
                  "FundModel 36 is for apprenticeships, and the aim's ProgType is not"
                      + " an apprenticeship's."),
              paidBy(
                  Codes.SKILLS_BOOTCAMPS,
                  "A Skills Bootcamp (FundModel 37) is measured elsewhere."),
              paidBy(
                  Codes.APPRENTICESHIP_UNITS,
                  "An apprenticeship unit (FundModel 39) is not an apprenticeship, and"
                      + " has no achievement rate yet."),
              paidBy(
                  Codes.EUROPEAN_SOCIAL_FUND,
                  "Learning that the European Social Fund pays for (FundModel 70) has no"
                      + " achievement rate."),
              paidBy(
                  Codes.NOT_FUNDED,
                  "Non-funded learning (FundModel 99) counts only with an advanced"
                      + " learner loan (ADL 1), and the aim has none."))
          .asks(
              t -> not(t.aimType().is(Codes.PROGRAMME_AIM)),
              "A programme aim (AimType 1) counts only in an apprenticeship or"
                  + " traineeship, and its ProgType is of neither.",
              of(Codes.SKILLS_BOOTCAMP, "A Skills Bootcamp (ProgType 32) is measured elsewhere."))
          .asks(
              t -> not(t.aimType().is(Codes.COMPONENT_AIM)),
              "A component aim (AimType 3) counts only in an apprenticeship or"
                  + " traineeship, and its ProgType is of neither.")
          .sets("in_scope")
          .because(
              "Community, tailored, ESF and non-funded learning have no rate. T Levels"
                  + " have results of their own. An aim with an unreadable FundModel stays in"
                  + " sight: its data quality excludes it.");

  private static Condition noTLevel(Terms t) {
    return t.edition().education().tLevels().value()
        ? always()
        : not(t.progType().in(Codes.T_LEVEL_FOUNDATION_YEAR, Codes.T_LEVEL));
  }

  private static Condition funded(Terms t) {
    Edition.Education education = t.edition().education();
    Condition withLoan = t.fundModel().in(education.loanFundModels().value());
    return anyOf(
        t.fundModel().in(education.fundModels().value()),
        education.nonFunded().value() ? withLoan : allOf(withLoan, t.loan()),
        t.fundModel().unknown());
  }

  private static LeftOut of(int progType, String sentence) {
    return new LeftOut(t -> t.progType().is(progType), sentence);
  }

  private static LeftOut paidBy(int fundModel, String sentence) {
    return new LeftOut(t -> t.fundModel().is(fundModel), sentence);
  }
}

package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.NOT_APPLICABLE;
import static org.openqar.breakdowns.Breakdown.breakdown;
import static org.openqar.rules.Condition.not;

/** The source of an apprenticeship's funding. */
final class FundingType {
  private FundingType() {}

  static final Breakdown FUNDING_TYPE =
      breakdown("funding_type")
          .label("Funding type")
          .meaning("How an apprenticeship is paid for; Not applicable to other aims")
          .reach(Reach.PUBLISHED)
          .about(About.LEARNING)
          .value(NOT_APPLICABLE, not(Facts.OF_APPRENTICESHIPS))
          .value("Supported by ASA levy funds", Facts.CONTRACT.is("1"))
          .value("Other")
          .inFiles("funding_type", "Funding type", "Filter by type of funding")
          .declare();
}

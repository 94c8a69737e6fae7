package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.breakdown;
import static org.openqar.rules.Value.column;

/** The subcontractor that delivers the aim. */
final class Partner {
  private Partner() {}

  static final Breakdown PARTNER =
      breakdown("partner_ukprn")
          .label("Subcontractor")
          .meaning("PartnerUKPRN, the subcontractor")
          .reach(Reach.NATIONAL)
          .about(About.PLACE)
          .values("PartnerUKPRN", column("partner_ukprn"))
          .absent("without a subcontractor")
          .columnOfAim()
          .declare();
}

package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.breakdown;
import static org.openqar.rules.Value.column;
import static org.openqar.rules.Value.first;

/** The region of the delivery. */
public final class Region {
  private Region() {}

  public static final Breakdown REGION =
      breakdown("region")
          .label("Region of delivery")
          .meaning("Region of the delivery, else of the provider")
          .reach(Reach.PUBLISHED)
          .about(About.PLACE)
          .values(
              "The region of DelLocPostCode, else that of the provider's head office",
              first(column(Facts.REGION_OF_DELIVERY), column(Facts.REGION_OF_PROVIDER)))
          .known(EnglishRegion.names())
          .unknown("outside England, or with neither postcode nor provider in a look-up")
          .inFiles("delivery_region", "Region of delivery", "Filter by region of delivery")
          .declare();
}

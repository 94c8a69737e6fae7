package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.breakdown;
import static org.openqar.rules.Value.column;

import java.util.Map;

/** The type of the provider, in the groups of the published tables. */
public final class ProviderType {
  private ProviderType() {}

  public static final Breakdown PROVIDER_TYPE =
      breakdown("provider_type")
          .label("Provider type")
          .meaning("Type of provider")
          .reach(Reach.PUBLISHED)
          .about(About.PLACE)
          .values("The type in the look-up of providers", column(Facts.TYPE_OF_PROVIDER))
          .unknown("a provider without a type in the look-ups")
          .inFiles(
              "provider_type",
              "Provider type",
              "Filter by type of provider",
              Map.of(
                  "General FE College incl Tertiary", "General FE college including tertiary",
                  "Sixth Form College", "Sixth form college",
                  "Special College", "Special college",
                  "Other Public Funded i.e LA's and HE", "Other public funded (LAs and HE)",
                  "Private Sector Public Funded", "Private sector public funded"))
          .declare();
}

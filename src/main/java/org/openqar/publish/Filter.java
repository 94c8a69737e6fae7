package org.openqar.publish;

import java.util.List;
import java.util.Map;

/**
 * What readers choose cells by, with the names and items of the DfE data dictionary where it has
 * them, else of the published achievement rates (qar-rules 5.1).
 *
 * @param breakdown the column of {@code qar_aim}, or {@code provider_type}
 * @param column its name in the files
 * @param items what stands in the files for a value of ours; any other value stands for itself
 */
record Filter(
    String breakdown, String column, String label, String hint, Map<String, String> items) {

  private static final Filter APPRENTICESHIP_LEVEL =
      new Filter(
          "level",
          "apprenticeship_level",
          "Apprenticeship level",
          "Filter by level",
          Map.of(
              "Intermediate", "Intermediate Apprenticeship",
              "Advanced", "Advanced Apprenticeship",
              "Higher", "Higher Apprenticeship"));

  private static final List<Filter> KNOWN =
      List.of(
          new Filter(
              "provider_type",
              "provider_type",
              "Provider type",
              "Filter by type of provider",
              Map.of(
                  "General FE College incl Tertiary", "General FE college including tertiary",
                  "Sixth Form College", "Sixth form college",
                  "Special College", "Special college",
                  "Other Public Funded i.e LA's and HE", "Other public funded (LAs and HE)",
                  "Private Sector Public Funded", "Private sector public funded")),
          plain("age_band", "age_group", "Age group", "Filter by age at the start"),
          plain("level", "qualification_level", "Qualification level", "Filter by level"),
          plain("detailed_level", "detailed_level", "Detailed level", "Filter by single level"),
          plain("ssa_t1", "ssa_tier_1", "Sector subject area tier 1", "Filter by subject area"),
          plain("ssa_t2", "ssa_tier_2", "Sector subject area tier 2", "Filter by detailed subject"),
          plain("std_fwk", "std_fwk_flag", "Standard or framework", "Filter by kind of programme"),
          plain(
              "std_fwk_code", "std_fwk_code", "Standard or framework code", "Filter by programme"),
          plain("region", "delivery_region", "Region of delivery", "Filter by region of delivery"),
          plain("funding_type", "funding_type", "Funding type", "Filter by type of funding"),
          plain("sex", "sex", "Sex", "Filter by sex"),
          new Filter(
              "ethnicity",
              "ethnicity_major",
              "Ethnicity major",
              "Filter by ethnic group",
              Map.of("Mixed / multiple ethnic groups", "Mixed / Multiple ethnic groups")),
          new Filter(
              "lldd",
              "learning_difficulty_disability",
              "Learning difficulty or disability",
              "Filter by learning difficulty or disability",
              Map.of(
                  "LLDD - yes", "With learning difficulty / disability",
                  "LLDD - no", "No learning difficulty / disability")));

  private static Filter plain(String breakdown, String column, String label, String hint) {
    return new Filter(breakdown, column, label, hint, Map.of());
  }

  /** The filter of a breakdown in a report; one that nothing is known of keeps its name. */
  static Filter of(String breakdown, String reportType) {
    if (breakdown.equals("level") && reportType.equals("apprenticeship")) {
      return APPRENTICESHIP_LEVEL;
    }
    String words = breakdown.replace('_', ' ');
    return KNOWN.stream()
        .filter(filter -> filter.breakdown().equals(breakdown))
        .findFirst()
        .orElseGet(
            () ->
                plain(
                    breakdown,
                    breakdown,
                    Character.toUpperCase(words.charAt(0)) + words.substring(1),
                    "Filter by " + words));
  }

  String item(String value) {
    return items.getOrDefault(value, value);
  }
}

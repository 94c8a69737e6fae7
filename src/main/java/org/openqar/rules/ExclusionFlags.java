package org.openqar.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of {@code qar_aim} that say why no cohort counts an aim (qar-rules 3.9). */
public final class ExclusionFlags {
  private ExclusionFlags() {}

  /** The meaning of each flag, by its column, in the order of the columns. */
  public static final Map<String, String> ALL = all();

  /** Returns the columns of the flags. */
  public static List<String> columns() {
    return List.copyOf(ALL.keySet());
  }

  private static Map<String, String> all() {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put("planned_break_excl", "On a planned break that is not overdue");
    flags.put("funding_qualifying_period_excl", "Left within the funding qualifying period");
    flags.put("transfer_excl", "Transferred to another aim at the same provider");
    flags.put("intervention_transfer_excl", "Transferred to another provider by intervention");
    flags.put(
        "government_strategy_transfer_excl",
        "Transferred to another provider for a government strategy");
    flags.put("merger_excl", "Transferred to another provider due to a merger");
    flags.put("at_epa_excl", "Training over, waiting for the end-point assessment");
    flags.put("olass_excl", "Left custody outside the provider's control");
    flags.put("industry_placement_excl", "Industry placement outside the provider's control");
    flags.put("into_employment_excl", "Left for a job as a claimant");
    flags.put("aim_class_excl", "A class of aim that is never measured");
    flags.put("trailblazer_no_contribution_excl", "Trailblazer without an employer contribution");
    flags.put("foundation_excl", "A foundation apprenticeship");
    flags.put("employer_ownership_excl", "Part of the Employer Ownership Pilot");
    flags.put("data_quality_excl", "A deciding value is unreadable or missing");
    return Collections.unmodifiableMap(flags);
  }
}

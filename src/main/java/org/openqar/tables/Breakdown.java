package org.openqar.tables;

import java.util.List;
import java.util.stream.Stream;

/**
 * What counts and rates are broken down by, each declared once: its name is the {@code dimension}
 * of every table of counts, and the columns of {@code qar_aim} that it names make the {@code value}
 * (qar-rules 5.1).
 *
 * @param columns none for the total; the values of several are joined by {@link #BETWEEN}
 * @param reach who can be compared in its cells
 */
public record Breakdown(List<String> columns, Reach reach) {

  /** How far a cell means the same. */
  public enum Reach {
    /** Everywhere, as in the published tables: it may be published. */
    PUBLISHED,
    /** Everywhere, but it is nobody else's business. */
    NATIONAL,
    /** Within one provider: it is in no national table, and nobody is ranked by it. */
    OWN
  }

  /** Stands between the names and between the values of a pair. */
  public static final String BETWEEN = " x ";

  /** The only dimension without columns, and its only value. */
  public static final Breakdown TOTAL = new Breakdown(List.of(), Reach.PUBLISHED);

  /** The value of the total, and of whatever is not broken down. */
  public static final String ALL_OF_IT = "Total";

  /** The value where no lookup and no return tells. */
  public static final String UNKNOWN = "Unknown";

  /**
   * All, the total first. An aim without a value, such as without a campus, is in no cell of it.
   */
  public static final List<Breakdown> ALL =
      List.of(
          TOTAL,
          published("age_band"),
          published("level"),
          published("detailed_level"),
          published("ssa_t1"),
          published("ssa_t2"),
          published("std_fwk"),
          published("std_fwk_code"),
          published("provider_type"),
          published("region"),
          published("funding_type"),
          published("sex"),
          published("ethnicity"),
          published("lldd"),
          published("ssa_t1", "level"),
          published("ssa_t1", "age_band"),
          published("level", "age_band"),
          published("std_fwk_code", "age_band"),
          published("provider_type", "level"),
          new Breakdown(List.of("partner_ukprn"), Reach.NATIONAL),
          own("camp_id"),
          own("prov_spec_learn_mon_a"),
          own("prov_spec_learn_mon_b"),
          own("prov_spec_del_mon_a"),
          own("prov_spec_del_mon_b"),
          own("prov_spec_del_mon_c"),
          own("prov_spec_del_mon_d"));

  /** As it stands in {@code dimension}, such as {@code level x age_band}. */
  public String dimension() {
    return columns.isEmpty() ? "total" : String.join(BETWEEN, columns);
  }

  /** The dimensions whose cells mean the same at least as far as that. */
  public static List<String> dimensions(Reach atLeast) {
    return ALL.stream()
        .filter(one -> one.reach().compareTo(atLeast) <= 0)
        .map(Breakdown::dimension)
        .toList();
  }

  /** The columns of all breakdowns that reach so far, each once. */
  public static List<String> columns(Reach atLeast) {
    return ALL.stream()
        .filter(one -> one.reach().compareTo(atLeast) <= 0)
        .flatMap(one -> one.columns().stream())
        .distinct()
        .toList();
  }

  private static Breakdown published(String... columns) {
    return new Breakdown(Stream.of(columns).toList(), Reach.PUBLISHED);
  }

  private static Breakdown own(String column) {
    return new Breakdown(List.of(column), Reach.OWN);
  }
}

package org.openqar.measures;

import java.util.ArrayList;
import java.util.List;
import org.openqar.tables.Breakdown;
import org.openqar.tables.Breakdown.Reach;

/**
 * Breakdowns whose columns have few combinations of values among one provider's aims, so that aims
 * which are alike in all of them can be counted before they are put into cells.
 *
 * @param columns what its breakdowns are made of
 * @param breakdowns those that are made of no other columns; each breakdown is in one family
 */
record Family(List<String> columns, List<Breakdown> breakdowns) {
  /** Who the learner is. */
  private static final List<String> LEARNER = List.of("sex", "ethnicity", "lldd");

  /** Where and with whom, and the provider's own codes. */
  private static final List<String> PLACE =
      List.of(
          "region",
          "partner_ukprn",
          "camp_id",
          "prov_spec_learn_mon_a",
          "prov_spec_learn_mon_b",
          "prov_spec_del_mon_a",
          "prov_spec_del_mon_b",
          "prov_spec_del_mon_c",
          "prov_spec_del_mon_d");

  /** The families of all breakdowns; what is learnt comes last and has all other columns. */
  static final List<Family> ALL = all();

  private static List<Family> all() {
    List<Breakdown> left = new ArrayList<>(Breakdown.ALL);
    List<Family> families = new ArrayList<>();
    for (List<String> columns : List.of(LEARNER, PLACE, Breakdown.columns(Reach.OWN))) {
      List<Breakdown> its =
          left.stream().filter(one -> columns.containsAll(one.columns())).toList();
      left.removeAll(its);
      families.add(
          new Family(its.stream().flatMap(one -> one.columns().stream()).distinct().toList(), its));
    }
    return List.copyOf(families);
  }
}

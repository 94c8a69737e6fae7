package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.breakdown;
import static org.openqar.rules.Value.column;

import java.util.List;
import org.openqar.rules.Value;

/** The provider's own codes for its learners and aims. */
final class OwnCode {
  private OwnCode() {}

  /** The codes, in the order of {@code monitoring}. */
  static final List<Breakdown> ALL =
      List.of(
          code("prov_spec_learn_mon_a", 0, "ProvSpecLearnMon A"),
          code("prov_spec_learn_mon_b", 1, "ProvSpecLearnMon B"),
          code("prov_spec_del_mon_a", 2, "ProvSpecDelMon A"),
          code("prov_spec_del_mon_b", 3, "ProvSpecDelMon B"),
          code("prov_spec_del_mon_c", 4, "ProvSpecDelMon C"),
          code("prov_spec_del_mon_d", 5, "ProvSpecDelMon D"));

  private static Breakdown code(String column, int place, String element) {
    return breakdown(column)
        .label(element)
        .meaning(element + "; empty unless returns.monitoring-fields is set")
        .reach(Reach.OWN)
        .about(About.PLACE)
        .values(element, new Value.At(column("monitoring"), place))
        .absent("without that code, and all aims unless returns.monitoring-fields is set")
        .declare();
  }
}

package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.breakdown;
import static org.openqar.rules.Value.column;

import java.util.List;
import org.openqar.rules.Value;

/** What a provider records of its own learners and aims, by codes of its own. */
final class OwnCode {
  private OwnCode() {}

  private static final String AS_BEFORE = ", as before";

  /** In the order in which {@code monitoring} has them. */
  static final List<Breakdown> ALL =
      List.of(
          code(
              "prov_spec_learn_mon_a",
              0,
              "ProvSpecLearnMon A",
              "; empty unless returns.monitoring-fields is set"),
          code("prov_spec_learn_mon_b", 1, "ProvSpecLearnMon B", AS_BEFORE),
          code("prov_spec_del_mon_a", 2, "ProvSpecDelMon A", AS_BEFORE),
          code("prov_spec_del_mon_b", 3, "ProvSpecDelMon B", AS_BEFORE),
          code("prov_spec_del_mon_c", 4, "ProvSpecDelMon C", AS_BEFORE),
          code("prov_spec_del_mon_d", 5, "ProvSpecDelMon D", AS_BEFORE));

  private static Breakdown code(String column, int place, String element, String more) {
    return breakdown(column)
        .label(element)
        .meaning(element + more)
        .reach(Reach.OWN)
        .about(About.PLACE)
        .values(element, new Value.At(column("monitoring"), place))
        .absent("without that code, and all aims unless returns.monitoring-fields is set")
        .declare();
  }
}

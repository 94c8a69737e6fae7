package org.openqar.pipeline;

import java.util.List;
import java.util.Optional;
import org.openqar.tables.ProviderScope;

/**
 * The providers whose aims have to be computed again, now that the returns are in: the one place
 * that says how far a change reaches.
 */
final class Changed {
  private Changed() {}

  /** All of them, unless an earlier run of the same method still stands. */
  static ProviderScope since(Tools tools) {
    RunPlan plan = tools.plan();
    if (plan.afresh() || plan.stages().stream().noneMatch(Stage::isOfEdition)) {
      return ProviderScope.ALL;
    }
    return standing(tools).map(before -> between(before, tools)).orElse(ProviderScope.ALL);
  }

  private static Optional<LoggedRun> standing(Tools tools) {
    List<Stage> own = tools.stages().stream().filter(Stage::isOfEdition).toList();
    return tools.newestOfThisMethod().filter(run -> tools.log().ownRowsStand(run, own));
  }

  private static ProviderScope between(LoggedRun before, Tools tools) {
    return Changes.between(tools.log().returns(before), tools.log().now().counted());
  }
}

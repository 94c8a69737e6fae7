package org.openqar.pipeline;

import java.util.List;
import java.util.Optional;
import org.openqar.tables.ProviderScope;

/**
 * Finds the providers whose aims a run must compute again after it has read the returns. Only this
 * class decides how far a change reaches.
 */
final class Changed {
  private Changed() {}

  /**
   * Returns every provider, unless the result of an earlier run of the same method is still valid.
   */
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

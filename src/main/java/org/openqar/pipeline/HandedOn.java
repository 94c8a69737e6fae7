package org.openqar.pipeline;

import java.util.List;
import org.openqar.returns.Returns;
import org.openqar.tables.ProviderScope;

/**
 * The values that a stage passes to the stages after it.
 *
 * @param returns the files, as far as the run has read them
 * @param gaps provider-years without a usable final return, allowing for mergers
 * @param scope the providers whose rows the run computes; it keeps the rows of all others
 */
record HandedOn(Returns returns, List<Returns.Gap> gaps, ProviderScope scope) {

  HandedOn withScope(ProviderScope other) {
    return new HandedOn(returns, gaps, other);
  }
}

package org.openqar.pipeline;

import java.util.List;
import org.openqar.returns.Returns;
import org.openqar.tables.ProviderScope;

/**
 * What a stage hands on to those after it.
 *
 * @param returns the files, as far as they were read by now
 * @param gaps provider-years without a usable final return, mergers taken into account
 * @param scope the providers whose rows are to be computed; the rows of all others stand
 */
record HandedOn(Returns returns, List<Returns.Gap> gaps, ProviderScope scope) {

  HandedOn withScope(ProviderScope other) {
    return new HandedOn(returns, gaps, other);
  }
}

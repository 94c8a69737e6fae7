package org.openqar.pipeline;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a stage reads that no stage wrote: files, or a table that a command of its own imported.
 *
 * @param title what people call it
 * @param means what it is, in a few short lines
 * @param isOne whether an input of this name is of it
 * @param list its inputs as they are now
 * @param change what has to be computed again when one of them is new, changed or gone
 */
record Source(
    String title,
    List<String> means,
    Predicate<String> isOne,
    Function<Job, List<RunPlan.Input>> list,
    Change change) {

  /** What has to be computed again. */
  enum Change {
    /** The providers whose inputs changed, with whom their aims hang together. */
    SOME_PROVIDERS,
    /** All that this stage and the stages after it compute. */
    EVERYTHING,
    /** The tables of this stage, for all providers. */
    THIS_STAGE
  }

  /** Those of some inputs that are of it. */
  List<RunPlan.Input> of(List<RunPlan.Input> inputs) {
    return inputs.stream().filter(input -> isOne.test(input.sourceFile())).toList();
  }
}

package org.openqar.pipeline;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An input that a stage reads and no stage wrote: files, or a table that a separate command
 * imported.
 *
 * @param title the name for people
 * @param means the description, in a few short lines
 * @param isOne whether an input of this name belongs to the source
 * @param list lists the current inputs
 * @param change what the stage must compute again when an input is new, changed or gone
 */
record Source(
    String title,
    List<String> means,
    Predicate<String> isOne,
    Function<Job, List<RunPlan.Input>> list,
    Change change) {

  /** What a change of an input makes a stage compute again. */
  enum Change {
    /** The providers whose inputs changed, and those whose aims are connected with theirs. */
    SOME_PROVIDERS,
    /** Everything that this stage and the stages after it compute. */
    EVERYTHING,
    /** The tables of this stage, for all providers. */
    THIS_STAGE
  }

  /** Returns those of some inputs that belong to the source. */
  List<RunPlan.Input> of(List<RunPlan.Input> inputs) {
    return inputs.stream().filter(input -> isOne.test(input.sourceFile())).toList();
  }
}

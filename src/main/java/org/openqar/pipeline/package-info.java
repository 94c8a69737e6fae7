/**
 * The job as a list of stages.
 *
 * <p>The package takes settings, an edition and the returned files. It gives tables, and one row of
 * {@code run} that makes their versions one consistent set. Nothing here computes a figure or
 * touches Delta, and planning needs no Spark: a session starts when a stage runs.
 *
 * <p>Start reading at {@link org.openqar.pipeline.Stages}. It declares each stage in one place:
 * what the stage reads and writes, what its result depends on, and how it runs. Three classes work
 * from these declarations and know no stage by name. {@link org.openqar.pipeline.Planner} decides
 * what to do, {@link org.openqar.pipeline.Runner} does it, and {@link org.openqar.pipeline.RunLog}
 * knows what earlier runs left. {@link org.openqar.pipeline.Sizing} alone decides what depends on
 * the size of the input, and {@link org.openqar.pipeline.Changed} alone decides how far a change
 * reaches.
 */
package org.openqar.pipeline;

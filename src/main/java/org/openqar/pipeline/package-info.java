/**
 * The job as a list of stages. {@link org.openqar.pipeline.Stages} declares each of them in one
 * place: what it reads and writes, what its result depends on, how it runs. Three classes work from
 * these declarations, and know no stage by name: {@link org.openqar.pipeline.Planner} says what
 * there is to do, {@link org.openqar.pipeline.Runner} does it, {@link org.openqar.pipeline.RunLog}
 * knows what earlier runs left.
 *
 * <p>In come settings, an edition and the returned files; out go tables, and one row of {@code run}
 * that makes their versions one consistent set. Planning reads tables without Spark; a session is
 * started when a stage is to run. {@link org.openqar.pipeline.Sizing} alone decides what depends on
 * the size of the input, {@link org.openqar.pipeline.Changed} alone how far a change reaches.
 *
 * <p>No stage's method is here, and nothing of Delta. Start reading at {@code Stages}.
 */
package org.openqar.pipeline;

/**
 * Refusals, in words that tell a person what to do.
 *
 * <p>In come the facts of a refusal; out goes one sentence with its exit code. Nothing here knows
 * another package or an engine, and no sentence holds anything about a learner. Start reading at
 * {@link org.openqar.messages.UserException}.
 */
package org.openqar.messages;

/**
 * What people are told when something is refused. In come the facts of a refusal; out goes one
 * sentence with its exit code. It knows no other package of ours and no engine, and never holds
 * anything of a learner. Start reading at {@link org.openqar.messages.UserException}.
 */
package org.openqar.messages;

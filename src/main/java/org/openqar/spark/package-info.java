/**
 * Spark sessions.
 *
 * <p>In come a command's settings; out goes a session, when the command first needs one. No other
 * package creates a session. Nothing here reads a table or knows a rule. Start reading at {@link
 * org.openqar.spark.Engine}; {@link org.openqar.spark.Sessions} distinguishes a session on this
 * machine from one that spark-submit gives.
 */
package org.openqar.spark;

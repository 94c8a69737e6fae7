/**
 * Settings and editions: what a run should do, and by which rules.
 *
 * <p>In come the YAML files of {@code conf}, or the copies inside the program, and the arguments of
 * a command. Out go {@link org.openqar.config.Settings}, editions, layouts of published tables and
 * the collection calendar. A wrong key or value ends in a refusal that names the file and the key.
 * Nothing here knows what a parameter means, reads a return or starts Spark. Start reading at
 * {@link org.openqar.config.Configuration}.
 */
package org.openqar.config;

/**
 * The command line: one class for each command.
 *
 * <p>In come arguments; out go text on the terminal, files, tables and an exit code. A command
 * reads its options, calls the packages that do the work, and prints the result. It computes no
 * figure itself. A failure becomes one sentence, and a stack trace appears only if the user asks
 * for one. Start reading at {@link org.openqar.cli.Qar}, which lists the commands.
 */
package org.openqar.cli;

package org.openqar.docs;

import org.openqar.cli.Qar;
import org.openqar.spark.Sessions;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Writes the page of command help. */
final class CommandLinePage {
  private CommandLinePage() {}

  static String text() {
    CommandLine qar = Qar.commandLine(Sessions.local());
    StringBuilder page = new StringBuilder(Markdown.title("Command line"));
    page.append("The `--help` text of each command.\n");
    page.append(section("qar", qar));
    qar.getSubcommands().forEach((name, command) -> page.append(section("qar " + name, command)));
    return page.toString();
  }

  private static String section(String name, CommandLine command) {
    return "\n## %s\n\n```text\n%s\n```\n"
        .formatted(
            name,
            command
                .getUsageMessage(Ansi.OFF)
                .lines()
                .map(String::stripTrailing)
                .collect(java.util.stream.Collectors.joining("\n")));
  }
}

package org.openqar.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openqar.config.Configuration;
import org.openqar.reports.EditionReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which editions there are, and how two of them differ. */
@Command(
    name = "editions",
    description = {
      "Lists the editions: the rule sets of the publications, one a year, each a file of conf/editions.",
      "",
      "A file tells its values beside the clauses that they come from, or names another that it is based on and tells"
          + " only what differs. A run uses one edition for all its years; what several wrote stands side by side in"
          + " the tables. All files are checked; a wrong one is refused with the path of the key."
    },
    footer = {
      "",
      "Examples:",
      "  ./qar editions",
      "  ./qar editions --diff 2019-20 2024-25",
      "  ./qar run --edition 2019-20"
    },
    mixinStandardHelpOptions = true)
final class EditionsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfFolder conf;

  @Option(
      names = "--diff",
      arity = "2",
      paramLabel = "NAME",
      description =
          "Shows how two editions differ instead: each key with both values and their clauses, and the rules that"
              + " only one of them has.")
  private List<String> pair = List.of();

  @Override
  public Integer call() {
    EditionReport report = new EditionReport(new Configuration(conf.path(), Map.of()));
    var out = spec.commandLine().getOut();
    out.print(pair.isEmpty() ? report.list() : report.difference(pair.get(0), pair.get(1)));
    out.flush();
    return Qar.DONE;
  }
}

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

/** Lists the editions, and shows how two of them differ. */
@Command(
    name = "editions",
    description = {
      "Lists the editions. An edition is the rule set of one publication: one for each year, in a"
          + " file of conf/editions.",
      "",
      "A file gives each value beside its clause, or names the edition that it is based on and"
          + " gives only the differences. A run uses one edition for all its years; the tables"
          + " hold the rows of several editions side by side. The command checks all files and"
          + " names the key of any that is wrong."
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
          "Instead, show how two editions differ: each key with both values and their clauses, and"
              + " the rules that only one of them has.")
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

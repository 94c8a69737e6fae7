package org.openqar.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.openqar.messages.UserException;
import org.openqar.simulate.Sector;
import org.openqar.simulate.Simulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Invents a sector with known answers. */
@Command(
    name = "simulate",
    description = {
      "Invents a sector: returns in the form of each year, reference data, and the expected"
          + " results in expected/. These follow from each learner's journey and never from the"
          + " rules. The same arguments give the same bytes."
    },
    footer = {
      "",
      "Example:",
      "  ./qar simulate --out /tmp/sector --providers 100 --learners 10000 --years 2020-2024 --seed 7"
    },
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write; it must not hold returns yet.")
  private Path out;

  @Option(
      names = "--providers",
      defaultValue = "10",
      paramLabel = "N",
      description = "The number of providers (default: ${DEFAULT-VALUE}).")
  private int providers;

  @Option(
      names = "--learners",
      defaultValue = "600",
      paramLabel = "M",
      description = "The number of learners in all, spread unevenly (default: ${DEFAULT-VALUE}).")
  private int learners;

  @Option(
      names = "--years",
      defaultValue = "2020-2024",
      paramLabel = "FIRST-LAST",
      description = "The years with final returns; 2024 is 2024/25 (default: ${DEFAULT-VALUE}).")
  private String years;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "S",
      description = "The number that the random choices start from (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    if (!years.matches("[0-9]{4}-[0-9]{4}")) {
      throw UserException.usage(
          "--years must be FIRST-LAST, such as 2020-2024; found %s.".formatted(years));
    }
    new Places(new Configuration(), "--out").refuseUnwritableFolder(out.toString());
    var line = spec.commandLine();
    var written =
        new Simulator(
                new Sector(
                    out,
                    providers,
                    learners,
                    Integer.parseInt(years.substring(0, 4)),
                    Integer.parseInt(years.substring(5)),
                    seed))
            .write(text -> line.getErr().println(text));
    line.getOut()
        .printf(
            Locale.ROOT,
            "%s: %d files, %,d learner records, %,d aims, %.1f MB%n",
            out,
            written.files(),
            written.learners(),
            written.aims(),
            written.bytes() / 1e6);
    return Qar.DONE;
  }
}

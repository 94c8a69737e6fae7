package org.openqar.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.openqar.spark.Sessions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/** All commands. Each ends in an exit code. */
@Command(
    name = "qar",
    description = {
      "Qualification achievement rates (QAR) for every provider at once.",
      "",
      "Reads Individualised Learner Record (ILR) returns, judges every aim by the rules of an"
          + " edition, and writes rates, quartile thresholds and each provider's place as Delta"
          + " tables."
    },
    footer = {
      "",
      "Begin with:",
      "  ./qar run                     the whole job on the sample returns",
      "  ./qar run --dry-run           what it would read and do; writes nothing",
      "  ./qar explain --ukprn 10000100 --learner 0009000011",
      "                                why an aim was counted, or was not",
      "  ./qar compare --edition 2023-24 --edition 2024-25",
      "                                what another rule set makes of the same returns",
      "  ./qar publish --policy strict --out published",
      "                                files that can be given away",
      "",
      "Exit codes: 0 done, 1 failure, 2 wrong usage, 3 done but files were refused."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Qar {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int REFUSED = 3;

  /** The commands, in the order in which help lists them. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          RunCommand.class,
          ExplainCommand.class,
          CompareCommand.class,
          ImportPublishedCommand.class,
          ShowCommand.class,
          ExportCommand.class,
          StudyCommand.class,
          PublishCommand.class,
          EditionsCommand.class,
          SimulateCommand.class,
          HelpCommand.class);

  private final Sessions sessions;

  private Qar(Sessions sessions) {
    this.sessions = sessions;
  }

  Sessions sessions() {
    return sessions;
  }

  /**
   * Runs one command.
   *
   * @param out takes results
   * @param err takes progress and errors
   * @return 0 done, 1 failure, 2 wrong usage, 3 done but data was refused
   */
  public static int run(Sessions sessions, PrintStream out, PrintStream err, String... args) {
    CommandLine line = commandLine(sessions, List.of(args)::contains);
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    Failures failures = new Failures();
    line.setExecutionExceptionHandler(failures);
    line.setParameterExceptionHandler(failures);
    if (args.length == 0) {
      line.usage(line.getOut());
      return USAGE;
    }
    try {
      return line.execute(args);
    } catch (OutOfMemoryError | StackOverflowError | LinkageError | AssertionError e) {
      return Failures.report(e, line);
    }
  }

  /** Returns the commands with all their options, for the manual. */
  public static CommandLine commandLine(Sessions sessions) {
    return commandLine(sessions, any -> true);
  }

  /**
   * @param called whether to load a command in full; of the others only the name and the summary
   *     are read, because reading their options would load the classes that they work with
   */
  private static CommandLine commandLine(Sessions sessions, Predicate<String> called) {
    CommandLine line = new CommandLine(new Qar(sessions));
    for (Class<?> type : COMMANDS) {
      Command command = type.getAnnotation(Command.class);
      line.addSubcommand(command.name(), called.test(command.name()) ? type : listed(command));
    }
    return line.setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpWidth(110);
  }

  private static CommandSpec listed(Command command) {
    CommandSpec spec = CommandSpec.create().name(command.name());
    spec.usageMessage().header(command.header()).description(command.description());
    return spec;
  }
}

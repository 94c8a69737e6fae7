package org.openqar.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openqar.messages.Nearest;
import org.openqar.messages.Reason;
import org.openqar.messages.UserException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns a failure into a sentence, and prints a stack trace only if the user asks for one. Spark
 * wraps a failure in several layers, so the innermost sentence that is meant for people is printed.
 * A failure without such a sentence is a fault of the program. Its message is left out, because it
 * may hold a value of a learner.
 */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private static final String OURS = "org.openqar.";

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    return report(failure, line);
  }

  /** Prints wrong usage in one line. */
  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine line = wrong.getCommandLine();
    String command = "./" + line.getCommandSpec().qualifiedName(" ");
    String sentence =
        wrong instanceof UnmatchedArgumentException unmatched
            ? unknown(unmatched.getUnmatched().get(0), line.getCommandSpec())
            : first(wrong.getMessage())
                .replaceFirst("^Error: ", "")
                .replace("option option", "option");
    say(line, sentence + (sentence.matches(".*[.?]") ? "" : ".") + " See " + command + " --help.");
    return Qar.USAGE;
  }

  private static String unknown(String argument, CommandSpec command) {
    if (!argument.startsWith("-")) {
      Set<String> commands = command.subcommands().keySet();
      return commands.isEmpty()
          ? "'%s' is one argument too many.".formatted(argument)
          : "There is no command %s.%s".formatted(argument, Nearest.to(argument, commands));
    }
    List<String> options =
        command.options().stream().flatMap(option -> Stream.of(option.names())).toList();
    return "There is no option %s.%s".formatted(argument, Nearest.to(argument, options));
  }

  /** Prints a failure of any kind and returns the exit code. */
  static int report(Throwable failure, CommandLine line) {
    List<Throwable> chain = chain(failure);
    Optional<UserException> meant = last(chain, UserException.class);
    if (meant.isPresent()) {
      say(line, first(meant.get().getMessage()));
    } else {
      say(line, machine(chain).orElseGet(() -> fault(chain.get(chain.size() - 1))));
    }
    if (System.getenv("QAR_STACK_TRACE") != null) {
      failure.printStackTrace(line.getErr());
    }
    return meant.map(told -> told.ending().code()).orElse(Qar.FAILED);
  }

  private static void say(CommandLine line, String sentence) {
    line.getErr().println(line.getColorScheme().errorText("qar: " + sentence));
  }

  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable t = failure; t != null && !chain.contains(t); t = t.getCause()) {
      chain.add(t);
    }
    return chain;
  }

  private static <T> Optional<T> last(List<Throwable> chain, Class<T> type) {
    return chain.stream().filter(type::isInstance).map(type::cast).reduce((outer, inner) -> inner);
  }

  /** Returns what the machine could not do, if any layer of Spark or Delta says so. */
  private static Optional<String> machine(List<Throwable> chain) {
    if (last(chain, OutOfMemoryError.class).isPresent()) {
      return Optional.of(
          "There is not enough memory: give more, such as QAR_JAVA_OPTIONS=-Xmx8g ./qar ..., or run"
              + " it on a cluster.");
    }
    return chain.stream()
        .filter(IOException.class::isInstance)
        .map(IOException.class::cast)
        .flatMap(
            failure ->
                Reason.known(failure)
                    .map(
                        why ->
                            "A file or folder cannot be used, %s: %s; make room, get access, or name another place with --warehouse, --out or --set spark.settings.spark.local.dir=DIR."
                                .formatted(why, first(failure.getMessage())))
                    .stream())
        .reduce((outer, inner) -> inner);
  }

  private static String fault(Throwable cause) {
    return "OpenQAR has a fault (%s%s). Please report it as CONTRIBUTING.md describes; QAR_STACK_TRACE=1 shows where it happened."
        .formatted(
            cause.getClass().getSimpleName(),
            Stream.of(cause.getStackTrace())
                .filter(at -> at.getClassName().startsWith(OURS))
                .findFirst()
                .map(at -> " at %s:%d".formatted(at.getFileName(), at.getLineNumber()))
                .orElse(""));
  }

  private static String first(String message) {
    return message == null || message.isBlank()
        ? "no reason is given"
        : message.lines().findFirst().orElse("");
  }
}

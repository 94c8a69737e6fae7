package org.openqar.cli;

import java.util.ArrayList;
import java.util.List;
import org.openqar.config.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * A failure as one sentence. Spark wraps what went wrong in several layers; the innermost sentence
 * of ours is what the user is told, and a stack trace only where she asks for it.
 */
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    Throwable cause = cause(failure);
    line.getErr().println(line.getColorScheme().errorText("qar: " + sentence(cause)));
    if (System.getenv("QAR_STACK_TRACE") != null) {
      failure.printStackTrace(line.getErr());
    } else if (!ours(cause)) {
      line.getErr().println("Set QAR_STACK_TRACE=1 to see where it happened.");
    }
    return cause instanceof SettingsException ? Qar.USAGE : Qar.FAILED;
  }

  private static Throwable cause(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable t = failure; t != null && !chain.contains(t); t = t.getCause()) {
      chain.add(t);
    }
    return chain.stream()
        .filter(Failures::ours)
        .reduce((outer, inner) -> inner)
        .orElse(chain.get(chain.size() - 1));
  }

  private static boolean ours(Throwable failure) {
    return failure.getClass().getName().startsWith("org.openqar.")
        || failure instanceof IllegalArgumentException && fromUs(failure);
  }

  private static boolean fromUs(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith("org.openqar.");
  }

  private static String sentence(Throwable cause) {
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      return cause.getClass().getSimpleName() + ".";
    }
    return message.lines().findFirst().orElse("");
  }
}

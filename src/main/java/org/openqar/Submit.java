package org.openqar;

import org.openqar.cli.Qar;
import org.openqar.spark.Sessions;

/**
 * The same commands under spark-submit: they use the session that they are given, and a command
 * that does not end well throws, so that the cluster sees the application fail. Never exits the
 * JVM.
 */
public final class Submit {
  private Submit() {}

  /**
   * Runs a command.
   *
   * @throws IllegalStateException if it ends with another code than 0
   */
  public static void main(String[] args) {
    int code = Qar.run(Sessions.submitted(), System.out, System.err, args);
    if (code != 0) {
      throw new IllegalStateException(
          "qar %s ended with code %d; the reason is in the lines above."
              .formatted(args.length == 0 ? "" : args[0], code));
    }
  }
}

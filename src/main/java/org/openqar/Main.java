package org.openqar;

import org.openqar.cli.Qar;
import org.openqar.spark.Sessions;

/**
 * The command line for people. It starts its own Spark on this machine and gives exit codes to
 * scripts.
 */
public final class Main {
  private Main() {}

  /** Exits with 0 done, 1 failure, 2 usage, 3 data refused. */
  public static void main(String[] args) {
    int code = Qar.run(Sessions.local(), System.out, System.err, args);
    if (code == 0) {
      ClassArchive.keep();
    }
    System.exit(code);
  }
}

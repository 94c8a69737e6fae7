package org.openqar;

import java.lang.reflect.Constructor;
import org.apache.spark.SparkUserAppException;
import org.openqar.cli.Qar;
import org.openqar.spark.Sessions;

/**
 * Runs the same commands under spark-submit, with the session that it gives. A command that fails
 * throws, so that the cluster sees the application fail. It throws Spark's own exception for an
 * application that has already said why, so spark-submit and YARN take the exit code from it and
 * print no stack trace. Never exits the JVM.
 */
public final class Submit {
  private Submit() {}

  /**
   * Runs a command.
   *
   * @throws SparkUserAppException with the exit code, if that is not 0
   */
  public static void main(String[] args) throws SparkUserAppException {
    int code = Qar.run(Sessions.submitted(), System.out, System.err, args);
    if (code != 0) {
      throw ended(code);
    }
  }

  /** Makes the exception. Some versions of Spark take a cause beside the code; there is none. */
  private static SparkUserAppException ended(int code) {
    try {
      Constructor<?> made = SparkUserAppException.class.getConstructors()[0];
      Object[] values = new Object[made.getParameterCount()];
      values[0] = code;
      return (SparkUserAppException) made.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("qar ended with code " + code, e);
    }
  }
}

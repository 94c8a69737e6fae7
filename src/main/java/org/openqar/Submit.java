package org.openqar;

import java.lang.reflect.Constructor;
import org.apache.spark.SparkUserAppException;
import org.openqar.cli.Qar;
import org.openqar.spark.Sessions;

/**
 * The same commands under spark-submit: they use the session that they are given, and a command
 * that does not end well throws, so that the cluster sees the application fail. What it throws is
 * Spark's own for an application that has said why: spark-submit and YARN take the exit code from
 * it and print no stack trace. Never exits the JVM.
 */
public final class Submit {
  private Submit() {}

  /**
   * Runs a command.
   *
   * @throws SparkUserAppException if it ends with another code than 0, with this code
   */
  public static void main(String[] args) throws SparkUserAppException {
    int code = Qar.run(Sessions.submitted(), System.out, System.err, args);
    if (code != 0) {
      throw ended(code);
    }
  }

  /** Lines of Spark differ in what they take beside the code: a cause, which there is none of. */
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

package org.openqar.spark;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.openqar.config.Settings;

/**
 * The Spark session of one command. It starts when a command first needs it, so a command that
 * finds nothing to do never starts it.
 */
public final class Engine implements AutoCloseable {
  private final Sessions sessions;
  private final Settings settings;
  private final Consumer<SparkSession> started;
  private final Consumer<SparkSession> ending;
  private final Configuration hadoop;
  private SparkSession session;

  /**
   * @param settings the master, and the user's settings
   * @param started receives the session after it starts
   * @param ending receives the session before it ends
   */
  public Engine(
      Sessions sessions,
      Settings settings,
      Consumer<SparkSession> started,
      Consumer<SparkSession> ending) {
    this.sessions = sessions;
    this.settings = settings;
    this.started = started;
    this.ending = ending;
    this.hadoop = sessions.hadoop(settings);
  }

  /** Returns the configuration that reaches file systems. Starts nothing. */
  public Configuration hadoop() {
    return hadoop;
  }

  /** Returns the master that the session has or would have. */
  public String master() {
    return sessions.master(settings);
  }

  /** Whether this program starts the session, with its own settings. */
  public boolean startsItself() {
    return sessions.areStartedHere();
  }

  /** Returns the user's settings. */
  public Settings settings() {
    return settings;
  }

  /** Returns the session and starts one if there is none. */
  public SparkSession spark() {
    return spark(UnaryOperator.identity());
  }

  /**
   * Returns the session and starts one if there is none.
   *
   * @param sized adds Spark settings that suit the work; they apply only if the session starts now
   */
  public SparkSession spark(UnaryOperator<Settings> sized) {
    if (session == null) {
      session = sessions.open(sized.apply(settings));
      started.accept(session);
    }
    return session;
  }

  /** Whether a session is running. */
  public boolean isStarted() {
    return session != null;
  }

  @Override
  public void close() {
    if (session != null) {
      ending.accept(session);
      sessions.close(session);
      session = null;
    }
  }
}

package org.openqar.spark;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.openqar.config.Settings;

/**
 * The Spark of one command, started when it is first needed: a command that finds nothing to do
 * never starts it.
 */
public final class Engine implements AutoCloseable {
  private final Sessions sessions;
  private final Settings settings;
  private final Consumer<SparkSession> started;
  private final Consumer<SparkSession> ending;
  private final Configuration hadoop;
  private SparkSession session;

  /**
   * @param settings the master, and what the user sets
   * @param started is told of the session once there is one
   * @param ending is told of it before it ends
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

  /** How file systems are reached; starts nothing. */
  public Configuration hadoop() {
    return hadoop;
  }

  /** The master that the session has or would have. */
  public String master() {
    return sessions.master(settings);
  }

  /** Whether the session is started here, with our settings. */
  public boolean startsItself() {
    return sessions.areStartedHere();
  }

  /** What the user sets. */
  public Settings settings() {
    return settings;
  }

  /** The session, started if there is none. */
  public SparkSession spark() {
    return spark(UnaryOperator.identity());
  }

  /**
   * The session.
   *
   * @param sized adds settings of Spark that suit the work; only a session that is started now
   *     takes them
   */
  public SparkSession spark(UnaryOperator<Settings> sized) {
    if (session == null) {
      session = sessions.open(sized.apply(settings));
      started.accept(session);
    }
    return session;
  }

  /** Whether there is a session. */
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

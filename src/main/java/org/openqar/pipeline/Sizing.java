package org.openqar.pipeline;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.openqar.config.Settings;
import org.openqar.spark.Engine;
import org.openqar.spark.Sessions;

/**
 * Decides how a run works from the size of its input. No other class decides this. The user's
 * settings take precedence, and so do the session's under spark-submit.
 */
public final class Sizing {
  /** Up to this many bytes of returns, one machine hashes them faster than a cluster. */
  private static final long HASHED_HERE = 256L << 20;

  /** Up to this many bytes of returns, compiling a plan takes longer than running it. */
  private static final long FEW = 64L << 20;

  /**
   * Settings for few rows. One partition after a shuffle is enough, no plan is compiled, and each
   * sort and group begins with 1 MB of memory. By default Spark takes up to 64 MB for each and
   * fills it with zeros.
   */
  private static final Map<String, String> OF_FEW =
      Map.of(
          Sessions.PARTS_OF_SHUFFLE,
          "1",
          "spark.sql.codegen.wholeStage",
          "false",
          "spark.sql.codegen.factoryMode",
          "NO_CODEGEN",
          Sessions.PAGE,
          "1m");

  private final long bytes;
  private final Engine engine;

  /**
   * @param bytes the size of the returns
   */
  Sizing(long bytes, Engine engine) {
    this.bytes = bytes;
    this.engine = engine;
  }

  /** Returns the session that hashes files; empty if threads of this process do it. */
  Optional<SparkSession> hashing() {
    return engine.master().startsWith("local") || bytes <= HASHED_HERE
        ? Optional.empty()
        : Optional.of(engine.spark());
  }

  /**
   * Returns the session for the stages. Starts one with the settings for this size if there is
   * none.
   */
  SparkSession spark() {
    return engine.spark(this::in);
  }

  private Settings in(Settings settings) {
    Map<String, String> all = new LinkedHashMap<>(bytes <= FEW ? OF_FEW : Map.of());
    all.putAll(settings.spark().settings());
    return settings.with(new Settings.Spark(settings.spark().master(), all));
  }

  /** Describes the decisions, for {@code --details}. */
  public String details() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Returns of %.1f MB; Spark's master is %s%n",
            bytes / 1e6,
            engine.master()));
    if (!engine.startsItself()) {
      return text.append("The settings of Spark are those of spark-submit").toString();
    }
    Map<String, String> set = engine.settings().spark().settings();
    new TreeMap<>(in(engine.settings()).spark().settings())
        .forEach(
            (key, value) ->
                text.append(
                    "  %s = %s, %s%n"
                        .formatted(key, value, set.containsKey(key) ? "as set" : "for this size")));
    return text.append("To set another: --set spark.settings.KEY=VALUE").toString();
  }
}

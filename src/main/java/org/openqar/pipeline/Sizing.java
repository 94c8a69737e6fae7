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
 * How a run works, by how much there is to work on: the one place where that is decided. What the
 * user sets holds before it, and under spark-submit what the session has.
 */
public final class Sizing {
  /** Up to so many bytes of returns, one machine hashes them sooner than a cluster is asked. */
  private static final long HASHED_HERE = 256L << 20;

  /** Up to so many bytes of returns, a plan runs a moment and compiling it takes longer. */
  private static final long FEW = 64L << 20;

  /**
   * Rows are few enough for one part after a shuffle, no plan is compiled, and each sort and group
   * begins with 1 MB of memory: Spark would take up to 64 MB for each, and fill them with noughts.
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
   * @param bytes of the returns
   */
  Sizing(long bytes, Engine engine) {
    this.bytes = bytes;
    this.engine = engine;
  }

  /** The session by which files are hashed; empty for the threads of this process. */
  Optional<SparkSession> hashing() {
    return engine.master().startsWith("local") || bytes <= HASHED_HERE
        ? Optional.empty()
        : Optional.of(engine.spark());
  }

  /** The session for the stages, started with what suits the size unless there is one. */
  SparkSession spark() {
    return engine.spark(this::in);
  }

  private Settings in(Settings settings) {
    Map<String, String> all = new LinkedHashMap<>(bytes <= FEW ? OF_FEW : Map.of());
    all.putAll(settings.spark().settings());
    return settings.with(new Settings.Spark(settings.spark().master(), all));
  }

  /** What was decided, for the reader of {@code --details}. */
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

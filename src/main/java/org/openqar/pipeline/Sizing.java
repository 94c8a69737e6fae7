package org.openqar.pipeline;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.openqar.config.Settings;
import org.openqar.spark.Engine;

/**
 * How a run works, by how much there is to work on: the one place where that is decided. What the
 * user sets holds before it.
 *
 * @param bytes of the returns, as they are stored
 * @param local whether Spark runs in this process alone
 */
public record Sizing(long bytes, boolean local) {
  /** Up to so many bytes of returns, one machine hashes them sooner than a cluster is asked. */
  static final long HASHED_HERE = 256L << 20;

  /** Up to so many bytes of returns, a plan runs a moment and compiling it takes longer. */
  static final long FEW = 64L << 20;

  static Sizing of(long bytes, Settings settings) {
    return new Sizing(bytes, settings.spark().master().startsWith("local"));
  }

  /** The session by which headers are read and files hashed; empty for this process's threads. */
  Optional<SparkSession> lister(Engine engine) {
    return local || bytes <= HASHED_HERE ? Optional.empty() : Optional.of(engine.spark());
  }

  /** Settings with those of Spark that suit the size, as far as the user sets none of them. */
  Settings in(Settings settings) {
    Map<String, String> all = new LinkedHashMap<>(defaults());
    all.putAll(settings.spark().settings());
    return settings.with(new Settings.Spark(settings.spark().master(), all));
  }

  /** Of a few returns one part after a shuffle is enough, and no plan is compiled. */
  private Map<String, String> defaults() {
    return local && bytes <= FEW
        ? Map.of(
            "spark.sql.shuffle.partitions", "1",
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.codegen.factoryMode", "NO_CODEGEN")
        : Map.of();
  }

  /** What was decided, for the reader of {@code --details}. */
  public String details(Settings settings) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "Returns of %.1f MB, read on %s%n",
                bytes / 1e6,
                settings.spark().master()));
    in(settings)
        .spark()
        .settings()
        .forEach((key, value) -> text.append("  %s = %s%n".formatted(key, value)));
    return text.toString();
  }
}

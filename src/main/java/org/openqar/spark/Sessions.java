package org.openqar.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.openqar.config.Settings;
import org.openqar.messages.UserException;

/**
 * Creates Spark sessions, and is the only type that does. The strongest setting wins: first what
 * OpenQAR requires, then what the user sets (spark-submit's arguments, {@code spark.settings} of
 * qar.yaml), then our defaults.
 */
public interface Sessions {
  /**
   * The required settings: Delta's tables, the {@code ilr} catalogue, exact arithmetic and one time
   * zone.
   */
  Map<String, String> MANDATORY =
      Map.of(
          "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
          "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog",
          "spark.sql.catalog.ilr", "org.openqar.ilr.IlrCatalog",
          "spark.sql.ansi.enabled", "true",
          "spark.sql.session.timeZone", "UTC");

  /**
   * How sessions write. Spark writes up to this many partitions at once, without sorting the rows
   * by partition first. Delta's summary beside each commit leaves out the list of all files, which
   * would take another Spark job. Spark groups rows in one map and not in a small one before it:
   * there are so many cells that the small one is full at once, and then Spark looks up each row in
   * both.
   */
  Map<String, Object> WRITING =
      Map.of(
          "spark.sql.maxConcurrentOutputFileWriters",
          8,
          "spark.databricks.delta.allFilesInCrc.enabled",
          false,
          "spark.sql.codegen.aggregate.map.twolevel.enabled",
          false);

  /** The number of parts into which Spark puts rows when it groups or joins them. */
  String PARTS_OF_SHUFFLE = "spark.sql.shuffle.partitions";

  /** How much memory a sort or a group asks for at a time. */
  String PAGE = "spark.buffer.pageSize";

  /** That number in a session on this machine. */
  int FEW_PARTS = 4;

  /**
   * How sessions make and rename files on this machine. The setting gives {@link LocalFiles} as
   * text, because loading the class would start Hadoop, and a command without a session has no time
   * for that.
   */
  Map<String, String> LOCAL_FILES =
      Map.of(
          "spark.hadoop.fs.file.impl", "org.openqar.spark.LocalFiles",
          "spark.hadoop.fs.AbstractFileSystem.file.impl", "org.openqar.spark.LocalFiles$OfContext");

  /** Begins the name of each setting that Spark passes to Hadoop. */
  String OF_HADOOP = "spark.hadoop.";

  /** Names the settings whose values Spark's environment page and event log leave out. */
  String REDACTION = "spark.redaction.regex";

  /** Spark's own list, and the command line, because it may name a learner. */
  String REDACTED = "(?i)secret|password|token|access[.]?key|sun[.]java[.]command";

  /** Opens a session for a command. The caller ends it with {@link #close}. */
  SparkSession open(Settings settings);

  /**
   * Returns the configuration with which a command without a session reaches file systems: Hadoop's
   * own files and the {@code spark.hadoop.} settings.
   */
  default Configuration hadoop(Settings settings) {
    Configuration hadoop = new Configuration();
    Stream.of(LOCAL_FILES, settings.spark().settings())
        .flatMap(some -> some.entrySet().stream())
        .filter(setting -> setting.getKey().startsWith(OF_HADOOP))
        .forEach(
            setting ->
                hadoop.set(setting.getKey().substring(OF_HADOOP.length()), setting.getValue()));
    return hadoop;
  }

  /** Returns the master that a session has or would have. */
  default String master(Settings settings) {
    return settings.spark().master();
  }

  /** Whether this program starts its sessions, with its own settings. */
  default boolean areStartedHere() {
    return true;
  }

  /** Ends a session if this program started it. */
  void close(SparkSession session);

  /** Returns sessions on this machine, which the command starts and ends. */
  static Sessions local() {
    return new Sessions() {
      @Override
      public SparkSession open(Settings settings) {
        Map<String, Object> all = new LinkedHashMap<>(WRITING);
        all.put(PARTS_OF_SHUFFLE, FEW_PARTS);
        all.putAll(LOCAL_FILES);
        all.putAll(LongMethods.here());
        all.put(REDACTION, REDACTED);
        all.putAll(settings.spark().settings());
        all.putAll(MANDATORY);
        return SparkSession.builder()
            .appName("OpenQAR")
            .master(settings.spark().master())
            .config(all)
            .getOrCreate();
      }

      @Override
      public void close(SparkSession session) {
        session.stop();
      }
    };
  }

  /**
   * Returns the session that spark-submit gives, with its master and settings. If the session does
   * not exist yet, it gets the required settings. If it exists, it must have them.
   */
  static Sessions submitted() {
    return new Sessions() {
      @Override
      public SparkSession open(Settings settings) {
        Map<String, Object> submitted = new LinkedHashMap<>(MANDATORY);
        Stream.of(WRITING, LongMethods.ANYWHERE)
            .flatMap(some -> some.entrySet().stream())
            .forEach(
                setting ->
                    submitted.put(
                        setting.getKey(),
                        new SparkConf().get(setting.getKey(), "" + setting.getValue())));
        submitted.put(REDACTION, new SparkConf().get(REDACTION, REDACTED));
        SparkSession session =
            SparkSession.builder().appName("OpenQAR").config(submitted).getOrCreate();
        String extensions = session.conf().get("spark.sql.extensions", "");
        if (!extensions.contains(MANDATORY.get("spark.sql.extensions"))) {
          throw UserException.failed(
              "This Spark session has no Delta extension: give --conf spark.sql.extensions=%s."
                  .formatted(MANDATORY.get("spark.sql.extensions")));
        }
        return session;
      }

      @Override
      public Configuration hadoop(Settings settings) {
        // A cluster treats an application that starts no session as failed.
        return open(settings).sparkContext().hadoopConfiguration();
      }

      @Override
      public String master(Settings settings) {
        return open(settings).sparkContext().master();
      }

      @Override
      public boolean areStartedHere() {
        return false;
      }

      @Override
      public void close(SparkSession session) {
        // The cluster ends it.
      }
    };
  }
}

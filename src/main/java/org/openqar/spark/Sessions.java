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
 * The only creator of Spark sessions. Precedence, strongest first: what OpenQAR cannot do without,
 * what the user sets (spark-submit's arguments, {@code spark.settings} of qar.yaml), our defaults.
 */
public interface Sessions {
  /** Delta's tables, the {@code ilr} catalogue, exact arithmetic and one time zone. */
  Map<String, String> MANDATORY =
      Map.of(
          "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
          "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog",
          "spark.sql.catalog.ilr", "org.openqar.ilr.IlrCatalog",
          "spark.sql.ansi.enabled", "true",
          "spark.sql.session.timeZone", "UTC");

  /**
   * Up to so many partitions are written without sorting the rows by them first; what Delta sums up
   * beside each commit does not list all files once more, for which it would ask Spark. Rows are
   * grouped by one map and not by a small one before it: cells are so many that the small one is
   * full at once, and then each row is looked up in both.
   */
  Map<String, Object> WRITING =
      Map.of(
          "spark.sql.maxConcurrentOutputFileWriters",
          8,
          "spark.databricks.delta.allFilesInCrc.enabled",
          false,
          "spark.sql.codegen.aggregate.map.twolevel.enabled",
          false);

  /** Into how many parts rows are put when they are grouped or joined. */
  String PARTS_OF_SHUFFLE = "spark.sql.shuffle.partitions";

  /** Into how many in a session on this machine. */
  int FEW_PARTS = 4;

  /**
   * How files on this machine are made and renamed. {@link LocalFiles} is named and not asked: to
   * load it would be to start Hadoop, for which a command that opens no session has no time.
   */
  Map<String, String> LOCAL_FILES =
      Map.of(
          "spark.hadoop.fs.file.impl", "org.openqar.spark.LocalFiles",
          "spark.hadoop.fs.AbstractFileSystem.file.impl", "org.openqar.spark.LocalFiles$OfContext");

  /** Before the settings that Spark hands on to Hadoop. */
  String OF_HADOOP = "spark.hadoop.";

  /** Settings whose values Spark's environment page and event log leave out. */
  String REDACTION = "spark.redaction.regex";

  /** Spark's own list, and the command line: it may name a learner. */
  String REDACTED = "(?i)secret|password|token|access[.]?key|sun[.]java[.]command";

  /** A session for a command; whoever opened it closes it with {@link #close}. */
  SparkSession open(Settings settings);

  /**
   * How a command that needs no session reaches the file systems: as Hadoop's own files and {@code
   * spark.hadoop.} settings say.
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

  /** The master that a session has or would have. */
  default String master(Settings settings) {
    return settings.spark().master();
  }

  /** Whether sessions are started here, with our settings. */
  default boolean areStartedHere() {
    return true;
  }

  /** Ends a session, if it was started here. */
  void close(SparkSession session);

  /** Sessions on this machine, started and ended by the command. */
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
   * The session that spark-submit gives: its master and settings hold. What is mandatory is set
   * where the session does not exist yet, and must be there where it does.
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
        // A cluster takes an application that starts no session for a failed one.
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
        // It is the cluster's to end.
      }
    };
  }
}

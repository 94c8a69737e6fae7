package org.openqar.reports;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.benchmarks.ChosenProviders;
import org.openqar.config.Settings;
import org.openqar.messages.UserException;
import org.openqar.pipeline.RunPlan;
import org.openqar.pipeline.Sha256;
import org.openqar.rules.RuleBook;
import org.openqar.tables.KeyRange;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * The results of a study: {@code sector.csv}, {@code thresholds.csv} and {@code places.csv}, with
 * {@code study.yaml} as given, and {@code manifest.json}, which identifies by hashes the inputs of
 * the figures. The same study of the same returns gives the same bytes on any machine.
 */
public final class StudyReport {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT);

  private static final List<String> CELL =
      List.of("edition", "report_type", "measure", "year", "dimension", "value");

  /** The inputs of an edition's figures: its rules, and every file that the run read. */
  private record Made(String ruleFingerprint, List<String> inputs) {}

  private final TableStore store;
  private final Study study;
  private final Settings.Benchmarks benchmarks;
  private final Map<String, Made> editions = new TreeMap<>();
  private final List<Dataset<Row>> sectors = new ArrayList<>();
  private final List<Dataset<Row>> thresholds = new ArrayList<>();
  private final List<Dataset<Row>> places = new ArrayList<>();

  public StudyReport(TableStore store, Study study, Settings settings) {
    this.store = store;
    this.study = study;
    this.benchmarks = study.benchmarks(settings.benchmarks());
  }

  /** Takes the counts that a run left for one of the editions. */
  public void add(String edition, RuleBook book, RunPlan plan) {
    ChosenProviders sector =
        new ChosenProviders(
            counts(store.read(Tables.QAR_PROVIDER, KeyRange.of(edition, study.reportYear()))),
            benchmarks);
    sectors.add(sector.together());
    thresholds.add(sector.thresholds());
    places.add(sector.places());
    editions.put(
        edition,
        new Made(
            book.fingerprint(),
            plan.inputs().stream().map(RunPlan.Input::contentHash).sorted().toList()));
  }

  /**
   * Writes the results, and replaces those of an earlier study.
   *
   * @param yaml the study's own file
   * @return the names of the files written, with their rows
   */
  public Map<String, Long> write(String folder, byte[] yaml) {
    Map<String, Long> written = new LinkedHashMap<>();
    Map<String, String> hashes = new TreeMap<>();
    written.put("sector.csv", csv(folder, "sector.csv", together(), CELL));
    written.put(
        "thresholds.csv",
        csv(folder, "thresholds.csv", thresholds(), key("rate", "method", "groups")));
    written.put(
        "places.csv",
        csv(folder, "places.csv", places(), key("rate", "method", "groups", "ukprn")));
    try {
      FileSystem files = new Path(folder).getFileSystem(hadoop());
      put(files, new Path(folder, "study.yaml"), yaml);
      for (String name : List.of("sector.csv", "thresholds.csv", "places.csv", "study.yaml")) {
        hashes.put(name, Sha256.ofFile(folder + "/" + name, hadoop()));
      }
      Map<String, Object> manifest = new LinkedHashMap<>();
      manifest.put("study", study.name());
      manifest.put("title", study.title());
      manifest.put("report_year", study.reportYear());
      manifest.put("editions", editions);
      manifest.put("sha256", hashes);
      put(files, new Path(folder, "manifest.json"), JSON.writeValueAsBytes(manifest));
    } catch (IOException e) {
      throw UserException.io(
          "%s cannot be written".formatted(folder),
          e,
          "check that the disk has room and that you may write there");
    }
    return written;
  }

  private Dataset<Row> together() {
    return union(sectors)
        .select(
            columns(
                CELL,
                "providers",
                "leavers",
                "completers",
                "achievers",
                "achievement_rate",
                "retention_rate",
                "pass_rate"));
  }

  private Dataset<Row> thresholds() {
    return union(thresholds)
        .select(
            columns(key("rate", "method", "groups"), "minimum_leavers", "providers", "thresholds"));
  }

  private Dataset<Row> places() {
    Dataset<Row> names =
        store.read(Tables.PROVIDER).select(col("ukprn").as("named_ukprn"), col("name"));
    return union(places)
        .join(broadcast(names), col("ukprn").equalTo(col("named_ukprn")), "left")
        .withColumnRenamed("national_rate", "sector_rate")
        .withColumnRenamed("gap_to_national", "gap_to_sector")
        .select(
            columns(
                key("rate", "method", "groups", "ukprn"),
                "name",
                "leavers",
                "rate_value",
                "rate_low",
                "rate_high",
                "sector_rate",
                "gap_to_sector",
                "group_no",
                "quartile_label",
                "rank",
                "percentile",
                "points_to_next_quartile",
                "achievers_to_next_quartile",
                "quartile_probability"));
  }

  /** Returns the counts that the study uses. */
  private Dataset<Row> counts(Dataset<Row> all) {
    Dataset<Row> cells =
        all.where(
            col("report_type")
                .isin(study.reportTypes().toArray())
                .and(col("measure").isin(study.measures().toArray()))
                .and(col("year").isin(study.years().toArray()))
                .and(col("dimension").isin(study.dimensions().toArray())));
    Study.Providers who = study.providers();
    Dataset<Row> some =
        who.ukprns().isEmpty() ? cells : cells.where(col("ukprn").isin(who.ukprns().toArray()));
    if (!who.types().isEmpty() || !who.regions().isEmpty()) {
      Dataset<Row> providers = store.read(Tables.PROVIDER);
      some =
          among(
              some,
              providers.where(in("provider_type", who.types()).and(in("region", who.regions()))));
    }
    return who.groups().isEmpty()
        ? some
        : among(some, store.read(Tables.PROVIDER_GROUP).where(in("group_id", who.groups())));
  }

  private static Dataset<Row> among(Dataset<Row> counts, Dataset<Row> providers) {
    Dataset<Row> numbers = providers.select(col("ukprn").as("wanted")).distinct();
    return counts.join(broadcast(numbers), col("ukprn").equalTo(col("wanted")), "left_semi");
  }

  private static Column in(String column, List<String> values) {
    return values.isEmpty() ? lit(true) : col(column).isin(values.toArray());
  }

  private long csv(String folder, String name, Dataset<Row> rows, List<String> key) {
    Dataset<Row> inOrder = rows.repartition(1).sortWithinPartitions(columns(key)).persist();
    try {
      DatasetExport.write(inOrder, folder + "/" + name);
      return inOrder.count();
    } finally {
      inOrder.unpersist();
    }
  }

  private static List<String> key(String... more) {
    return Stream.concat(CELL.stream(), Stream.of(more)).toList();
  }

  private static Column[] columns(List<String> some, String... others) {
    return Stream.concat(some.stream(), Stream.of(others))
        .map(name -> col(name))
        .toArray(Column[]::new);
  }

  private static Dataset<Row> union(List<Dataset<Row>> frames) {
    return frames.stream().reduce(Dataset::unionByName).orElseThrow();
  }

  private static void put(FileSystem files, Path path, byte[] content) throws IOException {
    try (OutputStream out = files.create(path, true)) {
      out.write(content);
    }
  }

  private Configuration hadoop() {
    return sectors.get(0).sparkSession().sparkContext().hadoopConfiguration();
  }
}

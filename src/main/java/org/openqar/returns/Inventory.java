package org.openqar.returns;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.openqar.ilr.FileScan;
import org.openqar.ilr.IlrSchema;

/**
 * Finds the files of some roots and reads their headers and hashes. It skips the learners. Threads
 * of this process read the files, or Spark does if there is much to hash and there are many
 * machines.
 */
public final class Inventory {
  private static final StructType HEADERS =
      columns(
          List.of(
              "source_file",
              "return_number",
              "folder_year",
              "namespace",
              "year",
              "file_preparation_date",
              "ukprn",
              "learning_provider_ukprn",
              "serial_no",
              "software_supplier",
              "software_package",
              "release",
              "date_time"),
          "content_hash",
          "bytes",
          "inner_name");
  private static final StructType PROBLEMS = columns(List.of("source_file"), "problem");

  private final Map<String, String> reading;
  private final Configuration hadoop;
  private final LongFunction<Optional<SparkSession>> engine;
  private final Set<String> others = new TreeSet<>();

  /**
   * @param reading options of the {@code ilr} source: its limits
   * @param engine takes the number of bytes and gives a session if Spark should read them
   */
  public Inventory(
      Map<String, String> reading,
      Configuration hadoop,
      LongFunction<Optional<SparkSession>> engine) {
    this.reading = Map.copyOf(reading);
    this.hadoop = hadoop;
    this.engine = engine;
  }

  /**
   * Always reads with Spark.
   *
   * @param reading options of the {@code ilr} source: its limits
   */
  public Inventory(SparkSession spark, Map<String, String> reading) {
    this(reading, spark.sparkContext().hadoopConfiguration(), bytes -> Optional.of(spark));
  }

  /** Returns every file of the roots, each once, in a stable order. */
  public List<ReturnedFile> of(List<String> roots) {
    Map<String, ReturnedFile> files = new TreeMap<>();
    for (String root : roots) {
      below(root).forEach(file -> files.putIfAbsent(file.sourceFile(), file));
    }
    return List.copyOf(files.values());
  }

  /**
   * Counts the files below the roots whose names are not those of returns, by ending, such as
   * {@code .xlsx}.
   */
  public Map<String, Long> others() {
    return others.stream()
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .map(
            name ->
                name.indexOf('.') < 0
                    ? "without an ending"
                    : name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT))
        .collect(Collectors.groupingBy(ending -> ending, TreeMap::new, Collectors.counting()));
  }

  /**
   * Reads files to their ends, without a session, and keeps nothing of them.
   *
   * @return the problem of each file that cannot be read, by path
   */
  public Map<String, ReturnedFile.Problem> readThrough(List<String> files) {
    return problems(files, null);
  }

  private List<ReturnedFile> below(String root) {
    List<Row> headers = read(List.of(root), root, HEADERS);
    Map<String, ReturnedFile.Problem> problems =
        problems(
            headers.stream()
                .filter(row -> row.getAs("year") == null || row.getAs("ukprn") == null)
                .map(row -> row.<String>getAs("source_file"))
                .toList(),
            root);
    return headers.stream()
        .map(row -> file(row, problems.get(row.<String>getAs("source_file"))))
        .toList();
  }

  private static ReturnedFile file(Row row, ReturnedFile.Problem problem) {
    String path = row.getAs("source_file");
    Row content = row.getAs("file");
    return new ReturnedFile(
        path,
        Optional.ofNullable(content.<String>getAs("content_hash")).orElse("unreadable " + path),
        Optional.ofNullable(content.<Long>getAs("bytes")).orElse(0L),
        Optional.ofNullable(row.getAs("return_number")),
        Optional.ofNullable(row.getAs("folder_year")),
        Optional.ofNullable(content.getAs("inner_name")),
        new ReturnedFile.Header(
            row.getAs("namespace"),
            row.getAs("year"),
            row.getAs("file_preparation_date"),
            row.getAs("ukprn"),
            row.getAs("learning_provider_ukprn"),
            row.getAs("serial_no"),
            Stream.of("software_supplier", "software_package", "release")
                .map(row::<String>getAs)
                .filter(Objects::nonNull)
                .collect(joining(" ")),
            row.getAs("date_time")),
        Optional.ofNullable(problem));
  }

  /** Returns why files that state no year or provider cannot be read. */
  private Map<String, ReturnedFile.Problem> problems(List<String> files, String root) {
    if (files.isEmpty()) {
      return Map.of();
    }
    Map<String, ReturnedFile.Problem> problems = new HashMap<>();
    for (Row row : read(files, root, PROBLEMS)) {
      Row problem = row.<Row>getAs("file").getAs("problem");
      if (problem != null) {
        problems.put(row.getAs("source_file"), problem(problem));
      }
    }
    return problems;
  }

  static ReturnedFile.Problem problem(Row row) {
    return new ReturnedFile.Problem(row.getAs("code"), row.getAs("line"), row.getAs("message"));
  }

  /**
   * @param root the reader does not read a file outside it, even if a link leads there; null for
   *     files that were found before
   */
  private List<Row> read(List<String> paths, String root, StructType columns) {
    FileScan files = FileScan.of(paths, root, reading, hadoop);
    others.addAll(files.others());
    return engine
        .apply(files.bytes())
        .map(spark -> bySpark(spark, paths, root, columns))
        .orElseGet(() -> files.rows(columns, Runtime.getRuntime().availableProcessors()));
  }

  private List<Row> bySpark(
      SparkSession spark, List<String> paths, String root, StructType columns) {
    return spark
        .read()
        .format("ilr")
        .options(reading)
        .option("records", "file")
        .option("mode", "permissive")
        .option("basePath", root)
        .load(paths.toArray(String[]::new))
        .select(Arrays.stream(columns.fields()).map(Inventory::column).toArray(Column[]::new))
        .collectAsList();
  }

  /** Returns only the wanted fields of the column {@code file}. */
  private static Column column(StructField field) {
    return field.dataType() instanceof StructType file
        ? struct(
                Arrays.stream(file.fieldNames())
                    .map(name -> col(field.name() + "." + name))
                    .toArray(Column[]::new))
            .as(field.name())
        : col(field.name());
  }

  private static StructType columns(List<String> names, String... ofFile) {
    StructType all = IlrSchema.columns();
    StructType file = (StructType) all.apply("file").dataType();
    DataType wanted =
        new StructType(Arrays.stream(ofFile).map(file::apply).toArray(StructField[]::new));
    return new StructType(
        Stream.concat(
                names.stream().map(all::apply),
                Stream.of(new StructField("file", wanted, true, all.apply("file").metadata())))
            .collect(Collectors.toList())
            .toArray(StructField[]::new));
  }
}

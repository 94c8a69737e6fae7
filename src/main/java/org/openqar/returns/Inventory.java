package org.openqar.returns;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Finds the files of some roots and reads their headers and hashes; the learners are passed over.
 * The rows that come to the driver are files, never learners.
 */
public final class Inventory {
  private final SparkSession spark;
  private final Map<String, String> reading;

  /**
   * @param reading options of the {@code ilr} source: its limits
   */
  public Inventory(SparkSession spark, Map<String, String> reading) {
    this.spark = spark;
    this.reading = Map.copyOf(reading);
  }

  /** Every file that the roots mean, each once, in a stable order. */
  public List<ReturnedFile> of(List<String> roots) {
    Map<String, ReturnedFile> files = new TreeMap<>();
    for (String root : roots) {
      below(root).forEach(file -> files.putIfAbsent(file.sourceFile(), file));
    }
    return List.copyOf(files.values());
  }

  private List<ReturnedFile> below(String root) {
    List<Row> headers =
        read(List.of(root), root)
            .select(
                col("source_file"),
                col("file.content_hash"),
                col("file.bytes"),
                col("return_number"),
                col("folder_year"),
                col("namespace"),
                col("year"),
                col("file_preparation_date"),
                col("ukprn"),
                col("learning_provider_ukprn"),
                col("serial_no"),
                concat_ws(" ", col("software_supplier"), col("software_package"), col("release"))
                    .as("software"),
                col("file.inner_name"))
            .collectAsList();
    Map<String, ReturnedFile.Problem> problems =
        problems(
            headers.stream()
                .filter(row -> row.isNullAt(6) || row.isNullAt(8))
                .map(row -> row.getString(0))
                .toList(),
            root);
    return headers.stream().map(row -> file(row, problems.get(row.getString(0)))).toList();
  }

  private static ReturnedFile file(Row row, ReturnedFile.Problem problem) {
    return new ReturnedFile(
        row.getString(0),
        row.isNullAt(1) ? "unreadable " + row.getString(0) : row.getString(1),
        row.isNullAt(2) ? 0 : row.getLong(2),
        Optional.ofNullable(row.getAs("return_number")),
        Optional.ofNullable(row.getAs("folder_year")),
        Optional.ofNullable(row.getAs("inner_name")),
        new ReturnedFile.Header(
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getString(8),
            row.getString(9),
            row.getString(10),
            row.getString(11)),
        Optional.ofNullable(problem));
  }

  /** Why files cannot be read that tell no year or provider. */
  private Map<String, ReturnedFile.Problem> problems(List<String> files, String root) {
    if (files.isEmpty()) {
      return Map.of();
    }
    return read(files, root)
        .where(col("file.problem").isNotNull())
        .select("source_file", "file.problem.code", "file.problem.line", "file.problem.message")
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.getString(0), Inventory::problem, (a, b) -> a, HashMap::new));
  }

  static ReturnedFile.Problem problem(Row row) {
    return new ReturnedFile.Problem(row.getAs("code"), row.getAs("line"), row.getAs("message"));
  }

  /**
   * @param root what lies out of it is not read, even where a link leads there
   */
  private Dataset<Row> read(List<String> paths, String root) {
    return spark
        .read()
        .format("ilr")
        .options(reading)
        .option("records", "file")
        .option("mode", "permissive")
        .option("basePath", root)
        .load(paths.toArray(String[]::new));
  }
}

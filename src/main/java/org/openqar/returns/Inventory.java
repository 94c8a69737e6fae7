package org.openqar.returns;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Every file that the roots mean, in a stable order. */
  public List<ReturnedFile> of(List<String> roots) {
    List<Row> headers =
        files(roots.toArray(String[]::new))
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
            .orderBy("source_file")
            .collectAsList();
    Map<String, ReturnedFile.Problem> problems =
        problems(
            headers.stream()
                .filter(row -> row.isNullAt(6) || row.isNullAt(8))
                .map(row -> row.getString(0))
                .toList());
    return headers.stream()
        .map(
            row ->
                new ReturnedFile(
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
                    Optional.ofNullable(problems.get(row.getString(0)))))
        .toList();
  }

  private Map<String, ReturnedFile.Problem> problems(List<String> files) {
    if (files.isEmpty()) {
      return Map.of();
    }
    return files(files.toArray(String[]::new))
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

  private Dataset<Row> files(String... paths) {
    return spark
        .read()
        .format("ilr")
        .options(reading)
        .option("records", "file")
        .option("mode", "permissive")
        .load(paths);
  }
}

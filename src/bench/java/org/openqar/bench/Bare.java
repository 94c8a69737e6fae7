package org.openqar.bench;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The baseline of a run: the least that a Spark job with Delta costs. Makes a session, writes one
 * table of 2,525 rows to the folder given, and reads it back.
 */
final class Bare {
  private Bare() {}

  public static void main(String[] arguments) {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .appName("bare")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.databricks.delta.snapshotPartitions", "1")
            .getOrCreate();
    Dataset<Row> rows =
        spark.range(2525).withColumn("text", functions.concat(functions.lit("a"), functions.col("id")));
    rows.write().format("delta").save(arguments[0]);
    System.out.println(
        spark.read().format("delta").load(arguments[0]).agg(functions.sum("id"), functions.max("text")).first());
    spark.stop();
  }
}

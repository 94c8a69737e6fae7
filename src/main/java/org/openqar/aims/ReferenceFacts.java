package org.openqar.aims;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.rules.Codes;

/** Adds the reference data about an aim that a rule reads (qar-rules 3.9 X-CLASS, X-FOUND). */
final class ReferenceFacts {
  private ReferenceFacts() {}

  /**
   * Adds {@code aim_class} and {@code foundation}. The class of a generic aim is built in, if the
   * file gives none.
   *
   * @param learningAims rows of {@code learning_aim}
   * @param standards rows of {@code standard}
   */
  static Dataset<Row> addTo(
      Dataset<Row> chains, Dataset<Row> learningAims, Dataset<Row> standards) {
    Dataset<Row> classes =
        learningAims.select(
            col("learn_aim_ref").as("classed_ref"),
            nullif(upper(trim(col("aim_class"))), lit("")).as("class_in_file"));
    Dataset<Row> foundations =
        standards.where(col("is_foundation")).select(col("std_code").as("foundation_code"));
    return chains
        .join(broadcast(classes), col("learn_aim_ref").equalTo(col("classed_ref")), "left")
        .join(
            broadcast(foundations),
            col("prog_type")
                .equalTo(Codes.APPRENTICESHIP_STANDARD)
                .and(col("std_code").equalTo(col("foundation_code"))),
            "left")
        .withColumn(
            "aim_class",
            when(col("classed_ref").isNotNull(), col("class_in_file"))
                .otherwise(GenericAims.classOf(col("learn_aim_ref"))))
        .withColumn("foundation", col("foundation_code").isNotNull())
        .drop("classed_ref", "class_in_file", "foundation_code");
  }
}

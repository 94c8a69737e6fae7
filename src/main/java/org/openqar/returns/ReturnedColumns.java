package org.openqar.returns;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.openqar.ilr.IlrSchema;
import org.openqar.tables.Tables;

/** The columns of the {@code ilr} source that the returns tables need. */
final class ReturnedColumns {
  private ReturnedColumns() {}

  /** The columns that come from the placement of the file and not from the reader. */
  static final List<String> OURS =
      List.of(
          "return_id",
          "ukprn",
          "funding_year",
          "return_number",
          "learner_no",
          "delivery_no",
          "destination_no",
          "line");

  /**
   * The fields of a file, apart from its hash. The inventory has taken the hash, and hashing again
   * would cost a fifth of the reading time.
   */
  private static final List<String> FILE =
      List.of(
          "bytes",
          "learners",
          "aims",
          "destinations",
          "lines",
          "unknown_elements",
          "case_slips",
          "namespaces",
          "problem");

  /**
   * Returns the columns to read. Of learning deliveries and of the file, these are only the fields
   * that the tables keep.
   *
   * @param monitoring whether to read the provider's own monitoring fields
   */
  static StructType read(boolean monitoring) {
    StructType all = IlrSchema.columns(monitoring);
    StructType delivery =
        (StructType) ((ArrayType) all.apply("learning_delivery").dataType()).elementType();
    StructType file = (StructType) all.apply("file").dataType();
    return some(
            all,
            Stream.concat(
                    Stream.of("record", "source_file", "part", "record_no", "line"),
                    Stream.concat(
                            Tables.RETURNED_LEARNER.columnNames().stream(),
                            Tables.RETURNED_DESTINATION.columnNames().stream())
                        .filter(name -> !OURS.contains(name))
                        .filter(name -> all.getFieldIndex(name).isDefined())
                        .distinct())
                .toList())
        .add(
            "learning_delivery",
            DataTypes.createArrayType(
                some(
                    delivery,
                    Stream.of(delivery.fieldNames())
                        .filter(
                            name ->
                                name.equals("line")
                                    || Tables.RETURNED_DELIVERY.columnNames().contains(name))
                        .toList()),
                false))
        .add("file", some(file, FILE));
  }

  private static StructType some(StructType type, List<String> names) {
    return new StructType(names.stream().map(type::apply).toArray(StructField[]::new));
  }
}

package org.openqar.returns;

import java.util.Arrays;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.openqar.ilr.IlrSchema;

/** What the pipeline reads of a return, for the benchmarks. */
public final class PipelineColumns {
  private PipelineColumns() {}

  /** Its columns, and of the file all that the reader tells, its hash too. */
  public static StructType all() {
    return with(file());
  }

  /** Its columns as a scan of the pipeline reads them: without the hash, which the inventory takes. */
  public static StructType withoutHash() {
    StructType file = file();
    return with(
        new StructType(Arrays.stream(Scan.FILE).map(file::apply).toArray(StructField[]::new)));
  }

  private static StructType file() {
    return (StructType) IlrSchema.columns().apply("file").dataType();
  }

  private static StructType with(StructType file) {
    StructType columns = IlrSchema.columns();
    return new StructType(
            Arrays.stream(ReturnedColumns.READ).map(columns::apply).toArray(StructField[]::new))
        .add("file", file);
  }

  /** Five of them. */
  public static StructType five() {
    return new StructType(
        Arrays.stream(new String[] {"record", "source_file", "record_no", "learn_ref_number", "uln"})
            .map(IlrSchema.columns()::apply)
            .toArray(StructField[]::new));
  }
}

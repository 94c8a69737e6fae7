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
    StructType columns = withoutHash();
    return new StructType(
        Arrays.stream(columns.fields())
            .map(it -> it.name().equals("file") ? IlrSchema.columns().apply("file") : it)
            .toArray(StructField[]::new));
  }

  /** Its columns as the pipeline reads them: without the hash, which the inventory takes. */
  public static StructType withoutHash() {
    return ReturnedColumns.read(false);
  }

  /** Five of them. */
  public static StructType five() {
    return new StructType(
        Arrays.stream(new String[] {"record", "source_file", "record_no", "learn_ref_number", "uln"})
            .map(IlrSchema.columns()::apply)
            .toArray(StructField[]::new));
  }
}

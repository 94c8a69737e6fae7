package org.openqar.returns;

import java.util.Arrays;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.openqar.ilr.IlrSchema;

/** What the pipeline reads of a return, for the benchmarks. */
public final class PipelineColumns {
  private PipelineColumns() {}

  /** Its columns, with all that they hold. */
  public static StructType all() {
    StructType columns = IlrSchema.columns();
    return new StructType(
        Arrays.stream(ReturnedColumns.READ).map(columns::apply).toArray(StructField[]::new));
  }

  /** The same without size and hash of the file, which the inventory takes. */
  public static StructType withoutHash() {
    StructType file = (StructType) all().apply("file").dataType();
    StructType kept =
        new StructType(
            Arrays.stream(file.fields())
                .filter(it -> !it.name().equals("content_hash") && !it.name().equals("bytes"))
                .toArray(StructField[]::new));
    return new StructType(
        Arrays.stream(all().fields())
            .map(it -> it.name().equals("file") ? new StructField("file", kept, true, it.metadata()) : it)
            .toArray(StructField[]::new));
  }

  /** Five of them. */
  public static StructType five() {
    return new StructType(
        Arrays.stream(new String[] {"record", "source_file", "record_no", "learn_ref_number", "uln"})
            .map(IlrSchema.columns()::apply)
            .toArray(StructField[]::new));
  }
}

package org.openqar.ilr;

import java.util.function.Function;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.types.StructType;

/** Takes from Spark the columns, and the fields inside them, that a query asks for. */
final class IlrScanBuilder implements ScanBuilder, SupportsPushDownRequiredColumns {
  private final Function<StructType, Scan> scans;
  private StructType columns = IlrSchema.columns();

  IlrScanBuilder(Function<StructType, Scan> scans) {
    this.scans = scans;
  }

  @Override
  public void pruneColumns(StructType required) {
    columns = required;
  }

  @Override
  public Scan build() {
    return scans.apply(columns);
  }
}

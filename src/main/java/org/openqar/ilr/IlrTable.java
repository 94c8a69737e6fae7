package org.openqar.ilr;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.apache.spark.util.SerializableConfiguration;
import org.openqar.privacy.PseudonymKey;

/** The returns of some paths, listed once when the table is made. */
final class IlrTable implements SupportsRead {
  private final CaseInsensitiveStringMap options;
  private final SparkSession session = SparkSession.active();
  private final SerializableConfiguration hadoop;
  private final List<IlrFile> files;
  private final String name;

  IlrTable(CaseInsensitiveStringMap options) {
    this.options = options;
    this.hadoop = new SerializableConfiguration(hadoop(options));
    IlrOptions asked = IlrOptions.of(options);
    asked.key(hadoop.value());
    this.files = Listing.of(asked.paths(), asked.basePath(), hadoop.value());
    this.name = "ilr " + String.join(", ", asked.paths());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Column[] columns() {
    return Arrays.stream(IlrSchema.columns(IlrOptions.monitoring(options)).fields())
        .map(it -> Column.create(it.name(), it.dataType(), it.nullable()))
        .toArray(Column[]::new);
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap scanOptions) {
    Map<String, String> all = new HashMap<>(options.asCaseSensitiveMap());
    scanOptions.asCaseSensitiveMap().forEach(all::put);
    IlrOptions asked = IlrOptions.of(new CaseInsensitiveStringMap(all));
    PseudonymKey key = asked.key(hadoop.value());
    int tasks = session.sparkContext().defaultParallelism();
    return new IlrScanBuilder(
        columns ->
            new IlrScan(
                name,
                columns,
                files,
                asked.records(),
                asked.mode(),
                asked.limits(),
                key,
                asked.splitBytes(),
                tasks,
                hadoop));
  }

  /** Returns the session's Hadoop settings, with the read's options over them. */
  private Configuration hadoop(CaseInsensitiveStringMap over) {
    Configuration configuration = new Configuration(session.sparkContext().hadoopConfiguration());
    over.asCaseSensitiveMap().forEach(configuration::set);
    return configuration;
  }
}

package org.openqar.tables;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.NoopCache$;
import org.apache.spark.sql.execution.datasources.PartitionDirectory;
import org.apache.spark.sql.execution.datasources.PartitionPath;
import org.apache.spark.sql.execution.datasources.PartitionSpec;
import org.apache.spark.sql.execution.datasources.PartitioningAwareFileIndex;
import org.apache.spark.sql.execution.datasources.PartitioningUtils;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.openqar.tables.KeyRange.Share;
import org.openqar.tables.TableLog.State;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Gives Spark the files of a table as Parquet. Spark does not read the table's log again, and skips
 * files that cannot hold a row that the query asks for.
 */
final class TableFiles extends PartitioningAwareFileIndex {
  private final Path root;
  private final String version;
  private final Map<Path, LoggedFile> files = new LinkedHashMap<>();
  private final StructType partitioning;
  private final List<PartitionPath> partitions = new ArrayList<>();
  private final Map<Path, List<FileStatus>> byPartition = new LinkedHashMap<>();

  private TableFiles(SparkSession spark, Path root, State state, KeyRange range) {
    super(
        spark, scala.collection.immutable.Map$.MODULE$.empty(), Option.empty(), NoopCache$.MODULE$);
    this.root = root;
    this.version = state.version() + " " + range.condition();
    this.partitioning =
        new StructType(
            state.partitioning().stream().map(state.schema()::apply).toArray(StructField[]::new));
    Map<Map<String, String>, Path> known = new HashMap<>();
    for (LoggedFile file : state.files()) {
      if (file.shareOf(range) != Share.NONE) {
        add(file, known.computeIfAbsent(file.partition(), this::partition));
      }
    }
  }

  /**
   * Returns the rows of a table that may be in a range: all rows of the files that have some of
   * them.
   */
  static Dataset<Row> rows(SparkSession spark, Path root, State state, KeyRange range) {
    TableFiles files = new TableFiles(spark, root, state, range);
    return spark.baseRelationToDataFrame(
        new HadoopFsRelation(
            files,
            files.partitioning,
            state.schema(),
            Option.empty(),
            new ParquetFileFormat(),
            scala.collection.immutable.Map$.MODULE$.empty(),
            (org.apache.spark.sql.classic.SparkSession) spark));
  }

  /** A partition, which Spark treats as a separate folder. */
  private Path partition(Map<String, String> values) {
    if (partitioning.isEmpty()) {
      return root;
    }
    Path folder = new Path(root, "partition-" + partitions.size());
    Object[] row = new Object[partitioning.length()];
    for (int i = 0; i < row.length; i++) {
      StructField field = partitioning.apply(i);
      String value = values.get(field.name());
      row[i] =
          value == null
              ? null
              : PartitioningUtils.castPartValueToDesiredType(
                  field.dataType(), value, ZoneOffset.UTC);
    }
    partitions.add(new PartitionPath(new GenericInternalRow(row), folder));
    return folder;
  }

  private void add(LoggedFile file, Path partition) {
    Path named = new Path(URI.create(file.action().path()));
    Path path = named.isAbsolute() ? named : new Path(root, named);
    files.put(path, file);
    byPartition
        .computeIfAbsent(partition, any -> new ArrayList<>())
        .add(
            new FileStatus(
                file.action().size(), false, 0, 1, file.action().modificationTime(), path));
  }

  @Override
  public Seq<PartitionDirectory> listFiles(
      Seq<Expression> partitionFilters, Seq<Expression> dataFilters) {
    Predicate<LoggedFile> wanted =
        FileSkipping.mayMatch(new ArrayList<>(CollectionConverters.asJava(dataFilters)));
    List<PartitionDirectory> kept = new ArrayList<>();
    for (PartitionDirectory partition :
        CollectionConverters.asJava(super.listFiles(partitionFilters, dataFilters))) {
      kept.add(
          new PartitionDirectory(
              partition.values(),
              seq(
                  CollectionConverters.asJava(partition.files()).stream()
                      .filter(file -> wanted.test(files.get(file.getPath())))
                      .toList())));
    }
    return seq(kept);
  }

  @Override
  public PartitionSpec partitionSpec() {
    return new PartitionSpec(partitioning, seq(partitions));
  }

  @Override
  public scala.collection.mutable.LinkedHashMap<Path, FileStatus> leafFiles() {
    var leaves = new scala.collection.mutable.LinkedHashMap<Path, FileStatus>();
    byPartition.values().forEach(all -> all.forEach(file -> leaves.put(file.getPath(), file)));
    return leaves;
  }

  @Override
  public scala.collection.immutable.Map<Path, FileStatus[]> leafDirToChildrenFiles() {
    Map<Path, FileStatus[]> children = new LinkedHashMap<>();
    byPartition.forEach((folder, all) -> children.put(folder, all.toArray(FileStatus[]::new)));
    return scala.collection.immutable.Map.from(CollectionConverters.asScala(children));
  }

  @Override
  public Seq<Path> rootPaths() {
    return seq(List.of(root));
  }

  @Override
  public void refresh() {
    // The listing is of one version, so there is nothing to refresh.
  }

  /** Makes two equal reads the same to Spark, which then does their common work once. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TableFiles files
        && files.root.equals(root)
        && files.version.equals(version);
  }

  @Override
  public int hashCode() {
    return Objects.hash(root, version);
  }

  private static <T> Seq<T> seq(List<T> items) {
    return CollectionConverters.asScala(items).toSeq();
  }
}

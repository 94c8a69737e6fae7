package org.openqar.reference;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.openqar.messages.UserException;
import org.openqar.tables.Table;
import org.openqar.tables.Tables;

/**
 * The reference CSVs of one folder. They are UTF-8 with a header row. Columns are found by name in
 * any order, and further columns are ignored. LARS extracts and the ONS Postcode Directory may keep
 * their official column names.
 */
public final class ReferenceFiles {
  /** The size in bytes up to which this class reads a file without Spark. */
  private static final long SMALL = 4 << 20;

  private final Configuration hadoop;
  private final String folder;
  private final long small;

  /**
   * @param hadoop reaches the folder's file system
   * @param folder empty for none
   */
  public ReferenceFiles(Configuration hadoop, String folder) {
    this(hadoop, folder, SMALL);
  }

  ReferenceFiles(Configuration hadoop, String folder, long small) {
    this.hadoop = hadoop;
    this.folder = folder.isBlank() || folder.endsWith("/") ? folder : folder + "/";
    this.small = small;
  }

  /** Whether a path is the path of a reference file. */
  public static boolean isOne(String path) {
    return Lookup.at(path).isPresent();
  }

  /** Returns the path of a table's file, or empty if the file is missing. */
  public Optional<String> path(Table table) {
    return Optional.of(folder + Lookup.of(table).file())
        .filter(path -> !folder.isBlank() && status(path).isPresent());
  }

  /**
   * Refuses a folder that is named but missing. Without this check every name, level and subject
   * would be Unknown, and nobody would know why.
   */
  public void refuseMissing() {
    if (!folder.isBlank() && status(folder).filter(FileStatus::isDirectory).isEmpty()) {
      throw UserException.failed(
          "The reference folder %s is not there: give the folder of the reference CSVs, or leave --reference out to go without."
              .formatted(folder.substring(0, folder.length() - 1)));
    }
  }

  /**
   * Returns the names of CSVs in the folder that belong to no lookup, such as {@code provider.csv}.
   * The run reads none of them.
   */
  public List<String> strangers() {
    if (folder.isBlank()) {
      return List.of();
    }
    try {
      return Arrays.stream(fileSystem(folder).listStatus(new Path(folder)))
          .map(file -> file.getPath().getName())
          .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".csv") && !isOne(name))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw Unusable.unreachable(folder, e);
    }
  }

  /**
   * Reads every file to its end, the large ones too, without Spark and in little memory.
   *
   * @throws UserException if one cannot be used, in the words of {@link #read}
   */
  public void check() {
    for (Lookup lookup : Lookup.ALL) {
      path(lookup.table()).ifPresent(path -> check(path, lookup.table()));
    }
  }

  private void check(String path, Table table) {
    long[] repeated =
        open(
            path,
            table,
            (header, records) -> new LookupFile(path, table, header).repeatedHashes(records));
    if (repeated.length > 0) {
      open(
          path,
          table,
          (header, records) -> {
            new LookupFile(path, table, header).refuseDuplicate(records, repeated);
            return header;
          });
    }
  }

  /** Returns the providers that merged. They are few enough for the driver. */
  public List<Row> mergers() {
    Table table = Tables.PROVIDER_MERGER;
    return path(table).map(path -> rows(path, table)).orElse(List.of());
  }

  /**
   * Returns the rows of a table, or none if its file is missing.
   *
   * @throws UserException if a required column is missing, a value does not fit or a key appears
   *     twice
   */
  Dataset<Row> read(SparkSession spark, Table table) {
    Optional<String> path = path(table);
    if (path.flatMap(this::status).filter(file -> file.getLen() > small).isPresent()) {
      LookupHeader header = open(path.get(), table, (first, records) -> first);
      return new LargeFile(spark, path.get(), table, header).rows();
    }
    return spark.createDataFrame(
        path.map(file -> rows(file, table)).orElse(List.of()), table.schema());
  }

  private List<Row> rows(String path, Table table) {
    return open(
        path, table, (header, records) -> new LookupFile(path, table, header).rows(records));
  }

  private <T> T open(
      String path, Table table, BiFunction<LookupHeader, Iterator<String[]>, T> reading) {
    try (InputStream in = fileSystem(path).open(new Path(path))) {
      Iterator<String[]> records = Csv.records(in);
      return reading.apply(LookupHeader.of(path, table, Csv.names(records)), records);
    } catch (IOException e) {
      throw Unusable.unreachable(path, e);
    }
  }

  private Optional<FileStatus> status(String path) {
    try {
      Path file = new Path(path);
      FileSystem system = fileSystem(path);
      return system.exists(file) ? Optional.of(system.getFileStatus(file)) : Optional.empty();
    } catch (IOException e) {
      throw Unusable.unreachable(path, e);
    }
  }

  private FileSystem fileSystem(String path) throws IOException {
    return new Path(path).getFileSystem(hadoop);
  }
}

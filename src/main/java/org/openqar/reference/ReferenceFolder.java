package org.openqar.reference;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.openqar.tables.Table;
import org.openqar.tables.Tables;

/** The folder of the reference CSVs: which of them are there. Needs no Spark session. */
public final class ReferenceFolder {
  private static final Map<Table, String> NAMES =
      Map.of(
          Tables.PROVIDER, "providers.csv",
          Tables.PROVIDER_MERGER, "provider_merger.csv",
          Tables.PROVIDER_GROUP, "groups.csv",
          Tables.LEARNING_AIM, "learning_aims.csv",
          Tables.STANDARD, "standards.csv",
          Tables.FRAMEWORK, "frameworks.csv",
          Tables.POSTCODE, "postcodes.csv");

  private final Configuration hadoop;
  private final String folder;

  /**
   * @param folder on any Hadoop file system; it may be missing
   */
  public ReferenceFolder(Configuration hadoop, String folder) {
    this.hadoop = hadoop;
    this.folder = folder.endsWith("/") ? folder : folder + "/";
  }

  /** Whether a path is that of a reference file. */
  public static boolean isOne(String path) {
    return NAMES.containsValue(path.substring(path.lastIndexOf('/') + 1));
  }

  /**
   * The path of a table's file; empty when the folder has none.
   *
   * @throws ReferenceException if the folder cannot be reached
   */
  public Optional<String> path(Table table) {
    return Optional.of(folder + NAMES.get(table)).filter(this::exists);
  }

  /**
   * The providers that merged; none when there is no such file.
   *
   * @throws ReferenceException if their file cannot be used, naming it and what is wrong
   */
  public List<Merger> mergers() {
    return path(Tables.PROVIDER_MERGER).map(path -> new MergerFile(path).read(hadoop)).orElse(List.of());
  }

  private boolean exists(String path) {
    try {
      Path file = new Path(path);
      return file.getFileSystem(hadoop).exists(file);
    } catch (IOException e) {
      throw new ReferenceException("%s cannot be reached: %s.".formatted(path, e.getMessage()));
    }
  }
}

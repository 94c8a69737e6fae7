package org.openqar.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.openqar.messages.UserException;

/**
 * Finds whether a version of a table is the newest. The names of the log's files show this, by
 * Delta's protocol, so no table is opened.
 */
public final class Commits {
  private final Configuration hadoop;
  private final String warehouse;

  /**
   * @param hadoop the settings that reach the file system of the warehouse
   * @param warehouse the folder of the tables
   */
  public Commits(Configuration hadoop, String warehouse) {
    this.hadoop = hadoop;
    this.warehouse = warehouse;
  }

  /**
   * Whether a version is the newest.
   *
   * @throws UncheckedIOException if the warehouse cannot be reached
   */
  public boolean isAt(Table table, long version) {
    Path log = new Path(new Path(warehouse, table.name()), "_delta_log");
    try {
      FileSystem files = log.getFileSystem(hadoop);
      return files.exists(commit(log, version)) && !files.exists(commit(log, version + 1));
    } catch (IOException e) {
      throw UserException.io("%s cannot be reached".formatted(log), e, "check --warehouse");
    }
  }

  private static Path commit(Path log, long version) {
    return new Path(log, "%020d.json".formatted(version));
  }
}

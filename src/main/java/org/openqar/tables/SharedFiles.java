package org.openqar.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The files that providers' years with few rows share. One task writes them: one file of each table
 * at a time, each for one funding year. Sharing helps because opening a file costs every reader as
 * much as hundreds of rows.
 */
public final class SharedFiles {
  /**
   * The most rows of a shared file. So few are quick to write again when one provider's rows are
   * replaced.
   */
  private static final long MOST_ROWS = 50_000;

  private final Map<String, Shared> open = new HashMap<>();
  private final List<OpenFile> ended = new ArrayList<>();

  /**
   * Takes all rows of a provider's year.
   *
   * @return the file that holds them, once it has ended
   */
  Supplier<WrittenFile> add(RowFiles files, int fundingYear, int ukprn, List<InternalRow> rows)
      throws IOException {
    Shared shared = open.get(files.table());
    if (shared != null && (shared.fundingYear != fundingYear || shared.file.rows() >= MOST_ROWS)) {
      end(shared);
      shared = null;
    }
    if (shared == null) {
      shared = new Shared(files.open(), fundingYear);
      open.put(files.table(), shared);
    }
    shared.add(ukprn, rows);
    Shared taken = shared;
    return () -> taken.written;
  }

  /** Ends all files. */
  public void end() throws IOException {
    for (Shared shared : open.values()) {
      end(shared);
    }
    open.clear();
  }

  /** Deletes all files, including those that have ended. */
  public void abandon() throws IOException {
    for (Shared shared : open.values()) {
      shared.file.abandon();
    }
    for (OpenFile file : ended) {
      file.delete();
    }
  }

  private void end(Shared shared) throws IOException {
    shared.end();
    ended.add(shared.file);
  }

  private static final class Shared {
    private final OpenFile file;
    private final int fundingYear;
    private int least = Integer.MAX_VALUE;
    private int most = Integer.MIN_VALUE;
    private WrittenFile written;

    private Shared(OpenFile file, int fundingYear) {
      this.file = file;
      this.fundingYear = fundingYear;
    }

    private void add(int ukprn, List<InternalRow> rows) throws IOException {
      for (InternalRow row : rows) {
        file.write(row);
      }
      least = Math.min(least, ukprn);
      most = Math.max(most, ukprn);
    }

    private void end() throws IOException {
      written = file.end(fundingYear, least, most);
    }
  }
}

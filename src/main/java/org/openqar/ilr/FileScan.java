package org.openqar.ilr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.types.StructType;
import scala.Function1;

/**
 * Reads the headers of returned files with threads of this process. Gives the rows that the {@code
 * ilr} source gives with {@code records=file} and {@code mode=permissive}, without a Spark session.
 */
public final class FileScan {
  private final List<IlrFile> files;
  private final Set<String> others;
  private final IlrLimits limits;
  private final Configuration hadoop;

  private FileScan(Listing listing, IlrLimits limits, Configuration hadoop) {
    this.files = listing.files();
    this.others = listing.others();
    this.limits = limits;
    this.hadoop = hadoop;
  }

  /**
   * Lists the files of some paths.
   *
   * @param root the reader does not read a file outside it, even if a link leads there
   * @param options options of the {@code ilr} source
   * @throws org.openqar.messages.UserException if a path is missing or an option has a wrong value
   */
  public static FileScan of(
      List<String> paths, String root, Map<String, String> options, Configuration hadoop) {
    Configuration reached = new Configuration(hadoop);
    options.forEach(reached::set);
    return new FileScan(Listing.made(paths, root, reached), IlrLimits.of(options), reached);
  }

  /**
   * Returns the files beside the returns whose names are not those of returns, such as
   * spreadsheets.
   */
  public Set<String> others() {
    return others;
  }

  /** Returns the size of the files as stored. */
  public long bytes() {
    return files.stream().mapToLong(IlrFile::bytes).sum();
  }

  /**
   * Returns one row for each file, in no particular order.
   *
   * @param columns the wanted columns of the source, and the wanted fields of its column {@code
   *     file}
   * @param threads the number of files to read at once
   */
  public List<Row> rows(StructType columns, int threads) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<FilePart> whole = files.stream().map(FilePart::whole).toList();
      List<Future<List<Row>>> begun = new ArrayList<>();
      for (List<FilePart> group : FileGroups.of(whole, threads)) {
        begun.add(pool.submit(() -> read(group, columns)));
      }
      List<Row> rows = new ArrayList<>();
      for (Future<List<Row>> one : begun) {
        rows.addAll(one.get());
      }
      return rows;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Reading the headers of the returns was interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(e);
    } finally {
      pool.shutdownNow();
    }
  }

  private List<Row> read(List<FilePart> group, StructType columns) {
    IlrPlan plan = new IlrPlan(columns, Records.FILE, null);
    Function1<Object, Object> asRow = CatalystTypeConverters.createToScalaConverter(columns);
    List<Row> rows = new ArrayList<>();
    try (IlrPartitionReader reader =
        new IlrPartitionReader(
            group, part -> new IlrFileReader(part, hadoop, plan, Mode.PERMISSIVE, limits))) {
      while (reader.next()) {
        rows.add((Row) asRow.apply(reader.get()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}

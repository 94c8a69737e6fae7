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
 * What returned files say of themselves, read by threads of this process: the rows that the {@code
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
   * Lists what some paths mean.
   *
   * @param root what lies out of it is not read, even where a link leads there
   * @param options of the {@code ilr} source
   * @throws org.openqar.messages.UserException if a path is not there or an option has no such
   *     value
   */
  public static FileScan of(
      List<String> paths, String root, Map<String, String> options, Configuration hadoop) {
    Configuration reached = new Configuration(hadoop);
    options.forEach(reached::set);
    return new FileScan(Listing.made(paths, root, reached), IlrLimits.of(options), reached);
  }

  /** The files that lie beside them and are no returns by their names, such as spreadsheets. */
  public Set<String> others() {
    return others;
  }

  /** How large the files are, as they are stored. */
  public long bytes() {
    return files.stream().mapToLong(IlrFile::bytes).sum();
  }

  /**
   * One row a file, in no certain order.
   *
   * @param columns of those of the source, and of its column {@code file}, the ones wanted
   * @param threads how many files are read at once
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

package org.openqar.imports;

import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.openqar.csv.CsvReader;
import org.openqar.csv.CsvReader.Line;
import org.openqar.imports.Layout.Rates;
import org.openqar.imports.PublishedRow.Published;
import org.openqar.messages.UserException;
import org.openqar.tables.Figure;
import org.openqar.tables.KeyRange;
import org.openqar.tables.PublishedState;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * Imports a published table into {@code published_rate}. The import reads the file once and checks
 * all of it. The rows wait in a file beside the table, and one write makes them the publication.
 * The import keeps nothing of a refused file.
 */
public final class PublishedImport {
  private final SparkSession spark;
  private final TableStore store;

  public PublishedImport(SparkSession spark, TableStore store) {
    this.spark = spark;
    this.store = store;
  }

  /**
   * The result of an import.
   *
   * @param layout the layout of the file
   * @param repeated the number of rows skipped because they repeat a cell with the same figures
   * @param states for each figure, the number of rows in each state
   */
  public record Imported(
      String publication,
      Layout layout,
      int rows,
      int repeated,
      TreeSet<Integer> years,
      Map<Figure, Map<PublishedState, Integer>> states) {}

  /** Returns the default name of a publication: the file's name without its ending. */
  public static String nameOf(String file) {
    return new Path(file)
        .getName()
        .replaceFirst("(?i)\\.csv$", "")
        .replaceAll("[^A-Za-z0-9_-]", "-");
  }

  /** Whether a publication can have that name. */
  public static boolean isName(String name) {
    return name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
  }

  /**
   * Imports a file. It replaces a publication of the same name.
   *
   * @param file a file on any Hadoop file system
   * @param given the layout, perhaps with a mapping; empty to find it from the header
   * @param known all layouts
   * @param year the year of all rows; null if a column gives it
   * @throws UserException which names the line and column of anything the import cannot place
   */
  public Imported run(
      String file, String publication, Optional<Layout> given, List<Layout> known, Integer year) {
    Layout layout = layout(file, given, new LayoutChoice(known), year);
    Path warehouse = new Path(store.path(Tables.PUBLISHED_RATE)).getParent();
    Path waiting = new Path(warehouse, ".import-" + UUID.randomUUID());
    try {
      FileSystem files = waiting.getFileSystem(spark.sparkContext().hadoopConfiguration());
      boolean first = !files.exists(warehouse);
      try {
        Path rows = new Path(waiting, "rows.json");
        MessageDigest digest = DigestUtils.getSha256Digest();
        digest.update(
            "%s %s %s\n"
                .formatted(layout.name(), layout.reportType(), layout.measure())
                .getBytes(StandardCharsets.UTF_8));
        Imported imported;
        try (JsonGenerator json =
            new JsonFactory()
                .createGenerator(
                    new DigestOutputStream(new BufferedOutputStream(files.create(rows)), digest))) {
          json.setRootValueSeparator(new SerializedString("\n"));
          imported = read(file, publication, layout, year, json);
        }
        replace(rows, publication, layout, HexFormat.of().formatHex(digest.digest()));
        return imported;
      } finally {
        files.delete(waiting, true);
        if (first && files.exists(warehouse) && files.listStatus(warehouse).length == 0) {
          files.delete(warehouse, false);
        }
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Reads only the header. */
  private Layout layout(String file, Optional<Layout> given, LayoutChoice choice, Integer year) {
    try (CsvReader lines = lines(file)) {
      Line head = head(file, lines);
      if (given.isEmpty()) {
        return choice.of(file, List.of(head.cells()));
      }
      ImportHeader.check(file, given.get(), head, year != null, choice);
      return given.get();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private CsvReader lines(String file) throws IOException {
    Path path = new Path(file);
    FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
    return CsvReader.stripping(file, files.open(path));
  }

  private static Line head(String file, CsvReader lines) throws IOException {
    Line head = lines.next();
    if (head == null) {
      throw UserException.failed("%s is empty; give a CSV with a header.".formatted(file));
    }
    return head;
  }

  private static RuntimeException unreadable(String file, IOException e) {
    return e instanceof FileNotFoundException
        ? UserException.failed("%s does not exist; give the file to import.".formatted(file))
        : UserException.io(
            "%s cannot be imported".formatted(file), e, "give a file that you may read");
  }

  private Imported read(
      String file, String publication, Layout layout, Integer year, JsonGenerator json)
      throws IOException {
    Map<Figure, Map<PublishedState, Integer>> states = new EnumMap<>(Figure.class);
    TreeSet<Integer> years = new TreeSet<>();
    SeenCells seen = new SeenCells(file);
    BigDecimal highest = BigDecimal.ZERO;
    int rows = 0;
    try (CsvReader lines = lines(file)) {
      ImportHeader header = new ImportHeader(file, layout, head(file, lines), year != null);
      RowReader reader = new RowReader(layout, header, year);
      for (Line line = lines.next(); line != null; line = lines.next()) {
        PublishedRow row = reader.row(line);
        if (!seen.isNew(row)) {
          continue;
        }
        row.write(json);
        rows++;
        years.add(row.year());
        for (Map.Entry<Figure, Published> figure : row.figures().entrySet()) {
          Published published = figure.getValue();
          states
              .computeIfAbsent(figure.getKey(), any -> new TreeMap<>())
              .merge(published.state(), 1, Integer::sum);
          if (figure.getKey().isRate() && published.number() != null) {
            highest = highest.max(published.number());
          }
        }
      }
    }
    if (rows == 0) {
      throw UserException.failed("%s has a header but no rows.".formatted(file));
    }
    if (layout.rates() == Rates.PERCENT
        && highest.signum() > 0
        && highest.compareTo(BigDecimal.ONE) <= 0) {
      throw UserException.failed(
          "%s: no rate is over 1, so they seem to be fractions; set rates: FRACTION in a mapping file."
              .formatted(file));
    }
    return new Imported(publication, layout, rows, seen.repeated(), years, states);
  }

  private void replace(Path rows, String publication, Layout layout, String contentHash) {
    Dataset<Row> read =
        spark
            .read()
            .schema(Tables.PUBLISHED_RATE.schema())
            .option("mode", "FAILFAST")
            .json(rows.toString())
            .withColumns(
                Map.of(
                    "publication", lit(publication),
                    "layout", lit(layout.name()),
                    "report_type", lit(layout.reportType()),
                    "measure", lit(layout.measure()),
                    "content_hash", lit(contentHash)));
    store.replace(Tables.PUBLISHED_RATE, read, KeyRange.ofPublication(publication));
  }
}

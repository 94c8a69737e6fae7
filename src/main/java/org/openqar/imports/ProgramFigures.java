package org.openqar.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.openqar.config.Configuration;
import org.openqar.csv.CsvReader;
import org.openqar.csv.CsvReader.Line;
import org.openqar.tables.Tables;

/**
 * Published figures that are built in, so that a single provider can compare its rates: the
 * national apprenticeship rates of all programmes together. They are read as an import would read
 * them, but they are in no table of published rates.
 */
public final class ProgramFigures {
  /** The name of the publication. An imported publication of the same name replaces it. */
  public static final String PUBLICATION = "dfe-apprenticeship-national";

  private static final String LAYOUT = "roatp-apprenticeship-national";
  private static final String FILE = "apprenticeship-national.csv";

  private ProgramFigures() {}

  /** Returns the figures as rows of {@code published_rate}. */
  public static List<Row> rows() {
    Layout layout = new Configuration(null, Map.of()).layout(LAYOUT, null, Layout.class);
    List<Row> rows = new ArrayList<>();
    try (CsvReader lines = CsvReader.stripping(FILE, open())) {
      RowReader reader =
          new RowReader(layout, new ImportHeader(FILE, layout, lines.next(), false), null);
      for (Line line = lines.next(); line != null; line = lines.next()) {
        Map<String, Object> values = reader.row(line).values();
        values.put("publication", PUBLICATION);
        values.put("layout", layout.name());
        values.put("report_type", layout.reportType());
        values.put("measure", layout.measure());
        values.put("content_hash", PUBLICATION);
        rows.add(
            new GenericRowWithSchema(
                Tables.PUBLISHED_RATE.columnNames().stream().map(values::get).toArray(),
                Tables.PUBLISHED_RATE.schema()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** Identifies the figures: other figures have another text. */
  public static String fingerprint() {
    return PUBLICATION + " " + rows();
  }

  private static InputStream open() {
    return Objects.requireNonNull(
        ProgramFigures.class.getResourceAsStream(FILE), "the figures come with the program");
  }
}

package org.openqar.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqar.config.Configuration;
import org.openqar.csv.CsvReader;
import org.openqar.imports.PublishedImport.Imported;
import org.openqar.support.SparkTest;
import org.openqar.tables.TableStore;

/** Small published files, written and imported. */
final class PublishedFiles {
  /** The table of 2017/18 as it was published. */
  static final Path REAL =
      Path.of("src/test/resources/published/AchievementRatesNational_2017-18.csv");

  /** Those that come with the program. */
  static final List<Layout> LAYOUTS =
      new Configuration(null, Map.of())
          .layouts().stream()
              .map(name -> new Configuration(null, Map.of()).layout(name, null, Layout.class))
              .toList();

  private final Path folder;

  PublishedFiles(Path folder) {
    this.folder = folder;
  }

  TableStore store() {
    return new TableStore(SparkTest.spark(), folder.resolve("warehouse").toString());
  }

  Path write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a file, which is not imported. */
  List<PublishedRow> rows(Path file, String name) throws IOException {
    Layout layout = new Configuration(null, Map.of()).layout(name, null, Layout.class);
    List<PublishedRow> rows = new ArrayList<>();
    try (CsvReader lines = CsvReader.stripping(file.toString(), Files.newInputStream(file))) {
      ImportHeader header = new ImportHeader(file.toString(), layout, lines.next(), false);
      RowReader reader = new RowReader(layout, header, null);
      for (CsvReader.Line line = lines.next(); line != null; line = lines.next()) {
        rows.add(reader.row(line));
      }
    }
    return rows;
  }

  /** Imports a file under the name of its layout. */
  Imported run(Path file, String layout, String mapping, Integer year) {
    Path told = mapping.isEmpty() ? null : write("mapping.yaml", mapping);
    return new PublishedImport(SparkTest.spark(), store())
        .run(
            file.toString(),
            layout,
            Optional.of(new Configuration(null, Map.of()).layout(layout, told, Layout.class)),
            LAYOUTS,
            year);
  }

  /** Imports a file whose header tells the layout. */
  Imported run(Path file, String publication) {
    return new PublishedImport(SparkTest.spark(), store())
        .run(file.toString(), publication, Optional.empty(), LAYOUTS, null);
  }
}

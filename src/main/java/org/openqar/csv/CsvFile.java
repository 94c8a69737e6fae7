package org.openqar.csv;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a local CSV file: UTF-8, a header, then records. */
public final class CsvFile implements Closeable {
  private final BufferedWriter out;
  private final CsvText text = new CsvText();

  /** Begins the file with its header, and makes its folder. */
  public CsvFile(Path file, String... header) throws IOException {
    Files.createDirectories(file.getParent());
    this.out = Files.newBufferedWriter(file);
    row((Object[]) header);
  }

  /** Adds a record. */
  public void row(Object... values) throws IOException {
    out.write(text.line(values));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

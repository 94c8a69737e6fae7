package org.openqar.simulate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a CSV file: UTF-8, a header row, quotes only where needed, and nothing for null. */
final class Csv implements Closeable {

  private final BufferedWriter out;

  Csv(Path path, String... columns) throws IOException {
    Files.createDirectories(path.getParent());
    out = Files.newBufferedWriter(path);
    row((Object[]) columns);
  }

  void row(Object... values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      if (values[i] != null) {
        out.write(quoted(values[i].toString()));
      }
    }
    out.write('\n');
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

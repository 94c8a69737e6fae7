package org.openqar.publish;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The records of a CSV file one after the other, as RFC 4180 has them. */
final class CsvRecords {
  private final BufferedReader in;

  CsvRecords(BufferedReader in) {
    this.in = in;
  }

  /** The cells of the next record; null after the last one. */
  List<String> next() throws IOException {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int c = in.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && (quoted || c != '\n'); c = in.read()) {
      if (c == '"' && quoted && follows('"')) {
        cell.append('"');
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c != '\r' || quoted) {
        cell.append((char) c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** Takes a character if it comes next. */
  private boolean follows(char expected) throws IOException {
    in.mark(1);
    if (in.read() == expected) {
      return true;
    }
    in.reset();
    return false;
  }

  /** A record as text, with quotes where they are needed, and its end. */
  static String line(List<String> cells) {
    return cells.stream().map(CsvRecords::cell).collect(Collectors.joining(",", "", "\n"));
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}

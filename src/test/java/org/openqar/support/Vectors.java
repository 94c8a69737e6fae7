package org.openqar.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The worked cases of the specification, and the list of those that are not run yet. */
public final class Vectors {
  static final Path FOLDER = Path.of("src/test/resources/vectors");

  private Vectors() {}

  /**
   * One case.
   *
   * @param cells by column; an empty cell is not there
   */
  public record Case(Map<String, String> cells) {
    public String id() {
      return cells.get("id");
    }

    /** A cell; null when it is empty. */
    public String get(String column) {
      return cells.get(column);
    }

    public Integer number(String column) {
      return get(column) == null ? null : Integer.valueOf(get(column));
    }

    @Override
    public String toString() {
      return id() + " " + cells.getOrDefault("case", "");
    }
  }

  /** The cases of a file. */
  public static List<Case> of(String file) {
    return of(FOLDER.resolve(file));
  }

  /** The cases of a file of ours. */
  public static List<Case> of(Path file) {
    try {
      List<List<String>> lines = records(Files.readString(file));
      List<String> header = lines.get(0);
      List<Case> cases = new ArrayList<>();
      for (List<String> line : lines.subList(1, lines.size())) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
          if (!line.get(i).isEmpty()) {
            cells.put(header.get(i), line.get(i));
          }
        }
        cases.add(new Case(cells));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether a case is listed as left out.
   *
   * @param part the part of the case, or null for the whole of it
   */
  public static boolean leftOut(String file, String id, String part) {
    return of("left-out.csv").stream()
        .anyMatch(
            listed ->
                listed.get("file").equals(file)
                    && (listed.id().equals("*") || listed.id().equals(id))
                    && (listed.get("part") == null || listed.get("part").equals(part)));
  }

  private static List<List<String>> records(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && (c == ',' || c == '\n')) {
        record.add(cell.toString().strip());
        cell.setLength(0);
        if (c == '\n') {
          records.add(record);
          record = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return records;
  }
}

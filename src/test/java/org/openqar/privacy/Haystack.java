package org.openqar.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openqar.support.SparkTest;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** Everything that a run produced, by place. */
final class Haystack {
  private final Map<String, String> texts = new TreeMap<>();

  void add(String place, String text) {
    texts.merge(place, text, (a, b) -> a + "\n" + b);
  }

  /** Adds all files below a folder, with their bytes as Latin letters. */
  void addFiles(String place, Path folder, Predicate<Path> which) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).filter(which).toList()) {
        add(
            place + " " + folder.relativize(file),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds every table, row by row, and the Delta logs beside them. */
  void addWarehouse(Path warehouse) {
    TableStore store = new TableStore(SparkTest.spark(), warehouse.toString());
    for (Table table : Tables.ALL) {
      if (store.exists(table)) {
        add("table " + table.name(), String.join("\n", store.read(table).toJSON().collectAsList()));
      }
    }
    addFiles("log of table", warehouse, file -> file.toString().contains("_delta_log"));
  }

  /** Returns the amount of text from a place. */
  int size(String place) {
    return texts.entrySet().stream()
        .filter(text -> text.getKey().startsWith(place))
        .mapToInt(text -> text.getValue().length())
        .sum();
  }

  /** Finds a text in any case. Returns each place with the text around it. */
  List<String> find(String needle) {
    List<String> found = new ArrayList<>();
    String wanted = needle.toLowerCase(Locale.ROOT);
    texts.forEach(
        (place, text) -> {
          int at = text.toLowerCase(Locale.ROOT).indexOf(wanted);
          if (at >= 0) {
            found.add(
                place
                    + ": "
                    + text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 80)));
          }
        });
    return found;
  }

  /** Does the same outside some kinds of place. */
  List<String> findOutside(List<String> places, String needle) {
    return find(needle).stream().filter(it -> places.stream().noneMatch(it::startsWith)).toList();
  }
}

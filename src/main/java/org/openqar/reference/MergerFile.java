package org.openqar.reference;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.openqar.tables.Table;
import org.openqar.tables.Tables;

/**
 * The file of mergers, read without Spark as {@link ReferenceFiles} reads it: a run has to know its
 * gaps before it does anything.
 */
final class MergerFile {
  private static final Table TABLE = Tables.PROVIDER_MERGER;

  private final String path;

  MergerFile(String path) {
    this.path = path;
  }

  List<Merger> read(Configuration hadoop) {
    Path file = new Path(path);
    try (Reader text =
        new InputStreamReader(
            file.getFileSystem(hadoop).open(file), StandardCharsets.UTF_8)) {
      CsvParser csv = new CsvParser(settings());
      csv.beginParsing(text);
      List<Integer> places = places(csv.parseNext());
      List<Merger> mergers = new ArrayList<>();
      for (String[] record = csv.parseNext(); record != null; record = csv.parseNext()) {
        mergers.add(merger(record, places, mergers.size() + 1));
      }
      csv.stopParsing();
      refuseTwice(mergers);
      return List.copyOf(mergers);
    } catch (IOException e) {
      throw new ReferenceException("%s cannot be reached: %s.".formatted(path, e.getMessage()));
    }
  }

  private static CsvParserSettings settings() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setLineSeparatorDetectionEnabled(true);
    settings.getFormat().setQuoteEscape('"');
    settings.setCommentProcessingEnabled(false);
    settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_DELIMITER);
    settings.setMaxCharsPerColumn(-1);
    return settings;
  }

  /** Where each column of the table stands in the file. */
  private List<Integer> places(String[] header) {
    Map<String, Integer> found = new TreeMap<>();
    for (int i = 0; header != null && i < header.length; i++) {
      if (header[i] != null) {
        found.putIfAbsent(
            header[i].replace("\uFEFF", "").trim().toLowerCase(Locale.ROOT), i);
      }
    }
    for (String name : TABLE.columnNames()) {
      if (!found.containsKey(name)) {
        throw new ReferenceException(
            "%s has no column %s: its header must name %s."
                .formatted(path, name, String.join(", ", TABLE.columnNames())));
      }
    }
    return TABLE.columnNames().stream().map(found::get).toList();
  }

  private Merger merger(String[] record, List<Integer> places, int number) {
    int[] values = new int[places.size()];
    for (int i = 0; i < values.length; i++) {
      int place = places.get(i);
      String text = place < record.length && record[place] != null ? record[place].trim() : "";
      try {
        values[i] = text.matches("[+-]?[0-9]+") ? Integer.parseInt(text) : misfit(i, number);
      } catch (NumberFormatException e) {
        misfit(i, number);
      }
    }
    return new Merger(values[0], values[1], values[2]);
  }

  private int misfit(int column, int number) {
    throw new ReferenceException(
        "%s, record %d: %s is empty or not of its kind; correct it or leave the record out."
            .formatted(path, number, TABLE.columnNames().get(column)));
  }

  /** A provider merges once. */
  private void refuseTwice(List<Merger> mergers) {
    mergers.stream()
        .collect(Collectors.groupingBy(Merger::oldUkprn, TreeMap::new, Collectors.counting()))
        .forEach(
            (ukprn, times) -> {
              if (times > 1) {
                throw new ReferenceException(
                    "%s has %s %s more than once; keep one record."
                        .formatted(path, String.join(", ", TABLE.key()), ukprn));
              }
            });
  }
}

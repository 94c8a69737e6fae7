package org.openqar.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openqar.csv.CsvReader;
import org.openqar.csv.CsvReader.Line;

/** What somebody reads who has a published folder. */
final class PackageCells {
  private static final List<String> INDICATORS =
      Stream.of(Indicator.values()).map(Indicator::column).toList();

  private PackageCells() {}

  /** The rows of all data files. */
  static List<PublishedCell> in(Path folder) throws IOException {
    List<PublishedCell> cells = new ArrayList<>();
    for (String level : List.of("national", "providers")) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file :
            files.filter(it -> it.toString().endsWith("_" + level + ".csv")).sorted().toList()) {
          cells.addAll(of(file, file.getFileName().toString().replace("_" + level + ".csv", "")));
        }
      }
    }
    return cells;
  }

  private static List<PublishedCell> of(Path file, String report) throws IOException {
    List<PublishedCell> cells = new ArrayList<>();
    try (CsvReader lines = CsvReader.exact(file.toString(), Files.newInputStream(file))) {
      String[] header = lines.next().cells();
      for (Line line = lines.next(); line != null; line = lines.next()) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
          row.put(header[i], line.cells()[i]);
        }
        cells.add(cell(report, row));
      }
    }
    return cells;
  }

  private static PublishedCell cell(String report, Map<String, String> row) {
    Map<String, String> filters = new TreeMap<>();
    Map<String, String> figures = new TreeMap<>();
    row.forEach(
        (column, value) -> {
          if (INDICATORS.contains(column)) {
            figures.put(column, value);
          } else if (!column.matches(
              "time_.*|geographic_.*|country_.*|region_.*|provider_(ukprn|name)")) {
            filters.put(column, value);
          }
        });
    if (row.get("geographic_level").equals("Regional")) {
      filters.put("delivery_region", row.get("region_name").replace("Not available", "Unknown"));
    }
    return new PublishedCell(
        report + " " + row.get("time_period"),
        row.getOrDefault("provider_ukprn", PublishedCell.NATION),
        filters,
        figures);
  }

  /** The true counts, from a folder in which nothing is hidden. */
  static Map<String, Counts> truth(Path folder) throws IOException {
    Map<String, Counts> truth = new HashMap<>();
    for (PublishedCell cell : in(folder)) {
      String completers = cell.figures().getOrDefault("completer_count", Figures.NOT_APPLICABLE);
      truth.put(
          cell.key(),
          new Counts(
              Long.parseLong(cell.figures().get("leaver_count")),
              completers.equals(Figures.NOT_APPLICABLE) ? null : Long.valueOf(completers),
              Long.parseLong(cell.figures().get("achievement_count"))));
    }
    return truth;
  }
}

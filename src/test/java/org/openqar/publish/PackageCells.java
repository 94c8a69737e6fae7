package org.openqar.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqar.csv.CsvReader;
import org.openqar.csv.CsvReader.Line;

/** What somebody reads who has a published folder. */
final class PackageCells {
  private static final List<String> INDICATORS =
      Stream.of(Indicator.values()).map(Indicator::column).toList();

  private static final Pattern TIME_OR_PLACE =
      Pattern.compile("time_.*|geographic_.*|country_.*|region_.*|provider_(ukprn|name)");

  private PackageCells() {}

  /** The rows of all data files. */
  static List<PublishedCell> in(Path folder) throws IOException {
    return in(folder, any -> true, any -> true);
  }

  /** The rows of one report, measure and period. */
  static List<PublishedCell> of(Path folder, String system) throws IOException {
    return in(folder, report -> system.startsWith(report + " "), system::equals);
  }

  /** Which reports, measures and periods there are. */
  static Set<String> systems(Path folder) throws IOException {
    Set<String> systems = new TreeSet<>();
    in(
        folder,
        any -> true,
        system -> {
          systems.add(system);
          return false;
        });
    return systems;
  }

  private static List<PublishedCell> in(
      Path folder, Predicate<String> reports, Predicate<String> systems) throws IOException {
    List<PublishedCell> cells = new ArrayList<>();
    for (String level : List.of("national", "providers")) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file :
            files.filter(it -> it.toString().endsWith("_" + level + ".csv")).sorted().toList()) {
          String report = file.getFileName().toString().replace("_" + level + ".csv", "");
          if (reports.test(report)) {
            cells.addAll(of(file, report, systems));
          }
        }
      }
    }
    return cells;
  }

  private static List<PublishedCell> of(Path file, String report, Predicate<String> systems)
      throws IOException {
    List<PublishedCell> cells = new ArrayList<>();
    try (CsvReader lines = CsvReader.exact(file.toString(), Files.newInputStream(file))) {
      List<String> header = List.of(lines.next().cells());
      int period = header.indexOf("time_period");
      for (Line line = lines.next(); line != null; line = lines.next()) {
        String system = report + " " + line.cells()[period];
        if (systems.test(system)) {
          Map<String, String> row = new HashMap<>();
          for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), line.cells()[i]);
          }
          cells.add(cell(system, row));
        }
      }
    }
    return cells;
  }

  private static PublishedCell cell(String system, Map<String, String> row) {
    Map<String, String> filters = new TreeMap<>();
    Map<String, String> figures = new TreeMap<>();
    row.forEach(
        (column, value) -> {
          if (INDICATORS.contains(column)) {
            figures.put(column, value);
          } else if (!TIME_OR_PLACE.matcher(column).matches()) {
            filters.put(column, value);
          }
        });
    if (row.get("geographic_level").equals("Regional")) {
      filters.put("delivery_region", row.get("region_name").replace("Not available", "Unknown"));
    }
    return new PublishedCell(
        system, row.getOrDefault("provider_ukprn", PublishedCell.NATION), filters, figures);
  }

  /** The true counts, from a folder in which nothing is hidden. */
  static Map<String, TrueCounts> truth(Path folder) throws IOException {
    return truth(in(folder));
  }

  /** Those of one report, measure and period. */
  static Map<String, TrueCounts> truth(Path folder, String system) throws IOException {
    return truth(of(folder, system));
  }

  private static Map<String, TrueCounts> truth(List<PublishedCell> cells) {
    Map<String, TrueCounts> truth = new HashMap<>();
    for (PublishedCell cell : cells) {
      String completers = cell.figures().getOrDefault("completer_count", Figures.NOT_APPLICABLE);
      truth.put(
          cell.key(),
          new TrueCounts(
              Long.parseLong(cell.figures().get("leaver_count")),
              completers.equals(Figures.NOT_APPLICABLE) ? null : Long.valueOf(completers),
              Long.parseLong(cell.figures().get("achievement_count"))));
    }
    return truth;
  }
}

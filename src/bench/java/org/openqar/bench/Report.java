package org.openqar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, each figure as a ratio to a baseline of the same run. */
final class Report {

  /** One row: the ratios in order, and what the baseline itself came to. */
  private record Line(String what, String baseline, List<Double> ratios, String absolute) {
    double at(double share) {
      return ratios.get((int) Math.round(share * (ratios.size() - 1)));
    }

    String markdown() {
      return String.format(
          Locale.ROOT,
          "| %s | %s | %.2f | %.2f to %.2f (%d) | %s |",
          what, baseline, at(0.5), at(0), at(1), ratios.size(), absolute);
    }

    String json() {
      return String.format(
          Locale.ROOT,
          "{\"what\": \"%s\", \"baseline\": \"%s\", \"median\": %.3f, \"least\": %.3f,"
              + " \"most\": %.3f, \"samples\": %d, \"absolute\": \"%s\"}",
          what, baseline, at(0.5), at(0), at(1), ratios.size(), absolute);
    }
  }

  private final List<Line> lines = new ArrayList<>();
  private final List<String> tables = new ArrayList<>();

  void add(String what, String baseline, List<Double> ratios, String absolute) {
    Line line = new Line(what, baseline, ratios.stream().sorted().toList(), absolute);
    lines.add(line);
    System.out.println(line.markdown());
  }

  /** Takes a table of another form, below the ratios. */
  void add(String title, List<String> table) {
    tables.add("");
    tables.add("## " + title);
    tables.add("");
    tables.addAll(table);
  }

  void write(Path folder) throws IOException {
    List<String> table = new ArrayList<>();
    if (!lines.isEmpty()) {
      table.add("| Measured | Against | Median ratio | Spread (samples) | In this run |");
      table.add("|---|---|---:|---|---|");
      lines.forEach(it -> table.add(it.markdown()));
    }
    table.addAll(tables);
    Files.write(folder.resolve("results.md"), table);
    Files.writeString(
        folder.resolve("results.json"),
        lines.stream().map(Line::json).toList().toString().replace("}, {", "},\n {") + "\n");
    System.out.println(String.join("\n", table));
  }
}

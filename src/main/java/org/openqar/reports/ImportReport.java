package org.openqar.reports;

import static java.util.stream.Collectors.joining;

import org.openqar.calendar.AcademicYear;
import org.openqar.config.Configuration;
import org.openqar.imports.Layout;
import org.openqar.imports.PublishedImport.Imported;

/** Describes the layouts of published tables, and the result of an import. */
public final class ImportReport {
  private ImportReport() {}

  /** Lists every layout. Reads each layout completely, and so refuses a faulty one. */
  public static String layouts(Configuration configuration) {
    TextTable table = new TextTable("layout", "report", "title", "source");
    for (String name : configuration.layouts()) {
      Layout layout = configuration.layout(name, null, Layout.class);
      table.row(layout.name(), layout.reportType(), layout.title(), layout.source());
    }
    return "Layouts: what the columns of a published table are. Use one with --layout NAME\n"
        + table;
  }

  /** Describes the number of rows, their years, and how each figure is published. */
  public static String of(Imported imported) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: %,d rows of %s by layout %s, %s\n"
            .formatted(
                imported.publication(),
                imported.rows(),
                imported.layout().reportType(),
                imported.layout().name(),
                imported.years().stream()
                    .map(year -> new AcademicYear(year).label())
                    .collect(joining(", "))));
    if (imported.repeated() > 0) {
      text.append(
          "  %,d rows skipped, because they repeat a cell of another row with the same figures\n"
              .formatted(imported.repeated()));
    }
    TextTable table = new TextTable("figure", "published as");
    imported
        .states()
        .forEach(
            (figure, states) ->
                table.row(
                    figure.column(),
                    states.entrySet().stream()
                        .map(state -> "%s %,d".formatted(state.getKey().label(), state.getValue()))
                        .collect(joining(", "))));
    return text.append(table).toString();
  }
}

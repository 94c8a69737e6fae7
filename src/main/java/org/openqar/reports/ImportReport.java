package org.openqar.reports;

import static java.util.stream.Collectors.joining;

import org.openqar.calendar.AcademicYear;
import org.openqar.config.Configuration;
import org.openqar.imports.Layout;
import org.openqar.imports.PublishedImport.Imported;

/** Layouts of published tables, and what an import made of a file. */
public final class ImportReport {
  private ImportReport() {}

  /** Every layout; each is read whole, so that a wrong one is refused. */
  public static String layouts(Configuration configuration) {
    TextTable table = new TextTable("layout", "report", "title", "source");
    for (String name : configuration.layouts()) {
      Layout layout = configuration.layout(name, null, Layout.class);
      table.row(layout.name(), layout.reportType(), layout.title(), layout.source());
    }
    return "Layouts: what the columns of a published table are. Use one with --layout NAME\n"
        + table;
  }

  /** How many rows, of which years, and how each figure is published. */
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
          "  %,d rows tell a cell again that another row tells by the same figures, and were passed over\n"
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

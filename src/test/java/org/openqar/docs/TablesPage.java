package org.openqar.docs;

import static org.openqar.docs.Markdown.code;
import static org.openqar.docs.Markdown.codes;
import static org.openqar.docs.Markdown.head;
import static org.openqar.docs.Markdown.row;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openqar.pipeline.Stage;
import org.openqar.pipeline.Stages;
import org.openqar.tables.Field;
import org.openqar.tables.Table;
import org.openqar.tables.TableLayer;
import org.openqar.tables.Tables;

/** Writes the page of every table with every column, from the tables' declarations. */
final class TablesPage {
  private TablesPage() {}

  private static final Map<TableLayer, String> WHAT =
      new EnumMap<>(
          Map.of(
              TableLayer.RETURNS, "as returned, text kept as text",
              TableLayer.REFERENCE, "lookups, one row for each code; imported published tables",
              TableLayer.AIMS, "one row for each aim, matched through the returns",
              TableLayer.MEASURES, "judged aims, then counts and rates",
              TableLayer.BENCHMARKS, "thresholds, and each provider's place",
              TableLayer.OPERATIONS, "the runs"));

  static String text() {
    StringBuilder page = new StringBuilder(Markdown.title("Tables"));
    page.append(
        """
        All tables are Delta tables. Each has its own folder in the warehouse. A year is the calendar year in which the
        academic year starts: 2024 is 2024/25. A flag is never empty. Data flows one way, and each stage writes one layer.

        ```mermaid
        flowchart LR
        """);
    for (TableLayer layer : TableLayer.values()) {
      page.append(
          "  %s[\"<b>%s</b><br/>%s\"]\n"
              .formatted(
                  layer.label(),
                  layer.label(),
                  String.join("<br/>", Tables.of(layer).stream().map(Table::name).toList())));
    }
    page.append(flow()).append("```\n");
    for (TableLayer layer : TableLayer.values()) {
      page.append("\n## %s: %s\n\n".formatted(layer.label(), WHAT.get(layer)));
      page.append(head("table", "one row is", "key"));
      List<Table> tables = Tables.of(layer);
      tables.forEach(
          table ->
              page.append(
                  row(
                      "[%s](#%s)".formatted(code(table.name()), table.name()),
                      table.grain(),
                      codes(table.key()))));
      tables.forEach(table -> page.append(table(table)));
    }
    return page.toString();
  }

  /**
   * Draws an arrow to each stage from every stage that it reads, and from the last stage to the
   * records of the run.
   */
  private static String flow() {
    StringBuilder arrows = new StringBuilder();
    for (Stage stage : Stages.ALL) {
      for (Stage.Outside source : stage.outside()) {
        arrows.append(
            "  %s[/\"%s\"/] --> %s\n"
                .formatted(
                    source.title().toLowerCase(Locale.ROOT).replace(' ', '_'),
                    source.title(),
                    stage.label()));
      }
      Stages.ALL.stream()
          .filter(stage::readsFrom)
          .forEach(
              earlier -> arrows.append("  %s --> %s\n".formatted(earlier.label(), stage.label())));
    }
    return arrows
        .append("  %s --> %s\n".formatted(Stages.last().label(), TableLayer.OPERATIONS.label()))
        .toString();
  }

  private static String table(Table table) {
    StringBuilder text = new StringBuilder("\n### %s\n\n".formatted(table.name()));
    text.append("%s.\n\n".formatted(table.grain()));
    text.append("- Layer: %s\n".formatted(table.layer().label()));
    text.append("- Key, and the order of exports: %s\n".formatted(codes(table.key())));
    if (!table.partitioning().isEmpty()) {
      text.append("- Partitioned by: %s\n".formatted(codes(table.partitioning())));
    }
    if (!table.clustering().isEmpty()) {
      text.append("- Clustered by: %s\n".formatted(codes(table.clustering())));
    }
    table
        .constraints()
        .forEach(
            (name, condition) ->
                text.append("- Constraint %s: %s\n".formatted(code(name), code(condition))));
    text.append('\n').append(head("column", "type", "may be empty", "meaning"));
    for (Field field : table.fields()) {
      text.append(
          row(
              code(field.name()),
              code(field.type().catalogString()),
              field.nullable() ? "yes" : "no",
              Markdown.plain(field.meaning())));
    }
    return text.toString();
  }
}

package org.openqar.imports;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.openqar.imports.Layout.Scope;
import org.openqar.tables.Figure;
import org.openqar.tables.PublishedState;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One row of the table, without the columns that all rows of a publication share.
 *
 * @param ukprn the UKPRN of a provider's row, otherwise null
 * @param filters all filters that are not at their total, whatever the table does with them
 */
record PublishedRow(
    int line,
    int year,
    Scope scope,
    Integer ukprn,
    String providerName,
    String providerType,
    String dimension,
    String value,
    TreeMap<String, String> widerFilters,
    TreeMap<String, String> otherFilters,
    TreeMap<String, String> filters,
    Map<Figure, Published> figures) {

  /**
   * The published value or symbol of a figure.
   *
   * @param number null unless the state is a value
   */
  record Published(PublishedState state, BigDecimal number) {
    static Published of(PublishedState state) {
      return new Published(state, null);
    }
  }

  /** Identifies the cell: two rows with the same cell give figures of the same aims. */
  String cell() {
    return "%d|%s|%s|%s|%s|%s|%s"
        .formatted(
            year,
            scope,
            ukprn,
            scope == Scope.NATIONAL ? providerType : "",
            dimension,
            value,
            otherFilters);
  }

  /** Identifies the row as it was published. */
  String published() {
    return "%d|%s|%s|%s|%s".formatted(year, scope, ukprn, providerType, filters);
  }

  /**
   * Returns the values by column of {@code published_rate}, without the columns that all rows
   * share.
   */
  Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    values.put("line", line);
    values.put("year", year);
    values.put("scope", scope.label());
    values.put("ukprn", ukprn);
    values.put("provider_name", providerName);
    values.put("provider_type", providerType);
    values.put("dimension", dimension);
    values.put("value", value);
    values.put("wider_filters", CollectionConverters.asScala(widerFilters));
    values.put("other_filters", CollectionConverters.asScala(otherFilters));
    figures.forEach(
        (figure, published) -> {
          BigDecimal number = published.number();
          values.put(
              figure.column(),
              number == null || figure.isRate() ? number : (Object) number.longValueExact());
          values.put(figure.stateColumn(), published.state().label());
        });
    return values;
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("line", line);
    json.writeNumberField("year", year);
    json.writeStringField("scope", scope.label());
    if (ukprn != null) {
      json.writeNumberField("ukprn", ukprn);
    }
    if (providerName != null) {
      json.writeStringField("provider_name", providerName);
    }
    json.writeStringField("provider_type", providerType);
    json.writeStringField("dimension", dimension);
    json.writeStringField("value", value);
    write(json, "wider_filters", widerFilters);
    write(json, "other_filters", otherFilters);
    for (Figure figure : Figure.values()) {
      Published published = figures.get(figure);
      if (published.number() != null) {
        json.writeNumberField(figure.column(), published.number());
      }
      json.writeStringField(figure.stateColumn(), published.state().label());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Map<String, String> filters)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> filter : filters.entrySet()) {
      json.writeStringField(filter.getKey(), filter.getValue());
    }
    json.writeEndObject();
  }
}

package org.openqar.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.openqar.publish.Publication.Written;

/**
 * Writes descriptions that programs need to read the files: CSVW metadata for each file (W3C,
 * Metadata Vocabulary for Tabular Data), and one Frictionless data package with a checksum of every
 * file.
 */
final class Descriptions {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The symbols that replace a number. */
  private static final List<String> SYMBOLS =
      List.of(Figures.LOW, Figures.NOT_AVAILABLE, Figures.NOT_APPLICABLE, Figures.CONFIDENTIAL);

  private static final String CONTEXT = "http://www.w3.org/ns/csvw";

  private Descriptions() {}

  /** Returns the CSVW metadata of a data file. */
  static String csvw(DataFile file) {
    ObjectNode root = JSON.createObjectNode();
    root.put("@context", CONTEXT);
    root.put("url", file.csv());
    root.put("dc:title", file.title());
    ObjectNode schema = root.putObject("tableSchema");
    ArrayNode columns = schema.putArray("columns");
    for (String column : file.columns()) {
      ObjectNode one = columns.addObject();
      one.put("name", column);
      one.put("titles", column);
      one.put("dc:description", meaning(file, column));
      Indicator indicator = indicator(file, column);
      one.put(
          "datatype", indicator == null ? "string" : indicator.isRate() ? "decimal" : "integer");
      if (indicator == null) {
        one.put("required", isAlwaysThere(column));
      } else {
        SYMBOLS.forEach(one.putArray("null")::add);
      }
    }
    return text(root);
  }

  /**
   * Returns the data package.
   *
   * @param name the name, which begins with {@link PackageFolder#OURS}
   * @param title the title, one line
   * @param created when the figures were computed, in ISO form; null if the run is unknown
   * @param written the files written, with how much of each is hidden
   * @param others further files, each with a description
   */
  static String dataPackage(
      String name,
      String title,
      String created,
      List<DataFile> files,
      List<Written> written,
      List<String> others,
      PackageFolder folder)
      throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("profile", "data-package");
    root.put("name", name);
    root.put("title", title);
    root.put("description", "methodology.md says how the figures were made and what they hide.");
    if (created != null) {
      root.put("created", created);
    }
    ObjectNode source = root.putArray("sources").addObject();
    source.put("title", "Individualised Learner Record returns of the providers");
    ArrayNode resources = root.putArray("resources");
    for (DataFile file : files) {
      ObjectNode resource = resource(resources, file.csv(), folder);
      resource.put("title", file.title());
      resource.put("profile", "tabular-data-resource");
      resource.put("format", "csv");
      resource.put("mediatype", "text/csv");
      resource.put("encoding", "utf-8");
      written.stream()
          .filter(one -> one.file().equals(file.csv()))
          .forEach(
              one -> {
                resource.put("rows", one.rows());
                resource.put("hiddenRows", one.hidden());
                resource.put("hiddenPercent", one.share());
              });
      resource.set("schema", schema(file));
    }
    for (String other : others) {
      ObjectNode resource = resource(resources, other, folder);
      resource.put("profile", "data-resource");
      resource.put("mediatype", mediaType(other));
    }
    return text(root);
  }

  private static ObjectNode resource(ArrayNode resources, String path, PackageFolder folder)
      throws IOException {
    ObjectNode resource = resources.addObject();
    resource.put("name", path.replaceFirst("\\.csv$", "").replace('.', '-').replace('_', '-'));
    resource.put("path", path);
    resource.put("bytes", folder.bytes(path));
    resource.put("hash", "sha256:" + folder.sha256(path));
    return resource;
  }

  private static String mediaType(String path) {
    return path.endsWith(".md")
        ? "text/markdown"
        : path.endsWith(".csv") ? "text/csv" : "application/csvm+json";
  }

  private static ObjectNode schema(DataFile file) {
    ObjectNode schema = JSON.createObjectNode();
    ArrayNode fields = schema.putArray("fields");
    for (String column : file.columns()) {
      ObjectNode field = fields.addObject();
      field.put("name", column);
      field.put("description", meaning(file, column));
      Indicator indicator = indicator(file, column);
      field.put("type", indicator == null ? "string" : indicator.isRate() ? "number" : "integer");
      if (indicator != null) {
        field.putObject("constraints").put("minimum", 0);
      } else if (column.equals("time_period")) {
        field.putObject("constraints").put("required", true).put("pattern", "[0-9]{6}");
      } else if (column.equals("provider_ukprn")) {
        field.putObject("constraints").put("required", true).put("pattern", "[0-9]{8}");
      } else if (isAlwaysThere(column)) {
        field.putObject("constraints").put("required", true);
      }
    }
    SYMBOLS.forEach(schema.putArray("missingValues")::add);
    file.key().stream()
        .filter(column -> !column.equals("region_code"))
        .forEach(schema.withArray("primaryKey")::add);
    return schema;
  }

  /** The columns of a region are empty in the rows of the nation. */
  private static boolean isAlwaysThere(String column) {
    return !column.startsWith("region_");
  }

  private static Indicator indicator(DataFile file, String column) {
    return file.indicators().stream()
        .filter(one -> one.column().equals(column))
        .findFirst()
        .orElse(null);
  }

  private static String meaning(DataFile file, String column) {
    Indicator indicator = indicator(file, column);
    if (indicator != null) {
      return indicator.meaning();
    }
    return file.filters().stream()
        .filter(filter -> filter.column().equals(column))
        .map(filter -> filter.label() + "; Total where the row is not broken down by it")
        .findFirst()
        .orElse(
            switch (column) {
              case "time_period" -> "Academic year in which the aims count; 202425 is 2024/25";
              case "time_identifier" -> "What kind of period it is";
              case "geographic_level" ->
                  "Whether the figures are of the nation, a region or a provider";
              case "provider_ukprn" -> "UK provider reference number";
              case "provider_name" -> "Name of the provider, with its number";
              default -> column.replace('_', ' ') + ", from the ONS";
            });
  }

  private static String text(ObjectNode root) {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
    try {
      return JSON.writer(printer).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

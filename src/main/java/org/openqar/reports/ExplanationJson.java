package org.openqar.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.openqar.reports.Explanation.ExplainedAim;
import org.openqar.reports.Explanation.Findings;
import org.openqar.reports.Explanation.Verdict;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Writes an explanation for programs. */
final class ExplanationJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ExplanationJson() {}

  static String of(Findings findings, String edition, int reportYear) {
    ObjectNode root = JSON.createObjectNode();
    root.put("ukprn", findings.ukprn());
    root.put("learner", findings.learner());
    root.put("edition", edition);
    root.put("report_year", reportYear);
    if (!findings.found()) {
      root.put("absence", findings.absence());
    }
    ArrayNode aims = root.putArray("aims");
    for (ExplainedAim explained : findings.aims()) {
      ObjectNode aim = aims.addObject();
      aim.set("aim", tree(explained.aim()));
      if (!explained.missing().isEmpty()) {
        aim.put("missing", explained.missing());
      }
      ArrayNode surprises = aim.putArray("surprises");
      explained.surprises().forEach(surprises::add);
      if (!explained.leftOut().isEmpty()) {
        aim.put("left_out", explained.leftOut());
      }
      ArrayNode reports = aim.putArray("reports");
      for (Verdict verdict : explained.reports()) {
        ObjectNode report = reports.addObject();
        report.set("judged", tree(verdict.judged()));
        report.set("rules", JSON.valueToTree(verdict.rules()));
        ArrayNode counted = report.putArray("counted_in");
        verdict.cells().forEach(cell -> counted.add(tree(cell, Verdicts.CELL)));
      }
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode tree(Row row, List<String> columns) {
    ObjectNode object = NODES.objectNode();
    columns.forEach(name -> object.set(name, tree(row.<Object>getAs(name))));
    return object;
  }

  private static JsonNode tree(Object value) {
    if (value == null) {
      return NODES.nullNode();
    }
    if (value instanceof Row row) {
      return tree(row, List.of(row.schema().fieldNames()));
    }
    if (value instanceof Seq<?> list) {
      ArrayNode array = NODES.arrayNode();
      CollectionConverters.asJava(list).forEach(one -> array.add(tree(one)));
      return array;
    }
    if (value instanceof Integer number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Long number) {
      return NODES.numberNode(number);
    }
    if (value instanceof BigDecimal number) {
      return NODES.numberNode(number.doubleValue());
    }
    return value instanceof Boolean flag
        ? NODES.booleanNode(flag)
        : NODES.textNode(value.toString());
  }
}

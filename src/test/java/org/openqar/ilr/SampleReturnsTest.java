package org.openqar.ilr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openqar.support.SparkTest.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

@DisplayName("The published sample returns")
class SampleReturnsTest {
  private static final List<String> PRIVATE =
      List.of(
          "FamilyName",
          "GivenNames",
          "NINumber",
          "AddLine1",
          "AddLine2",
          "AddLine3",
          "AddLine4",
          "TelNo",
          "Email",
          "Postcode",
          "PostcodePrior",
          "DelLocPostCode",
          "ProvSpecLearnMon",
          "ProvSpecDelMon");

  static List<Path> files() {
    try (Stream<Path> files = Files.list(Path.of(Samples.FOLDER))) {
      return files.filter(it -> it.toString().endsWith(".xml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Dataset<Row> read(Path file) {
    return spark().read().format("ilr").option("records", "all").load(file.toString());
  }

  @Test
  @DisplayName("are four")
  void four() {
    assertEquals(4, files().size());
  }

  @ParameterizedTest
  @MethodSource("files")
  @DisplayName("count as a document tree counts")
  void counts(Path file) throws Exception {
    Document tree = tree(file);
    int learners = tree.getElementsByTagNameNS("*", "Learner").getLength();
    int aims = tree.getElementsByTagNameNS("*", "LearningDelivery").getLength();
    int destinations =
        tree.getElementsByTagNameNS("*", "LearnerDestinationandProgression").getLength();
    assertTrue(learners > 0 && aims > learners);
    Dataset<Row> rows = read(file);
    assertEquals(learners, rows.where("record = 'learner'").count());
    assertEquals(destinations, rows.where("record = 'destination'").count());
    assertEquals(
        aims,
        rows.selectExpr("sum(size(learning_delivery)) filter (where record = 'learner')")
            .first()
            .getLong(0));
    Row found = rows.where("record = 'file'").select("file.*").first();
    assertEquals(learners, found.<Long>getAs("learners"));
    assertEquals(aims, found.<Long>getAs("aims"));
    assertEquals(destinations, found.<Long>getAs("destinations"));
    assertEquals(Files.size(file), found.<Long>getAs("bytes"));
    assertEquals(0, found.getList(found.fieldIndex("unknown_elements")).size());
    assertTrue(found.isNullAt(found.fieldIndex("problem")));
  }

  @ParameterizedTest
  @MethodSource("files")
  @DisplayName("give every text of the document tree")
  void texts(Path file) throws Exception {
    NodeList dates = tree(file).getElementsByTagNameNS("*", "LearnPlanEndDate");
    List<Row> read =
        read(file)
            .where("record = 'learner'")
            .orderBy("record_no")
            .selectExpr("explode(learning_delivery.learn_plan_end_date)")
            .collectAsList();
    assertEquals(dates.getLength(), read.size());
    for (int i = 0; i < read.size(); i++) {
      assertEquals(dates.item(i).getTextContent(), read.get(i).getString(0));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  @DisplayName("reveal no name, address, telephone, National Insurance number or full postcode")
  void privacy(Path file) throws Exception {
    Set<String> secrets = secrets(file);
    assertTrue(secrets.contains("Smith") && secrets.stream().anyMatch(it -> it.contains(" ")));
    for (Row row : read(file).collectAsList()) {
      Set<String> values = new HashSet<>();
      values(row, values);
      String output = String.join("\n", values);
      for (String secret : secrets) {
        boolean leaked = secret.length() < 4 ? values.contains(secret) : output.contains(secret);
        assertFalse(leaked, () -> "a private text came out of " + file);
      }
    }
  }

  private static Set<String> secrets(Path file) throws Exception {
    Set<String> secrets = new HashSet<>();
    Document tree = tree(file);
    for (String element : PRIVATE) {
      NodeList found = tree.getElementsByTagNameNS("*", element);
      for (int i = 0; i < found.getLength(); i++) {
        secrets.add(found.item(i).getTextContent().strip());
      }
    }
    return secrets;
  }

  private static void values(Object value, Set<String> into) {
    if (value instanceof Row row) {
      for (int i = 0; i < row.length(); i++) {
        values(row.get(i), into);
      }
    } else if (value instanceof scala.collection.Seq<?> several) {
      several.foreach(
          it -> {
            values(it, into);
            return null;
          });
    } else if (value != null) {
      into.add(value.toString());
    }
  }

  private static Document tree(Path file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(file.toFile());
  }
}

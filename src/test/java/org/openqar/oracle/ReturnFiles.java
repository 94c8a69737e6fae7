package org.openqar.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.openqar.support.Vectors;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Reads a sector from files: returns below {@code returns}, each in a folder such as {@code R14},
 * and reference data. It is no reader of the job's.
 */
final class ReturnFiles {
  private final List<ReturnedAim> aims = new ArrayList<>();
  private final List<Sector.Destination> destinations = new ArrayList<>();
  private final Set<Sector.ProviderYear> finalReturns = new HashSet<>();

  private ReturnFiles() {}

  static Sector sector(Path folder) {
    ReturnFiles files = new ReturnFiles();
    try (Stream<Path> returns = Files.walk(folder.resolve("returns"))) {
      for (Path file : returns.filter(Files::isRegularFile).sorted().toList()) {
        files.read(file);
      }
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("The returns of " + folder + " are XML.", e);
    }
    Path reference = folder.resolve("reference");
    List<Sector.Merger> mergers =
        Vectors.of(reference.resolve("provider_merger.csv")).stream()
            .map(
                row ->
                    new Sector.Merger(
                        row.number("old_ukprn"), row.number("new_ukprn"), row.number("from_year")))
            .toList();
    Map<String, String> classes = new LinkedHashMap<>();
    for (Vectors.Case row : Vectors.of(reference.resolve("learning_aims.csv"))) {
      classes.put(row.get("learn_aim_ref"), row.cells().getOrDefault("aim_class", ""));
    }
    Set<Integer> foundation = new HashSet<>();
    for (Vectors.Case row : Vectors.of(reference.resolve("standards.csv"))) {
      if (row.get("is_foundation").equals("true")) {
        foundation.add(row.number("std_code"));
      }
    }
    return new Sector(
        files.aims, files.destinations, files.finalReturns, mergers, classes, foundation);
  }

  private void read(Path file) throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element message = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    Element header = children(message, "Header").get(0);
    String year = elements(children(header, "CollectionDetails").get(0)).get("Year");
    int returned = 2000 + Integer.parseInt(year.substring(0, 2));
    int ukprn = Integer.parseInt(elements(children(header, "Source").get(0)).get("UKPRN"));
    int number = Integer.parseInt(file.getParent().getFileName().toString().substring(1));
    if (number == ReturnedAim.FINAL) {
      finalReturns.add(new Sector.ProviderYear(ukprn, returned));
    }
    int learnerNo = 0;
    for (Element learner : children(message, "Learner")) {
      learnerNo++;
      for (Element delivery : children(learner, "LearningDelivery")) {
        aims.add(
            new ReturnedAim(
                ukprn,
                returned,
                number,
                learnerNo,
                elements(learner),
                fams(learner, "LearnerFAM", "LearnFAM"),
                elements(delivery),
                fams(delivery, "LearningDeliveryFAM", "LearnDelFAM"),
                employment(learner),
                payments(delivery)));
      }
    }
    for (Element learner : children(message, "LearnerDestinationandProgression")) {
      Map<String, String> who = elements(learner);
      for (Element outcome : children(learner, "DPOutcome")) {
        Map<String, String> what = elements(outcome);
        destinations.add(
            new Sector.Destination(
                ukprn,
                returned,
                number,
                who.get("LearnRefNumber"),
                who.get("ULN"),
                what.get("OutType"),
                what.get("OutCode"),
                what.get("OutStartDate")));
      }
    }
  }

  private static List<ReturnedAim.Employment> employment(Element learner) {
    return children(learner, "LearnerEmploymentStatus").stream()
        .map(ReturnFiles::elements)
        .map(one -> new ReturnedAim.Employment(one.get("EmpStat"), one.get("DateEmpStatApp")))
        .toList();
  }

  private static List<ReturnedAim.Payment> payments(Element delivery) {
    return children(delivery, "AppFinRecord").stream()
        .map(ReturnFiles::elements)
        .map(
            one ->
                new ReturnedAim.Payment(
                    one.get("AFinType"), one.get("AFinCode"), one.get("AFinAmount")))
        .toList();
  }

  private static Set<String> fams(Element parent, String group, String name) {
    Set<String> fams = new HashSet<>();
    for (Element fam : children(parent, group)) {
      Map<String, String> elements = elements(fam);
      fams.add(elements.get(name + "Type") + " " + elements.get(name + "Code"));
    }
    return fams;
  }

  /** The elements of a group that hold text alone. */
  private static Map<String, String> elements(Element parent) {
    Map<String, String> elements = new LinkedHashMap<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getElementsByTagName("*").getLength() == 0) {
        elements.put(element.getLocalName(), element.getTextContent().strip());
      }
    }
    return elements;
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(element.getLocalName())) {
        children.add(element);
      }
    }
    return children;
  }
}

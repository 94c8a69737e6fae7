package org.openqar.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.openqar.calendar.AcademicYear;

/** A return for a test: learners and aims as elements by name, written where a run finds it. */
public final class IlrXml {
  private final int ukprn;
  private final AcademicYear year;
  private final List<Map<String, String>> learners = new ArrayList<>();
  private final List<List<Map<String, String>>> aims = new ArrayList<>();

  private final Map<Integer, List<String>> employment = new LinkedHashMap<>();
  private final List<String> destinations = new ArrayList<>();

  private IlrXml(int ukprn, int year) {
    this.ukprn = ukprn;
    this.year = new AcademicYear(year);
  }

  /** A return of a provider and the academic year that starts in {@code year}. */
  public static IlrXml of(int ukprn, int year) {
    return new IlrXml(ukprn, year);
  }

  /**
   * Adds a learner; elements come in pairs of name and text, null leaves one out. {@code NLM}
   * becomes a FAM.
   */
  public IlrXml learner(String... elements) {
    learners.add(pairs(elements));
    aims.add(new ArrayList<>());
    return this;
  }

  /**
   * Adds an aim to the newest learner; {@code RES}, {@code ADL} and {@code LDM} become FAMs, {@code
   * PMR1} to {@code PMR3} payment records.
   */
  public IlrXml aim(String... elements) {
    aims.get(aims.size() - 1).add(pairs(elements));
    return this;
  }

  /** Adds an employment status to the newest learner. */
  public IlrXml employment(int status, String from) {
    employment
        .computeIfAbsent(learners.size() - 1, any -> new ArrayList<>())
        .add(
            "<LearnerEmploymentStatus><EmpStat>%d</EmpStat><DateEmpStatApp>%s</DateEmpStatApp></LearnerEmploymentStatus>"
                .formatted(status, from));
    return this;
  }

  /** Adds what became of the newest learner: type and code, such as {@code EMP1}. */
  public IlrXml destination(String outcome, String from) {
    Map<String, String> learner = learners.get(learners.size() - 1);
    destinations.add(
        ("<LearnerDestinationandProgression><LearnRefNumber>%s</LearnRefNumber><ULN>%s</ULN>"
                + "<DPOutcome><OutType>%s</OutType><OutCode>%s</OutCode>"
                + "<OutStartDate>%s</OutStartDate></DPOutcome></LearnerDestinationandProgression>")
            .formatted(
                learner.get("LearnRefNumber"),
                learner.get("ULN"),
                outcome.substring(0, 3),
                outcome.substring(3),
                from));
    return this;
  }

  public boolean isEmpty() {
    return learners.isEmpty();
  }

  /** Writes it as the final return below a root; gives the file. */
  public Path writeBelow(Path root) {
    return writeBelow(root, "R14", 14, 1);
  }

  /** Writes it as a return, prepared on a day of October after the year. */
  public Path writeBelow(Path root, String returnName, int day, int serial) {
    Path file =
        root.resolve(year.code())
            .resolve(returnName)
            .resolve(
                "ILR-%d-%s-%d10%02d-101500-%02d.xml"
                    .formatted(ukprn, year.code(), year.start() + 1, day, serial));
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text(day));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The XML. */
  public String text(int day) {
    StringJoiner xml = new StringJoiner("\n", "", "\n");
    xml.add("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    xml.add("<Message xmlns=\"ESFA/ILR/%s\">".formatted(year.label().replace("/", "-")));
    xml.add(
        ("<Header><CollectionDetails><Collection>ILR</Collection><Year>%s</Year>"
                + "<FilePreparationDate>%d-10-%02d</FilePreparationDate></CollectionDetails>"
                + "<Source><UKPRN>%d</UKPRN><SerialNo>01</SerialNo></Source></Header>")
            .formatted(year.code(), year.start() + 1, day, ukprn));
    xml.add("<LearningProvider><UKPRN>%d</UKPRN></LearningProvider>".formatted(ukprn));
    for (int i = 0; i < learners.size(); i++) {
      xml.add("<Learner>");
      xml.add(learner(learners.get(i)));
      employment.getOrDefault(i, List.of()).forEach(xml::add);
      aims.get(i).forEach(aim -> xml.add(delivery(aim)));
      xml.add("</Learner>");
    }
    destinations.forEach(xml::add);
    return xml.add("</Message>").toString();
  }

  private static String learner(Map<String, String> learner) {
    Map<String, String> plain = new LinkedHashMap<>(learner);
    String migrated = plain.remove("NLM");
    return migrated == null
        ? elements(plain)
        : elements(plain)
            + "<LearnerFAM><LearnFAMType>NLM</LearnFAMType><LearnFAMCode>%s</LearnFAMCode></LearnerFAM>"
                .formatted(migrated);
  }

  private static String delivery(Map<String, String> aim) {
    Map<String, String> plain = new LinkedHashMap<>(aim);
    StringBuilder fams = new StringBuilder();
    for (String fam : List.of("RES", "ADL")) {
      if ("1".equals(plain.remove(fam))) {
        fams.append(
            ("<LearningDeliveryFAM><LearnDelFAMType>%s</LearnDelFAMType>"
                    + "<LearnDelFAMCode>1</LearnDelFAMCode></LearningDeliveryFAM>")
                .formatted(fam));
      }
    }
    String monitoring = plain.remove("LDM");
    if (monitoring != null) {
      fams.append(
          ("<LearningDeliveryFAM><LearnDelFAMType>LDM</LearnDelFAMType>"
                  + "<LearnDelFAMCode>%s</LearnDelFAMCode></LearningDeliveryFAM>")
              .formatted(monitoring));
    }
    for (String code : List.of("1", "2", "3")) {
      String paid = plain.remove("PMR" + code);
      if (paid != null) {
        fams.append(
            ("<AppFinRecord><AFinType>PMR</AFinType><AFinCode>%s</AFinCode>"
                    + "<AFinDate>2022-09-01</AFinDate><AFinAmount>%s</AFinAmount></AppFinRecord>")
                .formatted(code, paid));
      }
    }
    return "<LearningDelivery>" + elements(plain) + fams + "</LearningDelivery>";
  }

  private static String elements(Map<String, String> elements) {
    StringBuilder xml = new StringBuilder();
    elements.forEach((name, text) -> xml.append("<%1$s>%2$s</%1$s>".formatted(name, text)));
    return xml.toString();
  }

  private static Map<String, String> pairs(String... elements) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < elements.length; i += 2) {
      if (elements[i + 1] != null) {
        pairs.put(elements[i], elements[i + 1]);
      }
    }
    return pairs;
  }
}

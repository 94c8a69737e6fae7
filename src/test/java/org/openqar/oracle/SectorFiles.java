package org.openqar.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openqar.calendar.AcademicYear;

/** Writes sectors as a run reads them: a file for each return, and the reference data. */
final class SectorFiles {
  private record Return(int ukprn, int year, int number) {}

  private SectorFiles() {}

  /** Writes {@code returns}, with R04 or without, and {@code reference} below a folder. */
  static void write(List<Sector> sectors, boolean lookAhead, Path folder) throws IOException {
    for (Sector sector : sectors) {
      write(sector, lookAhead, folder.resolve("returns"));
    }
    Path reference = Files.createDirectories(folder.resolve("reference"));
    StringBuilder mergers = new StringBuilder("old_ukprn,new_ukprn,from_year\n");
    StringBuilder aims =
        new StringBuilder("learn_aim_ref,title,level,ssa_t1,ssa_t2,aim_type,aim_class\n");
    StringBuilder standards =
        new StringBuilder("std_code,name,level,ssa_t1,ssa_t2,is_foundation\n");
    for (Sector sector : sectors) {
      for (Sector.Merger merger : sector.mergers()) {
        mergers.append("%d,%d,%d%n".formatted(merger.old(), merger.survivor(), merger.fromYear()));
      }
    }
    Telling.AIM_CLASSES.forEach(
        (ref, code) -> aims.append("%s,Course,2,1,1.1,Diploma,%s%n".formatted(ref, code)));
    for (int code = 101; code <= 103; code++) {
      boolean foundation = Telling.FOUNDATION_STANDARDS.contains(code);
      standards.append("%d,Standard,3,1,1.1,%s%n".formatted(code, foundation));
    }
    Files.writeString(reference.resolve("provider_merger.csv"), mergers);
    Files.writeString(reference.resolve("learning_aims.csv"), aims);
    Files.writeString(reference.resolve("standards.csv"), standards);
  }

  private static void write(Sector sector, boolean lookAhead, Path folder) throws IOException {
    Map<Return, List<ReturnedAim>> returns = new LinkedHashMap<>();
    for (Sector.ProviderYear made : sector.finalReturns()) {
      returns.put(new Return(made.ukprn(), made.year(), ReturnedAim.FINAL), new ArrayList<>());
    }
    for (ReturnedAim aim : sector.aims()) {
      Return of = new Return(aim.ukprn(), aim.year(), aim.returnNumber());
      returns.computeIfAbsent(of, any -> new ArrayList<>()).add(aim);
    }
    returns.keySet().removeIf(of -> of.number() != ReturnedAim.FINAL && !lookAhead);
    for (Map.Entry<Return, List<ReturnedAim>> entry : returns.entrySet()) {
      write(entry.getKey(), entry.getValue(), sector, folder);
    }
  }

  private static void write(Return of, List<ReturnedAim> aims, Sector sector, Path folder)
      throws IOException {
    AcademicYear year = new AcademicYear(of.year());
    String day =
        of.number() == ReturnedAim.FINAL ? (of.year() + 1) + "-10-14" : of.year() + "-12-04";
    StringBuilder xml = new StringBuilder();
    xml.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml.append("<Message xmlns=\"ESFA/ILR/%s\">\n".formatted(year.label().replace("/", "-")));
    xml.append(
        ("<Header><CollectionDetails><Collection>ILR</Collection><Year>%s</Year>"
                + "<FilePreparationDate>%s</FilePreparationDate></CollectionDetails>"
                + "<Source><UKPRN>%d</UKPRN><SerialNo>01</SerialNo></Source></Header>\n")
            .formatted(year.code(), day, of.ukprn()));
    xml.append("<LearningProvider><UKPRN>%d</UKPRN></LearningProvider>\n".formatted(of.ukprn()));
    xml.append(somebodyElse());
    Map<Integer, Map<List<Object>, List<ReturnedAim>>> learners = new TreeMap<>();
    for (ReturnedAim aim : aims) {
      learners
          .computeIfAbsent(aim.learnerNo(), any -> new LinkedHashMap<>())
          .computeIfAbsent(List.of(aim.learner(), aim.learnerFams()), any -> new ArrayList<>())
          .add(aim);
    }
    for (List<ReturnedAim> learner :
        learners.values().stream().flatMap(some -> some.values().stream()).toList()) {
      xml.append("<Learner>");
      elements(xml, learner.get(0).learner());
      for (String fam : learner.get(0).learnerFams()) {
        String[] parts = fam.split(" ");
        xml.append(
            ("<LearnerFAM><LearnFAMType>%s</LearnFAMType>"
                    + "<LearnFAMCode>%s</LearnFAMCode></LearnerFAM>")
                .formatted(parts[0], parts[1]));
      }
      for (ReturnedAim.Employment record : learner.get(0).employment()) {
        xml.append(
            ("<LearnerEmploymentStatus><EmpStat>%s</EmpStat>"
                    + "<DateEmpStatApp>%s</DateEmpStatApp></LearnerEmploymentStatus>")
                .formatted(record.empStat(), record.from()));
      }
      for (ReturnedAim aim : learner) {
        delivery(xml, aim);
      }
      xml.append("</Learner>\n");
    }
    for (Sector.Destination destination : sector.destinations()) {
      if (new Return(destination.ukprn(), destination.year(), destination.returnNumber())
          .equals(of)) {
        destination(xml, destination);
      }
    }
    xml.append("</Message>\n");
    String name =
        "ILR-%d-%s-%s-101500-01.xml".formatted(of.ukprn(), year.code(), day.replace("-", ""));
    Path of04Or14 = folder.resolve(year.code()).resolve("R%02d".formatted(of.number()));
    Files.createDirectories(of04Or14);
    Files.writeString(of04Or14.resolve(name), xml);
  }

  /** A learner whom no report counts, so that no return is empty. */
  private static String somebodyElse() {
    return "<Learner><LearnRefNumber>OTHER</LearnRefNumber><ULN>2000000009</ULN>"
        + "<LearningDelivery><LearnAimRef>70000000</LearnAimRef><AimType>4</AimType>"
        + "<AimSeqNumber>1</AimSeqNumber><LearnStartDate>2019-09-01</LearnStartDate>"
        + "<LearnPlanEndDate>2029-07-31</LearnPlanEndDate><FundModel>10</FundModel>"
        + "<CompStatus>1</CompStatus></LearningDelivery></Learner>\n";
  }

  private static void delivery(StringBuilder xml, ReturnedAim aim) {
    xml.append("<LearningDelivery>");
    elements(xml, aim.delivery());
    for (String fam : aim.fams()) {
      String[] parts = fam.split(" ");
      xml.append(
          ("<LearningDeliveryFAM><LearnDelFAMType>%s</LearnDelFAMType>"
                  + "<LearnDelFAMCode>%s</LearnDelFAMCode></LearningDeliveryFAM>")
              .formatted(parts[0], parts[1]));
    }
    for (ReturnedAim.Payment payment : aim.payments()) {
      xml.append(
          ("<AppFinRecord><AFinType>%s</AFinType><AFinCode>%s</AFinCode>"
                  + "<AFinDate>2022-01-10</AFinDate><AFinAmount>%s</AFinAmount></AppFinRecord>")
              .formatted(payment.type(), payment.code(), payment.amount()));
    }
    xml.append("</LearningDelivery>");
  }

  private static void destination(StringBuilder xml, Sector.Destination destination) {
    xml.append("<LearnerDestinationandProgression>");
    elements(
        xml,
        SectorBuilder.elements(
            "LearnRefNumber", destination.learnRefNumber(), "ULN", destination.uln()));
    xml.append("<DPOutcome>");
    elements(
        xml,
        SectorBuilder.elements(
            "OutType", destination.outType(),
            "OutCode", destination.outCode(),
            "OutStartDate", destination.outStartDate(),
            "OutCollDate", destination.outStartDate()));
    xml.append("</DPOutcome></LearnerDestinationandProgression>\n");
  }

  private static void elements(StringBuilder xml, Map<String, String> elements) {
    elements.forEach((name, text) -> xml.append("<%1$s>%2$s</%1$s>".formatted(name, text)));
  }
}

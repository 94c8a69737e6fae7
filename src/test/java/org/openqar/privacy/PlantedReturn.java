package org.openqar.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openqar.ilr.IlrSource;

/**
 * A return with a canary in every element of any ILR year that the reader should skip. A canary is
 * a unique text that begins with {@link #CANARY} and names its place.
 */
final class PlantedReturn {
  /** Begins every text that no table, message or log may hold. */
  static final String CANARY = "KNRY";

  /** Begins every text that stands in an element of codes, which the returned tables keep. */
  static final String TYPED = "TYPO";

  /** Begins every LearnRefNumber and every number of the provider's own system. */
  static final String REFERENCE = "REFQ";

  private static final String ULN = "198765";

  /** Begins every text that is kept on purpose, which proves that the search works. */
  static final String KEPT = "KEPTQ";

  /** The second halves of postcodes. */
  static final Set<String> INWARD = Set.of("7QX", "8QY", "9QZ");

  private static final Map<String, List<String>> GROUPS = groups();

  /** The value of each kept element in a sound record. */
  private static final Map<String, String> SOUND =
      Map.ofEntries(
          Map.entry("CampId", "C1"),
          Map.entry("DateOfBirth", "2003-01-05"),
          Map.entry("Ethnicity", "31"),
          Map.entry("Sex", "F"),
          Map.entry("LLDDHealthProb", "2"),
          Map.entry("PlanLearnHours", "10"),
          Map.entry("PlanEEPHours", "10"),
          Map.entry("PostcodePrior", "AB1 7QX"),
          Map.entry("Postcode", "AB18QY"),
          Map.entry("PriorLevel", "3"),
          Map.entry("DateLevelApp", "2020-01-01"),
          Map.entry("LLDDCat", "1"),
          Map.entry("PrimaryLLDD", "1"),
          Map.entry("LearnFAMType", "LSR"),
          Map.entry("LearnFAMCode", "1"),
          Map.entry("EmpStat", "10"),
          Map.entry("DateEmpStatApp", "2020-01-01"),
          Map.entry("EmpId", "123456789"),
          Map.entry("ESMType", "SEI"),
          Map.entry("ESMCode", "1"),
          Map.entry("LearnAimRef", "ZPROG001"),
          Map.entry("AimType", "1"),
          Map.entry("AimSeqNumber", "1"),
          Map.entry("LearnStartDate", "2021-09-01"),
          Map.entry("OrigLearnStartDate", "2021-09-01"),
          Map.entry("LearnPlanEndDate", "2023-08-31"),
          Map.entry("FundModel", "36"),
          Map.entry("PHours", "100"),
          Map.entry("OTJActHours", "100"),
          Map.entry("ProgType", "25"),
          Map.entry("FworkCode", "0"),
          Map.entry("PwayCode", "0"),
          Map.entry("StdCode", "105"),
          Map.entry("PartnerUKPRN", "10000009"),
          Map.entry("DelLocPostCode", "AB1 9QZ"),
          Map.entry("AddHours", "1"),
          Map.entry("PriorLearnFundAdj", "1"),
          Map.entry("OtherFundAdj", "1"),
          Map.entry("ConRefNumber", "ESF-1"),
          Map.entry("EPAOrgID", "EPA0001"),
          Map.entry("EmpOutcome", "1"),
          Map.entry("CompStatus", "2"),
          Map.entry("LearnActEndDate", "2023-08-31"),
          Map.entry("WithdrawReason", "40"),
          Map.entry("Outcome", "1"),
          Map.entry("AchDate", "2023-09-30"),
          Map.entry("OutGrade", "Pass"),
          Map.entry("TLOut", "1"),
          Map.entry("LearnDelFAMType", "ACT"),
          Map.entry("LearnDelFAMCode", "1"),
          Map.entry("LearnDelFAMDateFrom", "2021-09-01"),
          Map.entry("LearnDelFAMDateTo", "2023-08-31"),
          Map.entry("AFinType", "TNP"),
          Map.entry("AFinCode", "1"),
          Map.entry("AFinDate", "2021-09-01"),
          Map.entry("AFinAmount", "5000"),
          Map.entry("OutType", "EMP"),
          Map.entry("OutCode", "1"),
          Map.entry("OutStartDate", "2023-09-01"),
          Map.entry("OutEndDate", "2024-09-01"),
          Map.entry("OutCollDate", "2023-10-01"));

  /** The groups with a kept element. */
  private static final Set<String> KEPT_GROUPS =
      Set.of(
          "Learner",
          "PriorAttain",
          "LLDDandHealthProblem",
          "LearnerFAM",
          "LearnerEmploymentStatus",
          "EmploymentStatusMonitoring",
          "LearningDelivery",
          "LearningDeliveryFAM",
          "AppFinRecord",
          "LearnerDestinationandProgression",
          "DPOutcome");

  /** If these are right, an aim is judged, whatever else is wrong. */
  static final Set<String> WHAT_IS_LEARNT =
      Set.of("AimType", "FundModel", "ProgType", "StdCode", "FworkCode", "PwayCode");

  private PlantedReturn() {}

  /** Returns the whole return of a provider and a year. */
  static String xml(int ukprn, int year, List<String> learners) {
    String code = "%02d%02d".formatted(year % 100, (year + 1) % 100);
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- %1$s.comment.before -->
        <Message xmlns="ESFA/ILR/%2$d-%3$02d" title="%1$s.attribute.root">
        <Header><CollectionDetails><Collection>ILR</Collection><Year>%4$s</Year>
        <FilePreparationDate>%5$d-10-14</FilePreparationDate></CollectionDetails>
        <Source><ProtectiveMarking>%1$s.marking</ProtectiveMarking><UKPRN>%6$d</UKPRN>
        <SoftwareSupplier>%7$s Software</SoftwareSupplier><SerialNo>01</SerialNo>
        <ReferenceData>%1$s.reference</ReferenceData></Source></Header>
        %8$s
        <LearningProvider><UKPRN>%6$d</UKPRN></LearningProvider>
        %9$s
        </Message>
        <!-- %1$s.comment.after -->
        """
        .formatted(
            CANARY,
            year,
            (year + 1) % 100,
            code,
            year + 1,
            ukprn,
            KEPT,
            group("SourceFiles", Map.of(), CANARY),
            String.join("\n", learners));
  }

  /** Returns a sound learner. Everything that is not kept is a canary. */
  static String learner(int number) {
    Map<String, String> kept = new LinkedHashMap<>(SOUND);
    kept.putAll(identity(number));
    return group("Learner", kept, CANARY)
            .replace(
                "</Learner>",
                """
                %1$s.text.between<?%1$s.instruction %1$s?><!-- %1$s.comment -->
                <Nickname kind="%1$s.attribute.unknown">%1$s.unknown<Of>%1$s.nested</Of></Nickname>
                <GivenNames title='%1$s.attribute'>Given<%1$s.element>%1$s</%1$s.element></GivenNames>
                <AddLine1><![CDATA[%1$s.cdata]]>&#75;NRY.reference</AddLine1>
                <LearnerHE xmlns:a="b" a:title="%1$s.attribute.prefixed">%1$s.text.in.group</LearnerHE>
                </Learner>"""
                    .formatted(CANARY))
        + group("LearnerDestinationandProgression", kept, CANARY);
  }

  /**
   * Returns a learner with wrong texts in the elements of codes and days.
   *
   * @param sound the elements that are right
   */
  static String mistyped(int number, Set<String> sound) {
    Map<String, String> kept = new LinkedHashMap<>();
    SOUND.forEach(
        (element, text) ->
            kept.put(element, sound.contains(element) ? text : TYPED + "." + element));
    for (String element : List.of("PrevUKPRN", "PMUKPRN", "ULN")) {
      kept.put(element, TYPED + "." + element);
    }
    kept.put("LearnRefNumber", REFERENCE + number);
    kept.put("LearnAimRef", "ZPROG001");
    kept.put("LearnStartDate", "2022-09-01");
    return group("Learner", kept, CANARY);
  }

  /** Returns a learner whose ULN is also in the dates and counts. */
  static String misplaced(int number) {
    Map<String, String> kept = new LinkedHashMap<>(SOUND);
    kept.putAll(identity(number));
    for (String element :
        List.of("DateOfBirth", "LearnPlanEndDate", "LearnActEndDate", "AchDate", "AimSeqNumber")) {
      kept.put(element, uln(number));
    }
    return group("Learner", kept, CANARY);
  }

  /**
   * Returns ten digits. The search always looks for the whole number, because a metric in a long
   * event log may begin with the same digits.
   */
  static String uln(int number) {
    return "%s%04d".formatted(ULN, number);
  }

  static String reference(int number) {
    return REFERENCE + number;
  }

  private static Map<String, String> identity(int number) {
    return Map.of(
        "LearnRefNumber",
        reference(number),
        "PrevLearnRefNumber",
        reference(number) + "OLD",
        "ULN",
        uln(number),
        "SWSupAimId",
        REFERENCE + "-software-" + number);
  }

  /** Writes a return to the place of the final return of its year. */
  static Path write(Path root, int ukprn, int year, byte[] content, String extension)
      throws IOException {
    Path file = path(root, ukprn, year, extension);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  static Path path(Path root, int ukprn, int year, String extension) {
    String code = "%02d%02d".formatted(year % 100, (year + 1) % 100);
    return root.resolve(code)
        .resolve("R14")
        .resolve("ILR-%d-%s-%d1014-101500-01.%s".formatted(ukprn, code, year + 1, extension));
  }

  private static String group(String name, Map<String, String> kept, String planted) {
    StringBuilder xml = new StringBuilder("<" + name + ">\n");
    for (String element : GROUPS.get(name)) {
      if (GROUPS.containsKey(element)) {
        xml.append(group(element, kept, planted));
      } else if (KEPT_GROUPS.contains(name) && kept.containsKey(element)) {
        xml.append("<%1$s>%2$s</%1$s>\n".formatted(element, kept.get(element)));
      } else if (!KEPT_GROUPS.contains(name) || !isKept(element)) {
        xml.append("<%1$s>%2$s.%3$s.%1$s</%1$s>\n".formatted(element, planted, name));
      }
    }
    return xml.append("</").append(name).append(">\n").toString();
  }

  private static boolean isKept(String element) {
    return SOUND.containsKey(element)
        || Set.of("LearnRefNumber", "PrevLearnRefNumber", "PrevUKPRN", "PMUKPRN", "ULN")
            .contains(element)
        || element.equals("SWSupAimId");
  }

  /** Returns every group of every ILR year with its elements, from the reader's own list. */
  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                IlrSource.class.getResourceAsStream("elements.txt"), StandardCharsets.UTF_8))) {
      List<String> group = new ArrayList<>();
      for (String line : lines.lines().filter(line -> !line.startsWith("#")).toList()) {
        if (line.endsWith(":")) {
          group = new ArrayList<>();
          groups.put(line.substring(0, line.length() - 1), group);
        } else {
          group.addAll(List.of(line.strip().split(" +")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return groups;
  }
}

package org.openqar.ilr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each collection in each form that returns come in. */
@DisplayName("A return of")
class FormsTest {

  /** The elements that only one collection has, besides those of all. */
  private record Collection(
      String year,
      String namespace,
      boolean attainmentIsGroup,
      boolean frameworks,
      boolean destinations,
      String ofLearner,
      String ofEmployment,
      String ofAim) {

    String xml() {
      return """
          <?xml version="1.0" encoding="UTF-8"?>
          <Message xmlns="%s" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
          xsi:schemaLocation="%s http://localhost:1/never-fetched.xsd">
          <Header><CollectionDetails><Collection>ILR</Collection><Year>%s</Year>
          <FilePreparationDate>20%s-10-20</FilePreparationDate></CollectionDetails>
          <Source><ProtectiveMarking>OFFICIAL-SENSITIVE-Personal</ProtectiveMarking>
          <UKPRN>10000001</UKPRN><SoftwareSupplier>Caf\u00e9</SoftwareSupplier><SerialNo>01</SerialNo>
          <DateTime>2018-04-09T10:22:23.1851006+01:00</DateTime></Source></Header>
          <SourceFiles><SourceFile><SourceFileName>a.xml</SourceFileName>
          <FilePreparationDate>2000-01-01</FilePreparationDate><SerialNo>99</SerialNo></SourceFile></SourceFiles>
          <LearningProvider><UKPRN>10000001</UKPRN></LearningProvider>
          <Learner><LearnRefNumber>A1</LearnRefNumber><ULN>9999999999</ULN><FamilyName>Sm\u00ebth</FamilyName>
          %s%s
          <LearnerEmploymentStatus><EmpStat>10</EmpStat>%s</LearnerEmploymentStatus>
          <LearningDelivery><LearnAimRef>ZPROG001</LearnAimRef><AimType>1</AimType>
          <AimSeqNumber>1</AimSeqNumber><FundModel>36</FundModel><ProgType>25</ProgType>
          %s%s<OutGrade>\u00a3</OutGrade></LearningDelivery></Learner>
          %s
          </Message>
          """
          .formatted(
              namespace,
              namespace,
              year,
              year.substring(2),
              attainmentIsGroup
                  ? "<PriorAttain><PriorLevel>3</PriorLevel><DateLevelApp>2020-08-01</DateLevelApp></PriorAttain>"
                  : "<PriorAttain>3</PriorAttain>",
              elements(ofLearner),
              elements(ofEmployment),
              frameworks ? "<FworkCode>403</FworkCode><PwayCode>1</PwayCode>" : "",
              elements(ofAim),
              destinations
                  ? "<LearnerDestinationandProgression><LearnRefNumber>A1</LearnRefNumber><ULN>9999999999</ULN>"
                      + "<DPOutcome><OutType>EMP</OutType><OutCode>1</OutCode></DPOutcome>"
                      + "</LearnerDestinationandProgression>"
                  : "");
    }

    private static String elements(String names) {
      return names == null
          ? ""
          : List.of(names.split(" ")).stream()
              .map(
                  it ->
                      it.equals("HRSRecord")
                          ? "<HRSRecord><HRSType>PLH</HRSType><HRSCode>1</HRSCode><HRSAmount>9</HRSAmount></HRSRecord>"
                          : "<%s>1</%s>".formatted(it, it))
              .collect(Collectors.joining());
    }
  }

  private static final Map<String, UnaryOperator<String>> SPELLINGS =
      Map.of(
          "CRLF", it -> it.replace("\n", "\r\n"),
          "comments", it -> it.replace("<ULN>", "<!-- & --><ULN><!-- <ULN>1</ULN> -->"),
          "CDATA", it -> it.replace("<AimType>1<", "<AimType><![CDATA[1]]><"),
          "processing instructions", it -> it.replace("<Learner>", "<?a b?><Learner>"),
          "references", it -> it.replace(">ZPROG001<", ">ZP&#82;OG&#x30;01<"),
          "prefixes",
              it -> it.replaceAll("<(/?)([A-Z])", "<$1ilr:$2").replace(" xmlns=", " xmlns:ilr="),
          "a stranger", it -> it.replace("<ULN>", "<Weather><ULN>1</ULN></Weather><ULN>"),
          "a slip of case", it -> it.replaceAll("(</?)ULN>", "$1Uln>"));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          1718, SFA/ILR/2017-18,  false, true,  true,  PMUKPRN,          -,        EPAOrgID
          1819, ESFA/ILR/2018-19, false, true,  true,  CampId OTJHours,  AgreeId,  EmpOutcome
          1920, ESFA/ILR/2019-20, false, true,  true,  CampId,           AgreeId,  PHours LSDPostcode
          2021, ESFA/ILR/2020-21, false, true,  true,  CampId,           -,        PHours OTJActHours
          2122, ESFA/ILR/2021-22, true,  true,  true,  CampId,           -,        PHours OTJActHours
          2223, ESFA/ILR/2022-23, true,  true,  true,  CampId,           -,        PHours OTJActHours
          2324, ESFA/ILR/2023-24, true,  true,  false, CampId,           -,        PHours OTJActHours
          2425, ESFA/ILR/2024-25, true,  true,  false, CampId,           -,        PHours TLOut
          2526, ESFA/ILR/2025-26, true,  false, false, CampId,           -,        PHours TLOut
          2627, ILR/2026-27,      true,  false, false, CampId,           AgreemId, HRSRecord EPAOrgID TLOut
          """)
  void collections(
      String year,
      String namespace,
      boolean attainmentIsGroup,
      boolean frameworks,
      boolean destinations,
      String ofLearner,
      String ofEmployment,
      String ofAim) {
    String xml =
        new Collection(
                year,
                namespace,
                attainmentIsGroup,
                frameworks,
                destinations,
                ofLearner,
                ofEmployment,
                ofAim)
            .xml();
    Reading plain = Reading.of(xml);
    Row file = plain.file();
    assertNull(file.getAs("problem"));
    assertEquals(List.of(), Reading.list(file, "unknown_elements"));
    assertEquals(List.of(), Reading.list(file, "case_slips"));
    assertEquals(destinations ? 1 : 0, file.<Long>getAs("destinations"));
    Row learner = plain.learner();
    assertEquals(namespace, learner.getAs("namespace"));
    assertEquals(year, learner.getAs("year"));
    assertEquals("01", learner.getAs("serial_no"));
    assertEquals("2018-04-09T10:22:23.1851006+01:00", learner.getAs("date_time"));
    assertEquals("Caf\u00e9", learner.getAs("software_supplier"));
    assertEquals("9999999999", learner.getAs("uln"));
    assertEquals(
        attainmentIsGroup ? "[[3,2020-08-01]]" : "[[3,null]]",
        Reading.list(learner, "prior_attain").toString());
    Row aim = Reading.list(learner, "learning_delivery").get(0);
    assertEquals(frameworks ? "403" : null, aim.getAs("fwork_code"));
    assertEquals("\u00a3", aim.getAs("out_grade"));

    List<String> expected = records(plain);
    SPELLINGS.forEach(
        (spelling, of) -> assertEquals(expected, records(Reading.of(of.apply(xml))), spelling));
    for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1")) {
      String declared = xml.replace("\"UTF-8\"", "\"" + charset + "\"");
      assertEquals(expected, records(Reading.of(declared, Charset.forName(charset))), charset);
    }
    assertEquals(expected, records(Reading.of("\ufeff" + xml)), "byte-order mark");
    for (String ending : List.of(".XML", ".Xml")) {
      assertEquals(expected, records(Reading.of(xml).named(ending)), ending);
    }
    assertEquals(expected, records(Reading.ofZip(xml, "a.XML").named(".ZIP")), "zip");
    assertEquals(expected, records(Reading.ofGzip(xml).named(".XML.GZ")), "gzip");
    int middle = xml.length() / 2;
    assertEquals(
        expected,
        records(Reading.ofGzip(xml.substring(0, middle), xml.substring(middle))),
        "gzip of two members");
  }

  private static List<String> records(Reading reading) {
    List<String> records = new ArrayList<>();
    for (Row row : reading.rows()) {
      if (row.getAs("record").equals("file")) {
        assertNull(row.<Row>getAs("file").getAs("problem"));
      } else {
        List<String> values = new ArrayList<>();
        for (String column : row.schema().fieldNames()) {
          if (!column.equals("source_file")) {
            values.add(column + "=" + row.getAs(column));
          }
        }
        records.add(String.join(";", values));
      }
    }
    assertTrue(!records.isEmpty());
    return records;
  }

  @ParameterizedTest(name = "{0} counts {1} learners and {2} aims")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <Learner><Learner/></Learner>                                      | 2 | 0
          <Learner><ULN>1</ULN></Learner><Learner><ULN>1</ULN></Learner>     | 2 | 0
          <Learner><LearnRefNumber>A</LearnRefNumber></Learner><Learner><LearnRefNumber>A</LearnRefNumber></Learner> | 2 | 0
          <Learner><ULN>9999999999</ULN></Learner><Learner><ULN>9999999999</ULN></Learner> | 2 | 0
          <Learner><LearningDelivery/><LearningDelivery/></Learner>          | 1 | 2
          <Learner/><Learner><LearningDelivery><Learner/></LearningDelivery></Learner> | 3 | 1
          <Strange><Learner><LearningDelivery/></Learner></Strange>          | 1 | 1
          """)
  void asReturned(String body, long learners, long aims) {
    Reading reading = Reading.ofBody(body);
    assertNull(reading.code());
    assertEquals(learners, reading.rows("learner").size());
    assertEquals(learners, reading.file().<Long>getAs("learners"));
    assertEquals(aims, reading.file().<Long>getAs("aims"));
    assertEquals(
        aims,
        reading.rows("learner").stream()
            .mapToLong(it -> Reading.list(it, "learning_delivery").size())
            .sum());
  }

  @ParameterizedTest(name = "{0} is refused, not misread, when it is declared as {1}")
  @CsvSource({
    "UTF-8, klingon",
    "UTF-8, UTF-16",
    "UTF-8, x y",
    "ISO-8859-1, UTF-8",
    "ISO-8859-1, US-ASCII"
  })
  void wrongEncoding(String charset, String declared) {
    String xml =
        "<?xml version='1.0' encoding='%s'?><Message>%s<Learner><CampId>\u00e9t\u00e9</CampId></Learner></Message>"
            .formatted(declared, Reading.HEADER);
    String code = Reading.of(xml, Charset.forName(charset)).code();
    assertEquals(
        charset.equals(StandardCharsets.UTF_8.name()) ? "encoding_unknown" : "not_well_formed",
        code);
  }
}

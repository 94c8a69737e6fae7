package org.openqar.ilr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The parser")
class IlrParserTest {

  @ParameterizedTest(name = "reads {0} as [{1}]")
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          <ULN>1</ULN>                                   | 1
          <ULN>  1 </ULN>                                | 1
          <ULN><!-- a -->1<!-- b -->2</ULN>              | 12
          <ULN><![CDATA[1]]>2<![CDATA[3]]></ULN>         | 123
          <ULN>1&amp;2&#51;</ULN>                        | 1&23
          <ULN>1<?pi x?>2</ULN>                          | 12
          <ULN></ULN>                                    |
          <ULN/>                                         |
          <ULN>   </ULN>                                 |
          <Uln>1</Uln>                                   | 1
          <x:ULN xmlns:x="another">1</x:ULN>             | 1
          <ULN xmlns="">1</ULN>                          | 1
          <ULN/><ULN>2</ULN><ULN>3</ULN>                 | 2
          <Foo><ULN>1</ULN></Foo>                        |
          <LearnerHE><ULN>1</ULN></LearnerHE>            |
          <ULN><Foo>9</Foo>1</ULN>                       | 1
          """)
  void text(String elements, String expected) {
    assertEquals(expected, Reading.ofLearner(elements).learner().getAs("uln"));
  }

  @Test
  @DisplayName("gives every element of the contract its column")
  void everyElement() {
    String elements =
        elements(IlrSchema.LEARNER)
            .replace(">Postcode<", ">AB1 2CD<")
            .replace(">DelLocPostCode<", ">AB1 2CD<");
    Row learner = Reading.ofLearner(elements).learner();
    assertEquals("LearnRefNumber", learner.getAs("learn_ref_number"));
    assertEquals("PMUKPRN", learner.getAs("pmukprn"));
    assertEquals("PlanEEPHours", learner.getAs("plan_eep_hours"));
    assertEquals("AB1", learner.getAs("postcode"));
    Row aim = Reading.list(learner, "learning_delivery").get(0);
    assertEquals("OTJActHours", aim.getAs("otj_act_hours"));
    for (String column : aim.schema().fieldNames()) {
      assertFalse(aim.isNullAt(aim.fieldIndex(column)), column);
    }
    Row employment = Reading.list(learner, "learner_employment_status").get(0);
    Row monitoring = Reading.list(employment, "employment_status_monitoring").get(0);
    assertEquals("ESMType", monitoring.getAs("esm_type"));
    assertEquals("ESMCode", monitoring.getAs("esm_code"));
  }

  private static String elements(List<ElementField> fields) {
    StringBuilder xml = new StringBuilder();
    for (ElementField field : fields) {
      if (field.element() != null) {
        String inner = field.fields().isEmpty() ? field.element() : elements(field.fields());
        xml.append('<').append(field.element()).append('>').append(inner);
        xml.append("</").append(field.element()).append('>');
      }
    }
    return xml.toString();
  }

  @ParameterizedTest(name = "gives the postcode [{0}] as [{1}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BR1 7SS      | BR1
          BR17SS       | BR1
          SW1A 1AA     | SW1A
          SW1A1AA      | SW1A
          ' ZZ99 9ZZ ' | ZZ99
          BR1  7SS     | BR1
          7SS          |
          SS           |
          ''           |
          BR1 The Lane | BR1
          BR1The Lane  |
          12 The Lane  |
          Buck 1       |
          E1W 3AA      | E1W
          B11A A       |
          Buckingham 1 |
          """)
  void postcode(String postcode, String expected) {
    Row learner = Reading.ofLearner("<Postcode>" + postcode + "</Postcode>").learner();
    assertEquals(expected, learner.getAs("postcode"));
  }

  @ParameterizedTest(name = "reads prior attainment {0} as {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <PriorAttain>97</PriorAttain> | 97,null
          <PriorAttain><PriorLevel>3</PriorLevel><DateLevelApp>2024-08-01</DateLevelApp></PriorAttain> | 3,2024-08-01
          <PriorAttain> <PriorLevel>3</PriorLevel> </PriorAttain> | 3,null
          <PriorAttain> <DateLevelApp>2024-08-01</DateLevelApp> </PriorAttain> | null,2024-08-01
          <PriorAttain>1</PriorAttain><PriorAttain>2</PriorAttain> | 1,null 2,null
          <PriorAttain/> | ''
          <ULN>1</ULN> | ''
          """)
  void priorAttainment(String elements, String expected) {
    List<String> found =
        Reading.list(Reading.ofLearner(elements).learner(), "prior_attain").stream()
            .map(it -> it.get(0) + "," + it.get(1))
            .toList();
    assertEquals(expected, String.join(" ", found));
  }

  @Test
  @DisplayName(
      "gives empty arrays for groups that a learner lacks, and nulls in other kinds of rows")
  void emptyArrays() {
    Row learner = Reading.ofLearner("<ULN>1</ULN>").learner();
    assertEquals(List.of(), Reading.list(learner, "learning_delivery"));
    assertEquals(List.of(), Reading.list(learner, "learner_fam"));
    assertNull(learner.getAs("dp_outcome"));
    assertNull(learner.getAs("file"));
  }

  @Test
  @DisplayName("keeps order, nesting, lines and numbers of learners, aims and destinations")
  void structure() {
    Reading reading =
        Reading.ofBody(
            """

            <Learner><LearnRefNumber>A</LearnRefNumber>
              <LearningDelivery>
                <AimSeqNumber>1</AimSeqNumber>
                <LearningDeliveryFAM><LearnDelFAMType>ACT</LearnDelFAMType></LearningDeliveryFAM>
                <LearningDeliveryFAM><LearnDelFAMType>SOF</LearnDelFAMType></LearningDeliveryFAM>
              </LearningDelivery>
              <LearningDelivery><AimSeqNumber>2</AimSeqNumber></LearningDelivery>
            </Learner>
            <Learner><LearnRefNumber>B</LearnRefNumber></Learner>
            <LearnerDestinationandProgression><LearnRefNumber>A</LearnRefNumber><ULN>7</ULN>
              <DPOutcome><OutType>EMP</OutType><OutCode>1</OutCode></DPOutcome>
            </LearnerDestinationandProgression>
            """);
    List<Row> rows = reading.rows();
    assertEquals(
        List.of("learner 1 2", "learner 2 10", "destination 1 11", "file null null"),
        rows.stream()
            .map(it -> it.getAs("record") + " " + it.getAs("record_no") + " " + it.getAs("line"))
            .toList());
    List<Row> aims = Reading.list(rows.get(0), "learning_delivery");
    assertEquals(List.of(3, 8), aims.stream().map(it -> (Integer) it.getAs("line")).toList());
    assertEquals("2", aims.get(1).getAs("aim_seq_number"));
    assertEquals(
        List.of("ACT", "SOF"),
        Reading.list(aims.get(0), "learning_delivery_fam").stream()
            .map(it -> (String) it.getAs("learn_del_fam_type"))
            .toList());
    Row destination = rows.get(2);
    assertEquals("A", destination.getAs("learn_ref_number"));
    assertEquals("7", destination.getAs("uln"));
    assertEquals("EMP", Reading.list(destination, "dp_outcome").get(0).getAs("out_type"));
    assertNull(destination.getAs("learning_delivery"));
  }

  @Test
  @DisplayName("gives a learner inside a learner its own row, and the outer none of its aims")
  void nestedLearner() {
    Reading reading =
        Reading.ofLearner(
            "<LearnRefNumber>outer</LearnRefNumber>"
                + "<LearningDelivery><AimSeqNumber>1</AimSeqNumber></LearningDelivery>"
                + "<Learner><LearnRefNumber>inner</LearnRefNumber>"
                + "<LearningDelivery><AimSeqNumber>2</AimSeqNumber></LearningDelivery></Learner>"
                + "<ULN>5</ULN>");
    List<Row> learners = reading.rows("learner");
    assertEquals("inner", learners.get(0).getAs("learn_ref_number"));
    assertEquals((Long) 2L, learners.get(0).getAs("record_no"));
    assertNull(learners.get(0).getAs("uln"));
    assertEquals("outer", learners.get(1).getAs("learn_ref_number"));
    assertEquals("5", learners.get(1).getAs("uln"));
    assertEquals(1, Reading.list(learners.get(1), "learning_delivery").size());
    assertEquals((Long) 2L, reading.file().getAs("learners"));
    assertEquals((Long) 2L, reading.file().getAs("aims"));
  }

  @Test
  @DisplayName("repeats the header on each row and takes the provider after it")
  void header() {
    Reading reading =
        Reading.of(
            """
            <Message xmlns="ESFA/ILR/2024-25"><Header><CollectionDetails><Collection>ILR</Collection>
            <Year>2425</Year><FilePreparationDate>2025-01-02</FilePreparationDate></CollectionDetails>
            <Source><UKPRN>10000001</UKPRN><SoftwareSupplier>S</SoftwareSupplier>
            <SoftwarePackage>P</SoftwarePackage><Release>1</Release><SerialNo>01</SerialNo>
            <DateTime>2018-04-09T10:22:23.1851006+01:00</DateTime></Source></Header>
            <SourceFiles><SourceFile><SerialNo>09</SerialNo></SourceFile></SourceFiles>
            <LearningProvider><UKPRN>10000002</UKPRN></LearningProvider><Learner/></Message>""");
    for (Row row : reading.rows()) {
      assertEquals("ESFA/ILR/2024-25", row.getAs("namespace"));
      assertEquals("ILR", row.getAs("collection"));
      assertEquals("2425", row.getAs("year"));
      assertEquals("2025-01-02", row.getAs("file_preparation_date"));
      assertEquals("10000001", row.getAs("ukprn"));
      assertEquals("10000002", row.getAs("learning_provider_ukprn"));
      assertEquals("S", row.getAs("software_supplier"));
      assertEquals("P", row.getAs("software_package"));
      assertEquals("1", row.getAs("release"));
      assertEquals("01", row.getAs("serial_no"));
      assertEquals("2018-04-09T10:22:23.1851006+01:00", row.getAs("date_time"));
    }
    assertEquals(2, reading.rows().size());
  }

  @Test
  @DisplayName("reads slips of case, and counts them and the elements of no year")
  void slipsAndUnknowns() {
    Reading reading =
        Reading.ofLearner(
            "<CampID>C</CampID><FamilyNamE>x</FamilyNamE><Weather>wet</Weather>"
                + "<LearningDelivery><OTJActhours>5</OTJActhours><LSDPostCode>x</LSDPostCode>"
                + "<LSDPostcode>x</LSDPostcode><Weather/><OTJHours>1</OTJHours>"
                + "</LearningDelivery><PostCode>AB1 2CD</PostCode>");
    Row learner = reading.learner();
    assertEquals("C", learner.getAs("camp_id"));
    assertEquals("AB1", learner.getAs("postcode"));
    assertEquals("5", Reading.list(learner, "learning_delivery").get(0).getAs("otj_act_hours"));
    assertEquals(
        "[[CampID,1], [FamilyNamE,1], [OTJActhours,1], [LSDPostCode,1], [PostCode,1]]",
        Reading.list(reading.file(), "case_slips").toString());
    assertEquals("[[Weather,2]]", Reading.list(reading.file(), "unknown_elements").toString());
  }

  @Test
  @DisplayName("reports no name inside a text")
  void namesInText() {
    Reading reading =
        Reading.ofLearner(
            "<FamilyName>Ann <Smith><Jones/></Smith></FamilyName><Weather><Rain/></Weather>");
    assertEquals(
        "[[Weather,1], [Rain,1]]", Reading.list(reading.file(), "unknown_elements").toString());
  }

  @Test
  @DisplayName("counts at most 50 names of at most 64 characters")
  void boundedNames() {
    StringBuilder elements = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      elements.append("<E").append(i).append("x".repeat(100)).append("/>");
    }
    List<Row> unknown =
        Reading.list(Reading.ofLearner(elements.toString()).file(), "unknown_elements");
    assertEquals(50, unknown.size());
    assertEquals(64, unknown.get(0).<String>getAs("name").length());
  }

  @Test
  @DisplayName("matches local names in every namespace and lists the namespaces met")
  void namespaces() {
    Reading reading =
        Reading.of(
            "<i:Message xmlns:i='ESFA/ILR/2018-19'>"
                + Reading.HEADER.replace("<Header>", "<Header xmlns='ESFA/ILR/2017-18'>")
                + "<i:Learner><i:ULN>1</i:ULN><ULN>2</ULN></i:Learner></i:Message>");
    assertEquals("1", reading.learner().getAs("uln"));
    assertEquals("ESFA/ILR/2018-19", reading.learner().getAs("namespace"));
    Row file = reading.file();
    assertEquals(
        List.of("ESFA/ILR/2018-19", "ESFA/ILR/2017-18", ""),
        file.getList(file.fieldIndex("namespaces")));
  }

  @ParameterizedTest(name = "reads {0}")
  @ValueSource(
      strings = {
        "UTF-8",
        "UTF-16",
        "UTF-16LE",
        "UTF-16BE",
        "windows-1252",
        "ISO-8859-1",
        "US-ASCII"
      })
  void encodings(String charset) {
    String grade = charset.equals("US-ASCII") ? "A" : "\u00e9\u00a3";
    String xml =
        "<?xml version=\"1.0\" encoding=\"%s\"?>\r\n<Message>%s<Learner><CampId>%s</CampId></Learner></Message>"
            .formatted(charset, Reading.HEADER, grade);
    assertEquals(grade, Reading.of(xml, Charset.forName(charset)).learner().getAs("camp_id"));
  }

  @Test
  @DisplayName("takes the euro sign of windows-1252 and a byte-order mark of UTF-8")
  void particularEncodings() {
    String xml =
        "<Message>" + Reading.HEADER + "<Learner><CampId>\u20ac</CampId></Learner></Message>";
    assertEquals(
        "\u20ac",
        Reading.of(
                "<?xml version='1.0' encoding='windows-1252'?>" + xml,
                Charset.forName("windows-1252"))
            .learner()
            .getAs("camp_id"));
    assertEquals("\u20ac", Reading.of("\ufeff" + xml).learner().getAs("camp_id"));
  }

  @ParameterizedTest(name = "reports {0} at line {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          empty_file      | ''                                             | -
          not_well_formed | 'hello'                                        | 1
          not_well_formed | '<Message>'                                    | 1
          not_well_formed | '<Message>~\n<Learner></Message>'               | 2
          not_well_formed | '<Message>~<Learner/>\n\n&nbsp;</Message>'     | 3
          not_well_formed | '<Message>~<Learner/>\n</Message>\n<x/>'       | 3
          not_well_formed | '<Message>~<Learner/>\n<x:y/></Message>'       | 2
          not_well_formed | '<Message>~<Learner/>\n<xmlns:y/></Message>'   | 2
          not_well_formed | '<Message>~<Learner/>\n<y xmlns:xmlns="a"/></Message>' | 2
          not_well_formed | '<Message>~<Learner/>\n<y xml:a="1" xml:a="2"/></Message>' | 2
          doctype         | '<!DOCTYPE Message [<!ENTITY a "b">]><Message>~<Learner/></Message>' | 1
          doctype         | '\n<!DOCTYPE Message SYSTEM "file:///etc/passwd"><Message/>' | 2
          wrong_root      | '<html/>'                                      | 1
          wrong_root      | '<message>~<Learner/></message>'               | 1
          header_missing  | '<Message>\n<Learner/></Message>'              | 2
          header_missing  | '<Message>\n<LearningProvider/></Message>'     | 2
          header_missing  | '<Message><Header><Source><UKPRN>1</UKPRN></Source></Header><Learner/></Message>' | 1
          header_missing  | '<Message><Header><CollectionDetails><Year>2425</Year></CollectionDetails></Header><Learner/></Message>' | 1
          header_missing  | '<Message><Learner/>~</Message>'               | 1
          no_learner      | '<Message>~</Message>'                         | -
          no_learner      | '<Message>~<LearnerDestinationandProgression/></Message>' | -
          """)
  void problems(String code, String xml, Integer line) {
    String text = xml.replace("\\n", "\n").replace("~", Reading.HEADER);
    Row problem = Reading.of(text).problem();
    assertEquals(code, problem.getAs("code"));
    assertEquals(line, problem.getAs("line"));
    String message = problem.getAs("message");
    assertTrue(message.contains("expected") && message.contains("found"), message);
    assertTrue(message.endsWith(".") && !message.contains("%"), message);
    Reading failing = Reading.of(text).mode(Mode.FAILFAST).records(Records.LEARNER);
    IlrReadException thrown = assertThrows(IlrReadException.class, failing::rows);
    assertEquals(code, thrown.problem().code());
  }

  @Test
  @DisplayName("states file, line and column of a break, but nothing about the learner")
  void sentence() {
    String xml = "<Message>" + Reading.HEADER + "\n<Learner>\n <FamilyName>Jones</ULN></Learner>";
    Row problem = Reading.of(xml).problem();
    String message = problem.getAs("message");
    assertEquals((Integer) 3, problem.getAs("line"));
    assertTrue(
        message.matches(
            "file:/.*\\.xml, line 3, column \\d+: expected well-formed XML, found a break in the"
                + " mark-up; before it begin 1 learner, 0 aims and 0 destinations, and no learner is"
                + " whole; export the return again from the software that made it\\."),
        message);
  }

  @ParameterizedTest(name = "says of {0} [{1}]")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          <AddLine1></x>                               | no learner begins before it | - | -
          <Learner/><Learner/></x>                     | before it begin 2 learners, 0 aims and 0 destinations, and the last whole learner is number 2, at line 1 | 2 | 1
          <Learner/>_<Learner><LearningDelivery></x>   | before it begin 2 learners, 1 aim and 0 destinations, and the last whole learner is number 1, at line 1 | 1 | 1
          <Learner/>_<Learner_>_</Learner><LearnerDestinationandProgression/></x> | before it begin 2 learners, 0 aims and 1 destination, and the last whole learner is number 2, at line 2 | 2 | 2
          <Learner>_<Learner/></x>                     | before it begin 2 learners, 0 aims and 0 destinations, and the last whole learner is number 2, at line 2 | 2 | 2
          <Learner></x>                                | before it begin 1 learner, 0 aims and 0 destinations, and no learner is whole | - | -
          """)
  void breaks(String body, String seen, Long number, Integer line) {
    Row problem = Reading.ofBody(body.replace("_", "\n")).problem();
    assertEquals("not_well_formed", problem.getAs("code"));
    assertTrue(problem.<String>getAs("message").contains("; " + seen + "; export"));
    assertEquals(number, problem.getAs("last_learner_no"));
    assertEquals(line, problem.getAs("last_learner_line"));
  }

  @Test
  @DisplayName("gives the learners before a break, and hash and size of all bytes")
  void learnersBeforeABreak() throws Exception {
    Reading reading =
        Reading.ofBody("<Learner><ULN>1</ULN></Learner><Learner></ULN>" + "x".repeat(200_000));
    assertEquals("1", reading.learner().getAs("uln"));
    assertEquals("not_well_formed", reading.code());
    assertEquals(sha256(reading.bytes()), reading.file().getAs("content_hash"));
    assertEquals((long) reading.bytes().length, reading.file().<Long>getAs("bytes"));
    assertEquals("10000001", reading.rows("file").get(0).getAs("ukprn"));
  }

  @ParameterizedTest(name = "a text of {0} characters in {1} gives {2}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          10000,     <ULN>@</ULN>,              -
          10001,     <ULN>@</ULN>,              text_too_long
          6000,      <ULN>@<!-- -->@</ULN>,     text_too_long
          10001,     <ULN><![CDATA[@]]></ULN>,  text_too_long
          5000000,   <ULN>@</ULN>,              text_too_long
          5000000,   <ULN><![CDATA[@]]></ULN>,  text_too_long
          5000000,   <AddLine1>@</AddLine1>,    text_too_long
          5000000,   <!--@-->,                  text_too_long
          5000000,   <ULN @='1'/>,              text_too_long
          10001,     <AddLine1>@</AddLine1>,    -
          """)
  void longText(int length, String element, String code) {
    Reading reading = Reading.ofLearner(element.replace("@", "t".repeat(length)));
    assertEquals(code, reading.code());
    assertEquals(code == null ? 1 : 0, reading.rows("learner").size());
  }

  @Test
  @DisplayName("accepts 32 levels of elements and no more")
  void depth() {
    assertNull(Reading.ofBody("<Learner/>" + nested(31)).code());
    assertEquals("too_deep", Reading.ofBody("<Learner/>" + nested(32)).code());
  }

  private static String nested(int levels) {
    return "<a>".repeat(levels) + "</a>".repeat(levels);
  }

  @ParameterizedTest(name = "an archive of [{0}] gives {1}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          a.xml,                       -
          a.XML,                       -
          in/a.xml,                    -
          a.xml __MACOSX/._a.xml,      -
          a.xml readme.txt,            -
          a.xml b.xml,                 zip_several_xml
          readme.txt,                  zip_no_xml
          """)
  void archives(String names, String code) throws Exception {
    String xml = "<Message>" + Reading.HEADER + "<Learner><ULN>1</ULN></Learner></Message>";
    Reading reading = Reading.ofZip(xml, names.split(" "));
    assertEquals(code, reading.code());
    byte[] hashed = code == null ? xml.getBytes(StandardCharsets.UTF_8) : reading.bytes();
    assertEquals(sha256(hashed), reading.file().getAs("content_hash"));
    assertEquals((long) hashed.length, reading.file().<Long>getAs("bytes"));
    assertEquals(code == null ? 1 : 0, reading.rows("learner").size());
  }

  @Test
  @DisplayName("refuses archives that are cut, altered or not archives")
  void corruptArchives() throws Exception {
    StringBuilder learners = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      learners.append("<Learner><ULN>").append(i * 7919).append("</ULN></Learner>");
    }
    byte[] sound =
        Reading.ofZip("<Message>" + Reading.HEADER + learners + "</Message>", "a.xml").bytes();
    byte[] cut = java.util.Arrays.copyOf(sound, sound.length / 2);
    byte[] altered = sound.clone();
    altered[sound.length / 3] ^= 0x55;
    byte[] checksum = sound.clone();
    int directory = new String(sound, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
    checksum[directory + 16] ^= 1;
    byte[] text = "not an archive".getBytes(StandardCharsets.UTF_8);
    for (byte[] bytes : List.of(cut, altered, checksum, text)) {
      Reading reading = Reading.of(bytes).zipped();
      assertEquals(bytes == cut ? "zip_truncated" : "zip_corrupt", reading.code());
      assertEquals(sha256(bytes), reading.file().getAs("content_hash"));
    }
  }

  @Test
  @DisplayName("calls an archive without a byte, or with an XML without one, an empty file")
  void emptyArchives() {
    assertEquals("empty_file", Reading.of("").zipped().code());
    assertEquals("empty_file", Reading.ofZip("", "a.xml").code());
  }

  @ParameterizedTest(name = "reports {0} as unreadable, with neither size nor hash")
  @ValueSource(strings = {"file:/nowhere/ilr.xml", "file:/nowhere/ilr.zip"})
  void unreadable(String path) {
    List<Row> rows = Reading.of("").rows(new IlrFile(path, 1));
    Row file = rows.get(0).getAs("file");
    assertEquals("unreadable", file.<Row>getAs("problem").getAs("code"));
    assertNull(file.getAs("bytes"));
    assertNull(file.getAs("content_hash"));
  }

  @Test
  @DisplayName("refuses an archive with a password")
  void protectedArchive() {
    byte[] archive = Reading.ofZip("<Message/>", "a.xml").bytes();
    String text = new String(archive, StandardCharsets.ISO_8859_1);
    archive[text.indexOf("PK\3\4") + 6] |= 1;
    archive[text.indexOf("PK\1\2") + 8] |= 1;
    assertEquals("zip_protected", Reading.of(archive).zipped().code());
  }

  @Test
  @DisplayName("refuses an archive that expands too far")
  void largeArchive() {
    String xml = "<Message>" + Reading.HEADER + "<Learner/>".repeat(50_000) + "</Message>";
    IlrLimits few = IlrLimits.of(Map.of("maxArchiveBytes", "100000"));
    assertEquals("zip_too_large", Reading.ofZip(xml, "a.xml").limits(few).code());
    IlrLimits ratio = IlrLimits.of(Map.of("maxArchiveRatio", "10", "maxArchiveRatioFrom", "1000"));
    assertEquals("zip_too_large", Reading.ofZip(xml, "a.xml").limits(ratio).code());
    assertNull(Reading.ofZip(xml, "a.xml").code());
  }

  @Test
  @DisplayName("stops at the first learner when only the header is asked for, but hashes it all")
  void headerOnly() throws Exception {
    StructType columns =
        new StructType()
            .add("record", DataTypes.StringType)
            .add("ukprn", DataTypes.StringType)
            .add("file", new StructType().add("content_hash", DataTypes.StringType));
    Reading broken = Reading.ofBody("<Learner><broken").records(Records.FILE);
    Row row = broken.columns(columns).mode(Mode.FAILFAST).rows().get(0);
    assertEquals("10000001", row.getAs("ukprn"));
    assertEquals(sha256(broken.bytes()), row.<Row>getAs("file").getAs("content_hash"));
    StructType counts =
        columns.add("other", DataTypes.StringType).add("line", DataTypes.IntegerType);
    assertThrows(
        IlrReadException.class,
        Reading.ofBody("<Learner><broken").columns(counts).mode(Mode.FAILFAST)::rows);
  }

  @ParameterizedTest(name = "records={0} gives {1}")
  @CsvSource({
    "LEARNER,learner",
    "DESTINATION,destination",
    "FILE,file",
    "ALL,learner destination file"
  })
  void recordKinds(Records records, String kinds) {
    Reading reading =
        Reading.ofBody("<Learner/><LearnerDestinationandProgression/>").records(records);
    List<String> found = reading.rows().stream().map(it -> it.<String>getAs("record")).toList();
    assertEquals(kinds, String.join(" ", found));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}

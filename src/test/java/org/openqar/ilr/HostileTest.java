package org.openqar.ilr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Of a hostile file")
class HostileTest {
  private static final String BEFORE =
      "<Message xmlns='ESFA/ILR/2024-25'>" + Reading.HEADER + "<Learner>";

  private static final String LONG = "n".repeat(40_000);

  /** Parses a file that never ends. Only the parser can stop. */
  private static IlrReadException endless(String start, Iterator<String> rest) {
    Iterator<String> pieces = Stream.concat(Stream.of(start), stream(rest)).iterator();
    Enumeration<InputStream> streams =
        new Enumeration<>() {
          @Override
          public boolean hasMoreElements() {
            return true;
          }

          @Override
          public InputStream nextElement() {
            return new ByteArrayInputStream(pieces.next().getBytes(StandardCharsets.UTF_8));
          }
        };
    IlrPlan plan = new IlrPlan(IlrSchema.columns(), Records.ALL, null);
    FilePart file = FilePart.whole(new IlrFile("file:/endless.xml", 0));
    XmlBytes bytes = new XmlBytes(new SequenceInputStream(streams), "endless", false);
    IlrParser parser =
        new IlrParser(
            bytes,
            false,
            file,
            plan,
            new RowTemplate(plan, file),
            IlrLimits.STANDARD,
            new Findings());
    return assertThrows(
        IlrReadException.class,
        () -> {
          while (parser.next() != null) {
            // The test ignores rows.
          }
        });
  }

  private static <T> Stream<T> stream(Iterator<T> items) {
    return Stream.generate(items::next);
  }

  private static Iterator<String> numbered(String piece) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> piece.replace("#", Integer.toString(i, 36)))
        .iterator();
  }

  @ParameterizedTest(name = "an endless {1} is refused as {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          text_too_long       | text that is read      | <ULN>                   | ttttttttttttttttttt
          text_too_long       | text that is not read  | <AddLine1>              | ttttttttttttttttttt
          text_too_long       | text of white space    | <AddLine1>              | "                  "
          text_too_long       | comment                | <!--                    | ccccccccccccccccccc
          text_too_long       | CDATA that is read     | <ULN><![CDATA[          | ccccccccccccccccccc
          text_too_long       | CDATA that is not read | <![CDATA[               | ccccccccccccccccccc
          text_too_long       | instruction            | <?a                     | ccccccccccccccccccc
          text_too_long       | element name           | <E                      | nnnnnnnnnnnnnnnnnnn
          text_too_long       | attribute name         | <ULN n                  | nnnnnnnnnnnnnnnnnnn
          text_too_long       | attribute              | "<ULN n='"              | vvvvvvvvvvvvvvvvvvv
          text_too_long       | row of attributes      | <ULN                    | " a#='1'"
          text_too_long       | row of namespaces      | <ULN                    | " xmlns:n#='1'"
          text_too_long       | entity name            | <ULN>&                  | eeeeeeeeeeeeeeeeeee
          text_too_long       | row of CDATA that is read | <ULN>                | <![CDATA[ccccccccc]]>
          text_too_long       | row of commented texts | <ULN>                   | ttttttttt<!-- -->
          too_deep            | depth                  | <a>                     | <a>
          too_deep            | depth of learners      | <ULN>1</ULN>            | <Learner>
          too_many_names      | row of unknown elements | <ULN>1</ULN>           | <e#/>
          too_many_names      | row of unknown elements outside | </Learner>     | <e#/>
          too_many_names      | row of unknown elements in unknown ones | <e>    | <e#/>
          too_many_names      | row of unknown attributes | <ULN>1</ULN>         | <ULN a#='1'/>
          too_many_names      | row of prefixes        | <ULN>1</ULN>            | <n#:ULN xmlns:n#='1'/>
          too_many_names      | row of instructions    | <ULN>1</ULN>            | <?p#?>
          text_too_long       | row of namespaces that are long | <ULN>1</ULN>   | <ULN xmlns='#%'/>
          too_many_names      | row of elements of long names | <ULN>1</ULN>     | <e#%/>
          record_too_large    | row of aims            | <ULN>1</ULN>            | <LearningDelivery/>
          record_too_large    | row of FAMs            | <LearningDelivery>      | <LearningDeliveryFAM/>
          not_well_formed     | row of entities        | <ULN>                   | &a#;
          """)
  void endless(String code, String what, String start, String piece) {
    assertFalse(what.isEmpty());
    assertEquals(
        code, endless(BEFORE + start, numbered(piece.replace("%", LONG))).problem().code());
  }

  @ParameterizedTest(name = "an endless prolog of {0} is refused")
  @ValueSource(strings = {" ", "<!--", "<?a ", "<!DOCTYPE ", "<!DOCTYPE a [<!ENTITY ", "\0", "x"})
  void prolog(String start) {
    IlrProblem problem = endless(start, numbered("          ")).problem();
    assertTrue(
        List.of(IlrProblem.TEXT_TOO_LONG, IlrProblem.DOCTYPE, IlrProblem.NOT_WELL_FORMED)
            .contains(problem),
        problem.code());
  }

  @Test
  @DisplayName("spellings in another case are read as long as they are few")
  void slipsOfCase() {
    Iterator<String> slips =
        IntStream.iterate(0, i -> i + 1).mapToObj(i -> spelling("LearnRefNumber", i)).iterator();
    assertEquals(IlrProblem.TOO_MANY_NAMES, endless(BEFORE + "<ULN>1</ULN>", slips).problem());
    assertNull(Reading.ofLearner(spelling("LearnRefNumber", 5)).code());
  }

  private static String spelling(String name, int number) {
    char[] letters = name.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      if ((number >> i & 1) == 1) {
        letters[i] = (char) (letters[i] ^ 0x20);
      }
    }
    return "<" + new String(letters) + "/>";
  }

  @Test
  @DisplayName("endless namespaces are read, and fifty are listed")
  void namespaces() {
    StringBuilder learners = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      learners.append("<Learner xmlns='n").append(i).append("'/>");
    }
    Row file = Reading.ofBody(learners.toString()).file();
    assertNull(file.getAs("problem"));
    assertEquals(5_000L, file.<Long>getAs("learners"));
    assertEquals(50, file.getList(file.fieldIndex("namespaces")).size());
  }

  @ParameterizedTest(name = "{0} attributes and {1} namespaces on one element give {2}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          64, 0,  -
          65, 0,  too_many_attributes
          0,  64, -
          0,  65, too_many_attributes
          30, 30, -
          40, 40, too_many_attributes
          """)
  void attributes(int attributes, int namespaces, String code) {
    StringBuilder element = new StringBuilder("<ULN");
    IntStream.range(0, attributes).forEach(i -> element.append(" a" + i + "='1'"));
    IntStream.range(0, namespaces).forEach(i -> element.append(" xmlns:n" + i + "='1'"));
    assertEquals(code, Reading.ofLearner(element + "/>").code());
  }

  @Test
  @DisplayName("what every row repeats is short")
  void header() {
    String longer = "x".repeat(257);
    String xml = "<Message xmlns='@'>" + Reading.HEADER + "<Learner/></Message>";
    assertNull(Reading.of(xml.replace("@", longer.substring(1))).code());
    assertEquals("text_too_long", Reading.of(xml.replace("@", longer)).code());
    assertEquals(
        "text_too_long",
        Reading.of(
                xml.replace(
                    "<UKPRN>", "<SoftwareSupplier>" + longer + "</SoftwareSupplier><UKPRN>"))
            .code());
  }

  @ParameterizedTest(name = "nothing outside it is touched: {0}")
  @ValueSource(
      strings = {
        "<!DOCTYPE Message SYSTEM 'http://localhost:1/x.dtd'><Message/>",
        "<!DOCTYPE Message [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Message>&x;</Message>",
        "<!DOCTYPE Message [<!ENTITY % x SYSTEM 'http://localhost:1/x'> %x;]><Message/>",
        "<!DOCTYPE lolz [<!ENTITY lol 'lol'><!ENTITY lol2 '&lol;&lol;'>]><Message>&lol2;</Message>",
      })
  void declarations(String xml) {
    assertEquals("doctype", Reading.of(xml).code());
  }

  @Test
  @DisplayName("a schema location is ignored")
  void schemaLocation() {
    String xml =
        "<Message xmlns='ESFA/ILR/2024-25' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
            + " xsi:schemaLocation='ESFA/ILR/2024-25 http://localhost:1/never.xsd'>"
            + Reading.HEADER
            + "<Learner/></Message>";
    assertNull(Reading.of(xml).code());
  }

  @Test
  @DisplayName("a text that nobody reads may be as long as a piece of mark-up, and costs nothing")
  void unreadText() {
    assertNull(Reading.ofLearner("<AddLine1>" + "t".repeat(60_000) + "</AddLine1>").code());
    assertEquals(
        "text_too_long",
        Reading.ofLearner("<AddLine1>" + "t".repeat(100_000) + "</AddLine1>").code());
  }

  @ParameterizedTest(name = "{0} for {1} is read with its learner, or refused")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          <?xml~version='1.0'              | <?xml version='1.0'
          encoding='UTF-8--'               | encoding='UTF-8'
          </Learner~>                      | </Learner>
          </Lea~rner>                      | </Learner>
          "<Learner xmlns:i=''>"           | <Learner>
          """)
  void lenient(String spelling, String proper) {
    String xml =
        "<?xml version='1.0' encoding='UTF-8'?><Message>"
            + Reading.HEADER
            + "<Learner></Learner></Message>";
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
      String declared = xml.replace("UTF-8", charset.name());
      Reading reading = Reading.of(declared.replace(proper, spelling).replace('~', '\0'), charset);
      String code = reading.code();
      assertTrue(code == null || code.equals("not_well_formed"), code);
      assertEquals(code == null ? 1 : 0, reading.rows("learner").size());
    }
  }

  @Test
  @DisplayName("a limit that is set replaces the standard one")
  void limits() {
    Map<String, String> wide = Map.of("maxDepth", "40", "maxStrangeNames", "5000");
    String deep = "<a>".repeat(36) + "</a>".repeat(36);
    assertEquals("too_deep", Reading.ofLearner(deep).code());
    assertNull(Reading.ofLearner(deep).limits(IlrLimits.of(wide)).code());
    String names =
        IntStream.range(0, 1_001).mapToObj(i -> "<e" + i + "/>").collect(Collectors.joining());
    assertEquals("too_many_names", Reading.ofLearner(names).code());
    assertNull(Reading.ofLearner(names).limits(IlrLimits.of(wide)).code());
  }
}

package org.openqar.ilr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A large file read in parts")
class FilePartsTest {
  private static final long SIZE = 1024;

  @TempDir Path folder;

  @ParameterizedTest(name = "gives the rows of the whole file: {0}, {1}, ended by {2}")
  @CsvSource({
    "UTF-8,'',LF",
    "UTF-8,'',CRLF",
    "UTF-8,'',CR",
    "UTF-8,'',NONE",
    "UTF-8,i:,LF",
    "US-ASCII,'',LF",
    "ISO-8859-1,'',CRLF",
    "windows-1252,'i:',LF",
  })
  void equalsWhole(String charset, String prefix, String lineEnd) throws IOException {
    for (int seed = 1; seed <= 20; seed++) {
      String xml = returnOf(charset, prefix, end(lineEnd), new Random(seed));
      IlrFile file = write(xml.getBytes(Charset.forName(charset)));
      List<FilePart> parts = parts(file);
      assertTrue(parts.size() > 5, () -> parts.size() + " parts");
      assertEquals(rows(List.of(FilePart.whole(file))), rows(parts));
    }
  }

  @Test
  @DisplayName("begins with the byte-order mark of UTF-8, if it has one")
  void byteOrderMark() throws IOException {
    String xml = returnOf("UTF-8", "", "\n", new Random(7));
    IlrFile file = write(("\ufeff" + xml).getBytes(StandardCharsets.UTF_8));
    List<FilePart> parts = parts(file);
    assertTrue(parts.size() > 5);
    assertEquals(rows(List.of(FilePart.whole(file))), rows(parts));
  }

  @Test
  @DisplayName("numbers and counts each part by itself, with neither size nor hash of the file")
  void countsByPart() throws IOException {
    IlrFile file = write(learners("\n", 100));
    List<FilePart> parts = parts(file);
    long learners = 0;
    long lines = 0;
    for (FilePart part : parts) {
      List<Row> rows = Reading.of("").rows(part);
      Row first = rows.get(0);
      assertEquals(part.number(), first.<Integer>getAs("part"));
      assertEquals(1L, first.<Long>getAs("record_no"));
      assertEquals(part.isFirst() ? 2 : 1, first.<Integer>getAs("line"));
      Row found = rows.get(rows.size() - 1).getAs("file");
      assertNull(found.getAs("bytes"));
      assertNull(found.getAs("content_hash"));
      assertEquals((long) rows.size() - 1, found.<Long>getAs("learners"));
      learners += found.<Long>getAs("learners");
      lines += found.<Integer>getAs("lines");
    }
    assertEquals(100, learners);
    assertEquals(101, lines);
    Row whole = Reading.of("").rows(FilePart.whole(file)).get(100).getAs("file");
    assertEquals(101, whole.<Integer>getAs("lines"));
  }

  @Test
  @DisplayName("is cut at a Learner, in about equal parts that cover it")
  void cuts() throws IOException {
    byte[] xml = learners("\n", 200);
    List<FilePart> parts = parts(write(xml));
    assertEquals(Math.round(xml.length / (double) SIZE), parts.size());
    long from = 0;
    for (FilePart part : parts) {
      assertEquals(from, part.from());
      from = part.to();
      if (!part.isFirst()) {
        assertEquals("<Learner>", text(xml, part.from(), 9));
      }
    }
    assertEquals(FilePart.END, from);
  }

  @ParameterizedTest(name = "is not split: {0}")
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void wideEncodings(String charset) throws IOException {
    String xml = returnOf(charset, "", "\n", new Random(1));
    IlrFile file = write(xml.getBytes(Charset.forName(charset)));
    assertEquals(List.of(FilePart.whole(file)), parts(file));
  }

  @Test
  @DisplayName("is not split unless it is plain XML of more than one and a half parts")
  void small() throws IOException {
    IlrFile file = write(learners("", 10));
    assertEquals(1, FileParts.of(file, file.bytes(), IlrLimits.STANDARD, hadoop()).size());
    assertEquals(1, FileParts.of(file, 0, IlrLimits.STANDARD, hadoop()).size());
    IlrFile archive = new IlrFile(file.path().replace(".xml", ".zip"), 1 << 30);
    assertEquals(
        List.of(FilePart.whole(archive)),
        FileParts.of(archive, SIZE, IlrLimits.STANDARD, hadoop()));
  }

  @ParameterizedTest(name = "is never cut in {0} ... {1}")
  @CsvSource({"<!--,-->", "<![CDATA[,]]>", "<?note,?>"})
  void notInMarkup(String opening, String closing) throws IOException {
    String decoys = "<Learner><ULN>0</ULN></Learner>".repeat(300);
    String xml =
        message(
            learner(1).repeat(100)
                + "<Learner><CampId>x</CampId><AddLine1>"
                + (opening + " " + decoys + " " + closing)
                + "</AddLine1></Learner>"
                + learner(2).repeat(3000));
    IlrFile file = write(xml.getBytes(StandardCharsets.UTF_8));
    int decoyFrom = xml.indexOf(opening);
    int decoyTo = xml.indexOf(closing + "</AddLine1>");
    List<FilePart> parts = parts(file);
    assertTrue(parts.size() > 20);
    for (FilePart part : parts) {
      assertTrue(part.from() < decoyFrom || part.from() > decoyTo);
    }
    assertEquals(rows(List.of(FilePart.whole(file))), rows(parts));
  }

  @Test
  @DisplayName("is refused as split if a learner contains another, and never read wrongly")
  void nested() throws IOException {
    String inner = learner(2).repeat(60);
    for (String xml :
        List.of(
            message("<Learner>" + inner + "</Learner>"),
            message(learner(1) + "<Learner>" + inner + "<ULN>1</ULN></Learner>" + learner(3)),
            message(learner(1) + "<Other>" + inner + "</Other>"),
            message(learner(1) + "<Message>" + inner + "</Message>"))) {
      IlrFile file = write(xml.getBytes(StandardCharsets.UTF_8));
      List<FilePart> parts = parts(file);
      assertTrue(parts.size() > 1);
      assertEquals(List.of("split_point"), List.copyOf(problems(parts)));
      assertEquals(List.of(), List.copyOf(problems(List.of(FilePart.whole(file)))));
    }
  }

  @ParameterizedTest(name = "has a break at its place in the whole file, lines ended by {0}")
  @ValueSource(strings = {"LF", "CRLF", "CR", "NONE"})
  void places(String lineEnd) throws IOException {
    String learners = (learner(1) + end(lineEnd)).repeat(100);
    int within = learners.indexOf("</ULN>", learners.length() / 2);
    for (String broken : List.of("</Uln>", "&nbsp;</ULN>", "<x:y/></ULN>", "\u00e9\u00e9<</ULN>")) {
      String xml = learners.substring(0, within) + broken + learners.substring(within + 6);
      IlrFile file = write(message("\u00e9" + xml).getBytes(StandardCharsets.UTF_8));
      List<FilePart> parts = parts(file);
      assertTrue(parts.size() > 5);
      List<Row> expected = problemRows(List.of(FilePart.whole(file)));
      List<Row> found = problemRows(parts);
      assertEquals(1, found.size());
      for (String field : List.of("code", "line", "column")) {
        assertEquals(expected.get(0).<Object>getAs(field), found.get(0).getAs(field), field);
      }
    }
  }

  @Test
  @DisplayName("that ends too early or goes on after its root is refused")
  void brokenEnds() throws IOException {
    String learners = learner(1).repeat(100);
    for (String xml :
        List.of(
            message(learners).replace("</Message>", ""),
            message(learners) + learners,
            message(learners + "</Message>" + learners),
            message(learners + "</Learner>" + learners),
            message(learners + "<Learner>" + learners))) {
      IlrFile file = write(xml.getBytes(StandardCharsets.UTF_8));
      assertEquals(1, problems(List.of(FilePart.whole(file))).size());
      List<FilePart> parts = parts(file);
      assertTrue(parts.size() > 1);
      assertTrue(problems(parts).size() > 0);
    }
  }

  private IlrFile write(byte[] bytes) throws IOException {
    Path file = folder.resolve("r.xml");
    Files.write(file, bytes);
    return new IlrFile(file.toUri().toString().replace("///", "/"), bytes.length);
  }

  private static List<FilePart> parts(IlrFile file) {
    return FileParts.of(file, SIZE, IlrLimits.STANDARD, hadoop());
  }

  private static Configuration hadoop() {
    return new Configuration(false);
  }

  private static TreeSet<String> problems(List<FilePart> parts) {
    TreeSet<String> codes = new TreeSet<>();
    problemRows(parts).forEach(it -> codes.add(it.getAs("code")));
    return codes;
  }

  private static List<Row> problemRows(List<FilePart> parts) {
    List<Row> problems = new ArrayList<>();
    for (FilePart part : parts) {
      List<Row> rows = Reading.of("").rows(part);
      Row problem = rows.get(rows.size() - 1).<Row>getAs("file").getAs("problem");
      if (problem != null) {
        problems.add(problem);
      }
    }
    return problems;
  }

  /** Returns all records, with numbers and lines that count through the whole file. */
  private static List<String> rows(List<FilePart> parts) {
    List<String> all = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>();
    long learners = 0;
    long destinations = 0;
    long aims = 0;
    int lines = 0;
    for (FilePart part : parts) {
      List<Row> rows = Reading.of("").rows(part);
      for (Row row : rows.subList(0, rows.size() - 1)) {
        boolean learner = row.getAs("record").equals("learner");
        long number = row.<Long>getAs("record_no") + (learner ? learners : destinations);
        StringBuilder text = new StringBuilder();
        text.append(number).append(' ').append(row.<Integer>getAs("line") + lines);
        for (String column : row.schema().fieldNames()) {
          if (column.equals("learning_delivery") && learner) {
            for (Row aim : Reading.list(row, column)) {
              text.append(' ').append(aim.<Integer>getAs("line") + lines);
              text.append(aim.<String>getAs("aim_type"));
            }
          } else if (!List.of("record_no", "line", "part").contains(column)) {
            text.append(' ').append(row.<Object>getAs(column));
          }
        }
        all.add(text.toString());
      }
      Row file = rows.get(rows.size() - 1).getAs("file");
      assertNull(file.getAs("problem"));
      learners += file.<Long>getAs("learners");
      destinations += file.<Long>getAs("destinations");
      aims += file.<Long>getAs("aims");
      lines += file.<Integer>getAs("lines");
      for (String list : List.of("unknown_elements", "case_slips")) {
        Reading.list(file, list).forEach(it -> names.add(it.getString(0)));
      }
    }
    all.add("%d %d %d %d %s".formatted(learners, destinations, aims, lines, names));
    return all;
  }

  private static String returnOf(String charset, String prefix, String end, Random random) {
    StringBuilder xml = new StringBuilder();
    xml.append("<?xml version=\"1.0\" encoding=\"").append(charset).append("\"?>").append(end);
    xml.append("<Message xmlns").append(prefix.isEmpty() ? "" : ":i").append("=\"ESFA/x\">");
    xml.append(end).append(Reading.HEADER).append("<Strange/>").append(end);
    String special = charset.equals("US-ASCII") ? "A" : "\u00e9\u00a3";
    for (int i = 0; i < 60; i++) {
      xml.append("\t<Learner>").append(end);
      xml.append("<LearnRefNumber>").append(i).append("</LearnRefNumber>");
      xml.append("<CampId>").append(special).append("</CampId>");
      for (int aim = random.nextInt(6); aim > 0; aim--) {
        xml.append(end).append("\t<LearningDelivery><AimType>").append(aim).append("</AimType>");
        xml.append("<Weather>").append(special).append("</Weather></LearningDelivery>");
      }
      xml.append("</Learner>").append(random.nextBoolean() ? end : "");
    }
    for (int i = 0; i < 5; i++) {
      xml.append("<LearnerDestinationandProgression><ULN>").append(i).append("</ULN>");
      xml.append("</LearnerDestinationandProgression>").append(end);
    }
    xml.append("</Message>").append(end);
    return xml.toString().replaceAll("(</?)(?=[A-Z])", "$1" + prefix);
  }

  private static byte[] learners(String end, int count) {
    return message(end + (learner(1) + end).repeat(count)).getBytes(StandardCharsets.UTF_8);
  }

  private static String learner(int uln) {
    return "<Learner><LearnRefNumber>A</LearnRefNumber><ULN>" + uln + "</ULN></Learner>";
  }

  private static String message(String body) {
    return "<Message>" + Reading.HEADER + body + "</Message>";
  }

  private static String end(String name) {
    return switch (name) {
      case "LF" -> "\n";
      case "CRLF" -> "\r\n";
      case "CR" -> "\r";
      default -> "";
    };
  }

  private static String text(byte[] xml, long from, int length) {
    return new String(xml, (int) from, length, StandardCharsets.US_ASCII);
  }
}

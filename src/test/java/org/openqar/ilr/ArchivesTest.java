package org.openqar.ilr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An archive")
class ArchivesTest {
  private static final String XML =
      "<Message>" + Reading.HEADER + "<Learner><ULN>1</ULN></Learner></Message>";

  @ParameterizedTest(name = "of [{0}] gives {1} by rule [{2}]")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          a.xml,                -,               -
          in/a.xml,             -,               -
          a.xml notes.txt,      -,               -
          a.xml b.xml,          zip_several_xml, ZIP_EMPTY
          a.xml in/b.XML,       zip_several_xml, ZIP_EMPTY
          notes.txt,            zip_no_xml,      ZIP_EMPTY
          in/,                  zip_no_xml,      ZIP_EMPTY
          a.zip,                zip_in_zip,      ZIP_EMPTY
          a.xml.gz,             zip_in_zip,      ZIP_EMPTY
          a.xml in/b.ZIP,       zip_in_zip,      ZIP_EMPTY
          ../a.xml,             zip_unsafe_name, ''
          in/../../a.xml,       zip_unsafe_name, ''
          /a.xml,               zip_unsafe_name, ''
          in\\a.xml,            -,               -
          in/x\\a.xml,          zip_unsafe_name, ''
          ..\\a.xml,            zip_unsafe_name, ''
          C:a.xml,              zip_unsafe_name, ''
          a.xml ../notes.txt,   zip_unsafe_name, ''
          a..xml,               -,               -
          """)
  void entries(String names, String code, String rule) {
    Reading reading = Reading.ofZip(XML, names.split(" "));
    assertEquals(code, reading.code());
    assertEquals(code == null ? 1 : 0, reading.rows("learner").size());
    if (code != null) {
      assertEquals(rule, IlrProblem.valueOf(code.toUpperCase(java.util.Locale.ROOT)).rule());
      String message = reading.problem().getAs("message");
      assertEquals(!rule.isEmpty(), message.matches(".*\\(rule " + rule + "[,)].*"), message);
    }
  }

  @Test
  @DisplayName("gives the name of its XML without folders")
  void innerName() {
    assertEquals("b.XML", Reading.ofZip(XML, "in/b.XML").file().getAs("inner_name"));
    assertNull(Reading.of(XML).file().getAs("inner_name"));
    assertNull(Reading.ofGzip(XML).file().getAs("inner_name"));
  }

  @Test
  @DisplayName("without an entry holds no XML")
  void empty() {
    byte[] end = Arrays.copyOf("PK\5\6".getBytes(StandardCharsets.ISO_8859_1), 22);
    assertEquals("zip_no_xml", Reading.of(end).zipped().code());
  }

  @Test
  @DisplayName("that is damaged is reported as damaged even if its XML breaks first")
  void damaged() {
    byte[] sound = Reading.ofZip(noise(XML), "a.xml").bytes();
    int directory = new String(sound, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
    for (int at = 50; at < directory; at += 97) {
      byte[] altered = sound.clone();
      altered[at] ^= 0x55;
      assertEquals("zip_corrupt", Reading.of(altered).zipped().code(), "at " + at);
    }
    byte[] whole = Reading.ofZip(XML.replace("</ULN>", ""), "a.xml").bytes();
    assertEquals("not_well_formed", Reading.of(whole).zipped().code());
  }

  @Test
  @DisplayName("cut anywhere never loses a learner in silence")
  void cut() {
    byte[] zip = Reading.ofZip(noise(XML), "a.xml").bytes();
    byte[] gzip = Reading.ofGzip(noise(XML)).bytes();
    for (int to = 1; to < zip.length; to += 41) {
      String code = Reading.of(Arrays.copyOf(zip, to)).zipped().code();
      assertEquals(to < 4 ? "zip_corrupt" : "zip_truncated", code, "at " + to);
    }
    for (int to = 1; to < gzip.length; to += 41) {
      Row problem = Reading.of(Arrays.copyOf(gzip, to)).named(".xml.gz").problem();
      assertEquals("gzip_corrupt", problem.getAs("code"), "at " + to);
      assertTrue(to < 10 || problem.<String>getAs("message").contains("cut short"));
    }
  }

  /** The return with a text that does not compress. */
  private static String noise(String xml) {
    StringBuilder noise = new StringBuilder();
    new Random(1).ints(4_000, 'a', 'z' + 1).forEach(noise::appendCodePoint);
    return xml.replace("<ULN>", "<AddLine1>" + noise + "</AddLine1><ULN>");
  }

  @Test
  @DisplayName("in gzip may have several members, and nothing else behind them")
  void members() throws IOException {
    assertNull(Reading.ofGzip(XML.substring(0, 9), "", XML.substring(9)).code());
    ByteArrayOutputStream more = new ByteArrayOutputStream();
    more.write(Reading.ofGzip(XML).bytes());
    more.write("and more".getBytes(StandardCharsets.UTF_8));
    assertEquals("gzip_corrupt", Reading.of(more.toByteArray()).named(".xml.gz").code());
    byte[] checksum = Reading.ofGzip(XML).bytes();
    checksum[checksum.length - 8] ^= 1;
    assertEquals("gzip_corrupt", Reading.of(checksum).named(".xml.gz").code());
    assertEquals("gzip_corrupt", Reading.of(XML).named(".xml.gz").code());
    assertEquals("empty_file", Reading.of("").named(".xml.gz").code());
    assertEquals("empty_file", Reading.ofGzip("").code());
  }

  @Test
  @DisplayName("in gzip whose head does not end is refused before it takes memory")
  void endlessHead() {
    byte[] head = new byte[20 << 20];
    Arrays.fill(head, (byte) 'n');
    byte[] start = {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0};
    System.arraycopy(start, 0, head, 0, start.length);
    assertEquals("gzip_corrupt", Reading.of(head).named(".xml.gz").code());
  }

  @ParameterizedTest(name = "within {0}={1} gives zip {2} and gzip {3}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          maxArchiveBytes,   100000,   zip_too_large, gzip_too_large
          maxArchiveBytes,   1000000,  -,             -
          maxArchiveRatio,   10,       zip_too_large, gzip_too_large
          maxArchiveRatio,   10000,    -,             -
          """)
  void expansion(String option, String value, String zip, String gzip) {
    String xml =
        XML.replace(
            "<ULN>", ("<AddLine1>" + " ".repeat(25_000) + "</AddLine1>").repeat(20) + "<ULN>");
    Map<String, String> options =
        new HashMap<>(Map.of("maxArchiveRatioFrom", "1000", "maxArchiveRatio", "5000"));
    options.put(option, value);
    IlrLimits limits = IlrLimits.of(options);
    assertEquals(zip, Reading.ofZip(xml, "a.xml").limits(limits).code());
    assertEquals(gzip, Reading.ofGzip(xml).limits(limits).code());
  }

  @Test
  @DisplayName("that states a wrong size is limited by its real size")
  void lies() {
    String xml =
        XML.replace(
            "<ULN>", ("<AddLine1>" + " ".repeat(25_000) + "</AddLine1>").repeat(20) + "<ULN>");
    byte[] zip = Reading.ofZip(xml, "a.xml").bytes();
    int directory = new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
    Arrays.fill(zip, directory + 20, directory + 23, (byte) 0xFF);
    IlrLimits limits = IlrLimits.of(Map.of("maxArchiveRatioFrom", "1000", "maxArchiveRatio", "10"));
    Reading reading = Reading.of(zip).zipped().limits(limits);
    assertTrue(Set.of("zip_too_large", "zip_corrupt").contains(reading.code()), reading.code());
  }

  @ParameterizedTest(name = "of {0} entries is refused before they take memory")
  @ValueSource(ints = {1_001, 45_000})
  void manyEntries(int number) {
    String[] names = new String[number];
    Arrays.setAll(names, i -> i + ".txt");
    names[0] = "a.xml";
    Reading reading = Reading.ofZip("", names);
    Row problem = reading.problem();
    assertEquals("zip_too_large", problem.getAs("code"));
    assertTrue(problem.<String>getAs("message").contains("over 1000 entries"));
  }

  @Test
  @DisplayName("with the fields of large archives is read, and refused if they are wrong")
  void zip64() throws IOException {
    byte[] sound = zip(ZipArchiveEntry.DEFLATED, Zip64Mode.Always);
    assertNull(Reading.of(sound).zipped().code());
    String text = new String(sound, StandardCharsets.ISO_8859_1);
    int end = text.lastIndexOf("PK\6\6");
    int locator = text.lastIndexOf("PK\6\7");
    int directory = text.lastIndexOf("PK\1\2");
    for (int at :
        new int[] {end + 48, locator + 8, directory + 46 + 5 + 4, directory + 46 + 5 + 20}) {
      for (byte[] lie :
          new byte[][] {{-1, -1, -1, -1, -1, -1, -1, -1}, {-1, -1, -1, -1, -1, -1, -1, 127}}) {
        byte[] altered = sound.clone();
        System.arraycopy(lie, 0, altered, at, 8);
        String code = Reading.of(altered).zipped().code();
        assertTrue(code == null || code.equals("zip_corrupt"), code);
        assertEquals(code == null ? 1 : 0, Reading.of(altered).zipped().rows("learner").size());
      }
    }
  }

  @Test
  @DisplayName("may be stored as it is, but not packed in an unusual way")
  void methods() throws IOException {
    assertNull(Reading.of(zip(ZipArchiveEntry.STORED, Zip64Mode.Never)).zipped().code());
    for (int method : new int[] {1, 6, 12, 14, 93, 95, 98, 255}) {
      byte[] altered = zip(ZipArchiveEntry.STORED, Zip64Mode.Never);
      String text = new String(altered, StandardCharsets.ISO_8859_1);
      altered[text.indexOf("PK\3\4") + 8] = (byte) method;
      altered[text.indexOf("PK\1\2") + 10] = (byte) method;
      assertEquals("zip_corrupt", Reading.of(altered).zipped().code());
    }
  }

  private static byte[] zip(int method, Zip64Mode mode) throws IOException {
    byte[] xml = XML.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.setUseZip64(mode);
      zip.setLevel(Deflater.BEST_SPEED);
      ZipArchiveEntry entry = new ZipArchiveEntry("a.xml");
      CRC32 checksum = new CRC32();
      checksum.update(xml);
      entry.setMethod(method);
      entry.setSize(xml.length);
      entry.setCrc(checksum.getValue());
      zip.putArchiveEntry(entry);
      zip.write(xml);
      zip.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }
}

package org.openqar.ilr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.messages.UserException;

@DisplayName("A listing")
class ListingTest {
  private static final String XML = "<Message>" + Reading.HEADER + "<Learner/></Message>";

  @TempDir Path folder;

  @BeforeEach
  void returns() throws IOException {
    write("1819/R07/root/2425/R14/a.xml");
    write("1819/R07/root/2425/R14/deep/er/b.XML");
    write("1819/R07/root/2425/c.xml");
    write("1819/R07/root/d.xml");
    write("1819/R07/root/notes.txt");
    write("1819/R07/root/notes.gz");
    Path gzip = folder.resolve("1819/R07/root/e.XML.GZ");
    Files.write(gzip, Reading.ofGzip(XML).bytes());
  }

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, XML);
  }

  private Path root() {
    return folder.resolve("1819/R07/root");
  }

  private List<IlrFile> files(String basePath, String... paths) {
    return Listing.of(
        Arrays.stream(paths).map(it -> folder + "/" + it).toList(),
        basePath == null ? null : folder + "/" + basePath,
        new Configuration(false));
  }

  /** Name, year, return and problem of each file. */
  private static String told(List<IlrFile> files) {
    return files.stream().map(ListingTest::told).collect(Collectors.joining(" "));
  }

  private static String told(IlrFile file) {
    Row row = Reading.of("").records(Records.FILE).rows(file).get(0);
    Row problem = row.<Row>getAs("file").getAs("problem");
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    return name
        + ":"
        + row.getAs("folder_year")
        + "/"
        + row.getAs("return_number")
        + (problem == null ? "" : ":" + problem.getAs("code"));
  }

  @ParameterizedTest(name = "of {0} finds {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1819/R07/root                 | a.xml:2425/14 b.XML:2425/14 c.xml:2425/null d.xml:null/null e.XML.GZ:null/null
          1819/R07/root/2425            | a.xml:null/14 b.XML:null/14 c.xml:null/null
          1819/R07/root/2425/R14        | a.xml:null/null b.XML:null/null
          1819                          | a.xml:2425/14 b.XML:2425/14 c.xml:2425/7 d.xml:null/7 e.XML.GZ:null/7
          1819/R07/root/*               | a.xml:2425/14 b.XML:2425/14 c.xml:2425/null d.xml:null/null e.XML.GZ:null/null
          1819/R07/root/2425/R*/a.xml   | a.xml:null/14
          1819/R07/{root,x}/2425/c.xml  | c.xml:2425/null
          1819/R07/root/2425/R14/a.xml  | a.xml:2425/14
          1819/R07/root/d.xml           | d.xml:null/7
          1819/R07/root/2425/c.xml      | c.xml:2425/null
          1819/R07/root/2425/R14/deep/er/b.XML | b.XML:null/null
          1819/R07/root/d.xml 1819/R07/root/2425/c.xml | c.xml:2425/null d.xml:null/7
          """)
  void folders(String paths, String expected) {
    assertEquals(expected, told(files(null, paths.split(" "))));
  }

  @ParameterizedTest(name = "of {1} with the base path {0} finds {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1819/R07/root      | 1819/R07/root/2425/R14/a.xml | a.xml:2425/14
          1819/R07/root      | 1819/R07/root/2425/R14       | a.xml:2425/14 b.XML:2425/14
          1819/R07/root      | 1819/R07/root/d.xml          | d.xml:null/null
          1819/R07/root/2425 | 1819/R07/root/2425/R*/a.xml  | a.xml:null/14
          """)
  void basePath(String basePath, String paths, String expected) {
    assertEquals(expected, told(files(basePath, paths)));
  }

  @Test
  @DisplayName("refuses a file that is not below the base path")
  void outsideBasePath() {
    Exception refused =
        assertThrows(
            UserException.class, () -> files("1819/R07/root/24", "1819/R07/root/2425/c.xml"));
    assertTrue(refused.getMessage().contains("is not below"), refused.getMessage());
  }

  @Test
  @DisplayName("follows a link to a file or folder inside the root, and lists each folder once")
  void linksInside() throws IOException {
    Files.createSymbolicLink(root().resolve("2425/R14/f.xml"), root().resolve("d.xml"));
    Files.createSymbolicLink(root().resolve("1920"), root().resolve("2425"));
    Files.createSymbolicLink(root().resolve("2425/up"), root());
    Files.createDirectories(root().resolve(".kept/R05"));
    Files.writeString(root().resolve(".kept/R05/g.xml"), XML);
    Files.createSymbolicLink(root().resolve("2021"), Path.of(".kept"));
    assertEquals(
        "g.xml:2021/5 a.xml:2425/14 b.XML:2425/14 f.xml:2425/14 c.xml:2425/null d.xml:null/null"
            + " e.XML.GZ:null/null",
        told(files(null, "1819/R07/root")));
  }

  @Test
  @DisplayName("ends although links lead on and on")
  void manyWays() throws IOException {
    for (int i = 0; i < 30; i++) {
      Files.createDirectories(root().resolve("ways/" + i));
      for (String way : List.of("a", "b")) {
        Files.createSymbolicLink(
            root().resolve("ways/" + i + "/" + way), root().resolve("ways/" + (i + 1)));
      }
    }
    write("1819/R07/root/ways/30/z.xml");
    assertEquals("z.xml:null/null", told(files(null, "1819/R07/root/ways")));
  }

  @Test
  @DisplayName("refuses each link out of the root and reads nothing behind it")
  void linksOutside() throws IOException {
    Path outside = folder.resolve("outside/R03");
    Files.createDirectories(outside);
    Files.writeString(outside.resolve("secret.xml"), XML);
    Files.createSymbolicLink(root().resolve("2425/f.xml"), outside.resolve("secret.xml"));
    Files.createSymbolicLink(root().resolve("2425/g.zip"), outside.resolve("secret.xml"));
    Files.createSymbolicLink(root().resolve("2425/h"), outside);
    String expected =
        "f.xml:2425/null:link_out_of_root g.zip:2425/null:link_out_of_root"
            + " h:2425/null:link_out_of_root";
    assertTrue(told(files(null, "1819/R07/root")).contains(expected));
    assertTrue(told(files(null, "1819/R07/root/*")).contains(expected));
    Row file = Reading.of("").rows(files(null, "1819/R07/root/2425/*").get(3)).get(0).getAs("file");
    assertNull(file.getAs("content_hash"));
    assertNull(file.getAs("bytes"));
    assertEquals("f.xml:2425/null", told(files(null, "1819/R07/root/2425/f.xml")));
    assertEquals(
        "f.xml:2425/null:link_out_of_root",
        told(files("1819/R07/root", "1819/R07/root/2425/f.xml")));
  }

  @Test
  @DisplayName("lists links that lead nowhere if they may have been returns")
  void brokenLinks() throws IOException {
    for (String name : List.of("f.xml", "2324", "notes.pdf", "_g.xml")) {
      Files.createSymbolicLink(root().resolve("2425/R14/deep/" + name), Path.of("gone"));
    }
    assertEquals(
        "2324:2425/14:unreadable b.XML:2425/14 f.xml:2425/14:unreadable",
        told(files("1819/R07/root", "1819/R07/root/2425/R14/deep")));
  }

  @Test
  @DisplayName("follows a root that is itself a link")
  void linkedRoot() throws IOException {
    Files.createSymbolicLink(folder.resolve("returns"), root());
    assertEquals(
        "a.xml:2425/14 b.XML:2425/14 c.xml:2425/null d.xml:null/null e.XML.GZ:null/null",
        told(files(null, "returns")));
  }
}

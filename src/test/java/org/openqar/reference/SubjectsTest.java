package org.openqar.reference;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.support.SparkTest;

/** Subjects in reference files get their names from the published tables. */
class SubjectsTest extends SparkTest {
  private static final String CASES =
      """
      6                                        | Digital Technology
      06                                       | Digital Technology
      6.00                                     | Digital Technology
      6.1                                      | Digital Technology (Practitioners)
      6.20                                     | Digital Technology (Users)
      10                                       | History, Philosophy and Theology
      1.3                                      | Health and Social Care
      15.5                                     | Law and Legal Services
      16                                       | 16
      6.9                                      | 6.9
      Information and Communication Technology | Digital Technology
      ICT Practitioners                        | Digital Technology (Practitioners)
      Digital Technology                       | Digital Technology
      Business                                 | Business
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = CASES)
  void areNamedAsThePublishedTablesNameThem(String text, String name) {
    assertEquals(name, Subjects.named(text));
  }

  /**
   * The Department's table for 2017/18 has codes beside names. It has Law and Legal Services under
   * 15.4 by mistake, which is Marketing and Sales: of the frameworks of LARS those for the law are
   * under 15.5.
   */
  @Test
  void haveTheCodesOfTheTableThatWasPublishedWithThem() throws IOException {
    Set<String> areas = new TreeSet<>();
    Set<String> narrower = new TreeSet<>();
    try (InputStream table =
        Files.newInputStream(
            Path.of("src/test/resources/published/AchievementRatesNational_2017-18.csv"))) {
      Iterator<String[]> records = Csv.records(table);
      List<String> names = Csv.names(records);
      while (records.hasNext()) {
        List<String> record = Arrays.asList(records.next());
        String area = record.get(names.indexOf("Sector Subject Area Tier 1"));
        String subject = record.get(names.indexOf("Sector Subject Area Tier 2"));
        assertEquals(Subjects.named(area), Subjects.named(record.get(names.indexOf("SSA1"))));
        areas.add(area);
        String code = record.get(names.indexOf("SSA2"));
        if (code != null && !code.isBlank() && !subject.equals("Law and Legal Services")) {
          assertEquals(Subjects.named(subject), Subjects.named(code));
          narrower.add(subject);
        }
      }
    }
    assertEquals(11, areas.size());
    assertEquals(32, narrower.size());
  }

  @Test
  void areTheSameInALargeFile() {
    List<String> texts = CASES.lines().map(line -> line.split("\\|")[0].strip()).toList();
    assertEquals(
        texts.stream().map(Subjects::named).toList(),
        spark()
            .createDataset(texts, Encoders.STRING())
            .select(Subjects.named(col("value")))
            .as(Encoders.STRING())
            .collectAsList());
  }
}

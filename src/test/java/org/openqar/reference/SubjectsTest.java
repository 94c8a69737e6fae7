package org.openqar.reference;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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

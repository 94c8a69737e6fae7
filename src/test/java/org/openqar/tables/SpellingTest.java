package org.openqar.tables;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.support.SparkTest;

/** Two names of one thing are compared as one. */
class SpellingTest extends SparkTest {
  private static final String CASES =
      """
      ADVANCED                                            | Advanced
      Digital  Technology                                 | Information and Communication Technology
      Digital Technology x Advanced                       | Information and Communication Technology x ADVANCED
      Digital Technology (Practitioners)                  | ICT Practitioners
      General FE College incl Tertiary                    | General FE and Tertiary College
      General FE college including tertiary               | General FE and Tertiary College
      Other Public Funded i.e LA's and HE                 | Other Public Funded
      Other public funded (LAs and HE)                    | Other Public Funded
      Special College                                     | Specialist College
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = CASES)
  void areTheSame(String one, String other) {
    assertEquals(Spelling.plain(one), Spelling.plain(other));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Advanced               | Higher
          Private Sector Public Funded | Other Public Funded
          Sixth Form College     | Special College
          """)
  void othersStayApart(String one, String other) {
    assertEquals(false, Spelling.plain(one).equals(Spelling.plain(other)));
  }

  @Test
  void sparkComparesThemAlike() {
    List<String> texts =
        CASES.lines().flatMap(line -> List.of(line.split("\\|")).stream()).toList();
    assertEquals(
        texts.stream().map(Spelling::plain).toList(),
        spark()
            .createDataset(texts, Encoders.STRING())
            .select(Spelling.plain(col("value")))
            .as(Encoders.STRING())
            .collectAsList());
  }
}

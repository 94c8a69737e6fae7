package org.openqar.tables;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.support.SparkTest;

/** The one place where returned text becomes a value. */
class ReturnedTest extends SparkTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a day                                    | 2024-01-31                 | 2024-01-31 | false
          the last day of February in a leap year  | 2024-02-29                 | 2024-02-29 | false
          the same in another year                 | 2023-02-29                 |            | true
          the thirty-first of June                 | 2024-06-31                 |            | true
          a month that does not exist              | 2024-13-01                 |            | true
          the day nought                           | 2024-01-00                 |            | true
          blanks around it                         | '  2024-01-31 '            | 2024-01-31 | false
          the sign of the prime meridian           | 2024-01-31Z                | 2024-01-31 | false
          an offset                                | 2024-01-31+01:00           | 2024-01-31 | false
          a western offset                         | 2024-01-31-05:00           | 2024-01-31 | false
          an offset that is not one                | 2024-01-31+1               |            | true
          a time after it                          | 2024-01-31T00:00:00        |            | true
          a day written the English way            | 31/01/2024                 |            | true
          without leading zeros                    | 2024-1-31                  |            | true
          a year of two digits                     | 24-01-31                   |            | true
          ten characters with a short day          | 2024-01-3T                 |            | true
          ten characters with a time               | 2024-1-5T1                 |            | true
          ten characters with a sign               | +024-01-31                 |            | true
          ten characters with a blank in them      | 2024-01- 3                 |            | true
          a hyphen too many                        | 2024-0--31                 |            | true
          words                                    | tomorrow                   |            | true
          only blanks                              | '   '                      |            | false
          no characters                            | ''                         |            | false
          not there                                |                            |            | false
          """)
  void aDay(String aCase, String text, String expected, boolean unreadable) {
    assertReads(Returned.LEARN_START_DATE, text, expected, unreadable);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a number                  | 36         | 36        | false
          a leading zero            | 036        | 36        | false
          only zeros                | 000        | 0         | false
          nine digits               | 999999999  | 999999999 | false
          ten digits                | 1000000000 |           | true
          a leading zero before ten | 0100000000 |           | true
          blanks around it          | ' 36 '     | 36        | false
          a sign                    | -36        |           | true
          a sign that says nothing  | +36        |           | true
          a blank within            | 3 6        |           | true
          an exponent               | 1e3        |           | true
          a digit and a type        | 36L        |           | true
          a fraction                | 36.0       |           | true
          a letter                  | 3G         |           | true
          digits of another script  | ٣٦         |           | true
          only blanks               | '  '       |           | false
          not there                 |            |           | false
          """)
  void aWholeNumber(String aCase, String text, String expected, boolean unreadable) {
    assertReads(Returned.FUND_MODEL, text, expected, unreadable);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          continuing              | 1   | 1 | false
          completed               | 2   | 2 | false
          withdrawn               | 3   | 3 | false
          the retired transfer    | 4   | 4 | false
          a break                 | 6   | 6 | false
          a leading zero          | 06  | 6 | false
          a code between them     | 5   |   | true
          nought                  | 0   |   | true
          a letter                | x   |   | true
          not there               |     |   | false
          """)
  void aCode(String aCase, String text, String expected, boolean unreadable) {
    assertReads(Returned.COMP_STATUS, text, expected, unreadable);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "AimType, 1 3 4 5, 2",
    "Outcome, 1 2 3 8, 4",
    "CompStatus, 1 2 3 4 6, 5",
  })
  void codesAreThoseOfTheList(String element, String codes, String other) {
    Returned returned =
        Returned.DELIVERY.stream().filter(r -> r.element().equals(element)).findFirst().get();
    for (String code : codes.split(" ")) {
      assertReads(returned, code, code, false);
    }
    assertReads(returned, other, null, true);
    assertEquals("one of " + codes.replace(" ", ", "), returned.expected());
  }

  @Test
  void whatIsRequiredIsUndecidedWhereItIsNotThere() {
    assertEquals(true, evaluate(Returned.COMP_STATUS.undecided(col("text")), null));
    assertEquals(true, evaluate(Returned.COMP_STATUS.undecided(col("text")), " "));
    assertEquals(true, evaluate(Returned.COMP_STATUS.undecided(col("text")), "7"));
    assertEquals(false, evaluate(Returned.COMP_STATUS.undecided(col("text")), "6"));
    assertEquals(false, evaluate(Returned.OUTCOME.undecided(col("text")), null));
    assertEquals(true, evaluate(Returned.OUTCOME.undecided(col("text")), "7"));
  }

  @Test
  void theDecidingAndTheRequiredElementsAreThoseOfTheSpecification() {
    assertEquals(
        Stream.of(
                "LearnStartDate",
                "OrigLearnStartDate",
                "LearnPlanEndDate",
                "LearnActEndDate",
                "AchDate",
                "CompStatus",
                "Outcome",
                "WithdrawReason",
                "FundModel",
                "ProgType",
                "StdCode",
                "FworkCode",
                "PwayCode",
                "AimType")
            .sorted()
            .toList(),
        names(Returned.DELIVERY.stream().filter(Returned::deciding)));
    assertEquals(
        List.of("AimType", "CompStatus", "FundModel", "LearnPlanEndDate", "LearnStartDate"),
        names(Returned.DELIVERY.stream().filter(Returned::required)));
    assertTrue(Returned.LEARNER.stream().noneMatch(Returned::deciding));
  }

  private static List<String> names(Stream<Returned> elements) {
    return elements.map(Returned::element).sorted().toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a ULN                          | 1000000019        | true
          blanks around it               | ' 1000000019 '    | true
          the one that means unknown     | 9999999999        | false
          a zero first                   | 0100000019        | false
          nine digits                    | 100000001         | false
          eleven digits                  | 10000000190       | false
          words                          | unreadable        | false
          not there                      |                   | false
          a pseudonym                    | e3c26d6644bbe7904762133e5953e4b48f9acd02f0c58e14238ca32735898831  | true
          a pseudonym in capitals        | E3C26D6644BBE7904762133E5953E4B48F9ACD02F0C58E14238CA32735898831  | false
          a digit less than a pseudonym  | e3c26d6644bbe7904762133e5953e4b48f9acd02f0c58e14238ca3273589883   | false
          a digit more                   | e3c26d6644bbe7904762133e5953e4b48f9acd02f0c58e14238ca327358988310 | false
          """)
  void aUlnThatNamesOneLearner(String aCase, String text, boolean names) {
    Row row =
        spark()
            .createDataFrame(
                Collections.singletonList(RowFactory.create(text)),
                new StructType().add("uln", DataTypes.StringType))
            .select(Returned.realUln(col("uln")))
            .head();
    assertEquals(names ? text.trim() : null, row.getString(0));
    assertEquals(names, Returned.isRealUln(UTF8String.fromString(text)));
  }

  /** One frame of odd texts: what a query reads is what is read outside one. */
  @Test
  void aQueryAndATaskReadTheSame() {
    List<Row> texts = oddTexts().stream().map(RowFactory::create).toList();
    for (Returned element :
        List.of(Returned.LEARN_START_DATE, Returned.FUND_MODEL, Returned.COMP_STATUS)) {
      List<Row> rows =
          spark()
              .createDataFrame(texts, new StructType().add("text", DataTypes.StringType))
              .select(
                  col("text"),
                  element.unreadable(col("text")),
                  Returned.present(col("text")),
                  Returned.FUND_MODEL.value(col("text")))
              .collectAsList();
      for (Row row : rows) {
        String text = row.getString(0);
        UTF8String plain = UTF8String.fromString(text);
        String said = "%s '%s'".formatted(element.element(), text);
        assertEquals(row.getBoolean(1), element.isUnreadable(plain), said);
        assertEquals(row.getBoolean(2), Returned.isPresent(plain), said);
        assertEquals(Optional.ofNullable(row.get(3)), Returned.wholeNumber(plain), said);
      }
    }
  }

  /** Days and numbers, and each of them with a character put in, left out or changed. */
  private static Set<String> oddTexts() {
    Set<String> texts = new TreeSet<>(List.of("", " ", "9", "31", "123456789", "1234567890"));
    for (String text :
        List.of("2024-01-31", "2024-02-29Z", "2023-06-30-05:00", "0000-12-31", "36", "6")) {
      for (int i = 0; i <= text.length(); i++) {
        for (String character :
            List.of("", " ", "0", "1", "9", "-", "+", ":", "Z", "é", "٣", "𝟛")) {
          texts.add(text.substring(0, i) + character + text.substring(i));
          texts.add(
              text.substring(0, i) + character + text.substring(Math.min(i + 1, text.length())));
        }
      }
    }
    return texts;
  }

  @ParameterizedTest(name = "{0} before {1}: {2}")
  @CsvSource({
    "2024-08-31, 2024-09-01, true",
    "2024-09-01, 2024-09-01, false",
    "2024-09-02, 2024-09-01, false",
    "2023-12-31+01:00, ' 2024-01-01Z', true",
    "2024-06-31, 2024-09-01, false",
    "2024-08-31, soon, false",
    ", 2024-09-01, false",
    "2024-08-31, , false",
  })
  void oneDayBeforeAnother(String day, String other, boolean before) {
    assertEquals(
        before, Returned.isBefore(UTF8String.fromString(day), UTF8String.fromString(other)));
  }

  private static void assertReads(
      Returned element, String text, String expected, boolean unreadable) {
    assertEquals(
        RowFactory.create(expected, unreadable),
        row(text, element.value(col("text")).cast("string"), element.unreadable(col("text"))));
  }

  private static Object evaluate(Column column, String text) {
    return row(text, column).get(0);
  }

  private static Row row(String text, Column... columns) {
    return spark()
        .createDataFrame(
            Collections.singletonList(RowFactory.create(text)),
            new StructType().add("text", DataTypes.StringType))
        .select(columns)
        .head();
  }
}

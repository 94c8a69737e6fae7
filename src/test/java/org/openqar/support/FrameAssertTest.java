package org.openqar.support;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.tables.Tables;

class FrameAssertTest extends SparkTest {

  private static final Dataset<Row> PROVIDERS =
      Frames.of(
          Tables.PROVIDER,
          """
          ukprn    | name  | provider_type | region
          10000001 | Alpha | College       | London
          10000002 | Beta  |               |
          """);

  @Test
  void aFrameIsEqualToItself() {
    assertDoesNotThrow(() -> FrameAssert.assertSameRows(PROVIDERS, PROVIDERS));
  }

  @Test
  void theOrderMattersOnlyWhereItIsAsked() {
    Dataset<Row> turned = PROVIDERS.orderBy(PROVIDERS.col("ukprn").desc());
    assertDoesNotThrow(() -> FrameAssert.assertSameRowsInAnyOrder(PROVIDERS, turned));
    assertThrows(AssertionError.class, () -> FrameAssert.assertSameRows(PROVIDERS, turned));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          another value ; 10000001|Alpha|College|London;10000002|Gamma||
          a row less    ; 10000001|Alpha|College|London;
          a row twice   ; 10000001|Alpha|College|London;10000001|Alpha|College|London
          """)
  void aDifferenceIsFound(String difference, String first, String second) {
    Dataset<Row> other =
        Frames.of(
            Tables.PROVIDER,
            "ukprn|name|provider_type|region\n" + first + "\n" + (second == null ? "" : second));
    assertThrows(
        AssertionError.class, () -> FrameAssert.assertSameRowsInAnyOrder(PROVIDERS, other));
    assertThrows(AssertionError.class, () -> FrameAssert.assertSameRows(PROVIDERS, other));
  }
}

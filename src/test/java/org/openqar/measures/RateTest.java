package org.openqar.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.support.SparkTest;
import org.openqar.support.Vectors;
import org.openqar.support.Vectors.Case;
import org.openqar.tables.Table;

/** Percentages with one decimal, rounded half up from whole numbers. */
class RateTest extends SparkTest {
  private static final StructType COUNTS =
      new StructType().add("part", DataTypes.LongType).add("whole", DataTypes.LongType);

  private static final List<String> RATES =
      List.of("expected_retention", "expected_pass", "expected_achievement");

  record Fraction(long part, long whole) {}

  /** One rate of a worked case. */
  record Worked(Case of, String rate) {
    @Override
    public String toString() {
      return of.id() + " " + rate.replace('_', ' ');
    }

    String expected() {
      return of.get(rate);
    }

    boolean isNumber() {
      return expected().matches("[0-9.]+");
    }
  }

  static Stream<Worked> worked() {
    return Vectors.of("rates.csv").stream()
        .flatMap(one -> RATES.stream().map(rate -> new Worked(one, rate)))
        .filter(rate -> rate.expected() != null);
  }

  static Stream<Worked> numbers() {
    return worked().filter(Worked::isNumber);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("numbers")
  void aRateComesOutAsItWasWorkedOut(Worked one) {
    String part = one.rate().equals("expected_retention") ? "completers" : "achievers";
    String whole = one.rate().equals("expected_pass") ? "completers" : "leavers";
    BigDecimal rate =
        rates(List.of(new Fraction(one.of().number(part), one.of().number(whole)))).get(0);
    assertEquals(new BigDecimal(one.expected()), rate);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          half a tenth goes up              | 1    | 2000  | 0.1
          less than half goes down          | 49   | 100000 | 0.0
          half goes up below ten percent    | 41   | 800   | 5.1
          a third                           | 1    | 3     | 33.3
          two thirds                        | 2    | 3     | 66.7
          nearly all is not all             | 1999 | 2001  | 99.9
          within half a tenth of all is all | 1999 | 2000  | 100.0
          none                              | 0    | 7     | 0.0
          all                               | 7    | 7     | 100.0
          """)
  void roundingIsHalfUp(String aCase, long part, long whole, BigDecimal expected) {
    assertEquals(expected, rates(List.of(new Fraction(part, whole))).get(0));
  }

  @Test
  void thereIsNoRateWithoutADenominator() {
    assertNull(rates(List.of(new Fraction(0, 0))).get(0));
  }

  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  void roundingIsThatOfExactArithmetic(@ForAll("fractions") List<Fraction> fractions) {
    List<BigDecimal> rates = rates(fractions);
    for (int i = 0; i < fractions.size(); i++) {
      Fraction fraction = fractions.get(i);
      assertEquals(
          BigDecimal.valueOf(100 * fraction.part())
              .divide(BigDecimal.valueOf(fraction.whole()), 1, RoundingMode.HALF_UP),
          rates.get(i),
          fraction.toString());
    }
  }

  @Provide
  Arbitrary<List<Fraction>> fractions() {
    Arbitrary<Long> wholes =
        Arbitraries.oneOf(
            Arbitraries.longs().between(1, 50),
            Arbitraries.of(200L, 400L, 800L, 1000L, 2000L, 4000L),
            Arbitraries.longs().between(1, 100_000_000L));
    return wholes
        .flatMap(
            whole -> Arbitraries.longs().between(0, whole).map(part -> new Fraction(part, whole)))
        .list()
        .ofSize(100);
  }

  private static List<BigDecimal> rates(List<Fraction> fractions) {
    List<Row> rows = new ArrayList<>();
    fractions.forEach(f -> rows.add(RowFactory.create(f.part(), f.whole())));
    return spark()
        .createDataFrame(rows, COUNTS)
        .select(Table.rate("part", "whole"))
        .collectAsList()
        .stream()
        .map(row -> row.getDecimal(0))
        .toList();
  }
}

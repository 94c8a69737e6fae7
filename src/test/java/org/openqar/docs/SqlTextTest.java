package org.openqar.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          =(outcome, 1)                            | outcome = 1
          and(=(a, 1), <(b, 2))                    | a = 1 AND b < 2
          and(and(=(a, 1), =(b, 2)), =(c, 3))      | a = 1 AND b = 2 AND c = 3
          or(and(=(a, 1), =(b, 2)), =(c, 3))       | (a = 1 AND b = 2) OR c = 3
          and(or(=(a, 1), =(b, 2)), =(c, 3))       | (a = 1 OR b = 2) AND c = 3
          coalesce(in(comp_status, 3, 4), false)   | coalesce(comp_status IN (3, 4), false)
          -(-(a, 1), b)                            | a - 1 - b
          -(a, +(b, 1))                            | a - (b + 1)
          -(a, -(f(b, -(c, 1)), 1))                | a - (f(b, c - 1) - 1)
          -(a, f(+(b, 1)))                         | a - f(b + 1)
          !(isnull(ach_date))                      | NOT isnull(ach_date)
          >=(d, DATE '2019-08-01')                 | d >= DATE '2019-08-01'
          array_contains(codes, '(,)')             | array_contains(codes, '(,)')
          """)
  void operatorsStandBetweenTheirOperands(String column, String sql) {
    assertEquals(sql, SqlText.of(column));
  }
}

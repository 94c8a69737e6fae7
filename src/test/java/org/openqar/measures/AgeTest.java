package org.openqar.measures;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.Columns;
import org.openqar.support.SparkTest;

/** A learner's whole years, worked out of the parts of two days. */
class AgeTest extends SparkTest {

  @ParameterizedTest(name = "born {0}, on {1}: {2}")
  @CsvSource({
    "2005-09-01, 2023-08-31, 17",
    "2005-08-31, 2023-08-31, 18",
    "2005-08-30, 2023-08-31, 18",
    "2004-02-29, 2022-02-27, 17",
    "2004-02-29, 2022-02-28, 18",
    "2004-02-29, 2024-02-28, 19",
    "2004-02-29, 2024-02-29, 20",
    "2005-02-28, 2024-02-28, 19",
    "2005-12-31, 2023-01-01, 17",
    "2023-08-01, 2023-07-31, -1"
  })
  void aYearIsFullOnTheDayItBeganOn(Date birth, Date day, int years) {
    Row found = spark().range(1).select(Columns.wholeYears(lit(birth), lit(day))).first();
    assertEquals(years, found.getInt(0));
  }

  @Test
  void itIsATwelfthOfTheMonthsBetween() {
    Dataset<Row> differing =
        days("1999-12-20", "2001-03-10")
            .toDF("birth")
            .crossJoin(days("2018-12-20", "2020-03-10").toDF("day"))
            .withColumn("years", Columns.wholeYears(col("birth"), col("day")))
            .where("years != floor(months_between(day, birth) / 12)");
    assertEquals(List.of(), differing.takeAsList(5));
  }

  private static Dataset<Row> days(String first, String last) {
    return spark().sql("SELECT explode(sequence(DATE '%s', DATE '%s'))".formatted(first, last));
  }
}

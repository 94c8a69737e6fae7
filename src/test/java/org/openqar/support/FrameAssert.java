package org.openqar.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.holdenkarau.spark.testing.JavaDataFrameSuiteBase;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Compares small frames. Rows in any order are compared by spark-testing-base, through its class
 * for Java, which needs JUnit 4 beside it and no ScalaTest. Its comparer of rows in order sends a
 * function to the executors whose class cannot be read without Hive; order is compared here.
 */
public final class FrameAssert {
  private static final Comparer COMPARER = new Comparer();

  private FrameAssert() {}

  /** The same schema and the same rows in the same order. */
  public static void assertSameRows(Dataset<Row> expected, Dataset<Row> actual) {
    assertEquals(expected.schema(), actual.schema());
    assertEquals(expected.collectAsList(), actual.collectAsList());
  }

  /** The same schema and the same rows, each as often, in any order. */
  public static void assertSameRowsInAnyOrder(Dataset<Row> expected, Dataset<Row> actual) {
    COMPARER.assertDataFrameNoOrderEquals(expected, actual);
  }

  private static final class Comparer extends JavaDataFrameSuiteBase {
    @Override
    public SparkSession spark() {
      return SparkTest.spark();
    }
  }
}

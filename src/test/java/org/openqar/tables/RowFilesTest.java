package org.openqar.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.support.SparkTest;
import org.openqar.tables.TableStore.Write;

/** Rows written from within tasks, read back by Spark. */
class RowFilesTest extends SparkTest {
  private static final StructType CODE = new StructType().add("code", DataTypes.StringType);
  private static final StructType STATUS =
      new StructType()
          .add("status", DataTypes.StringType)
          .add("codes", DataTypes.createArrayType(CODE));

  private static final Table TABLE =
      Table.table("returned", TableLayer.RETURNS)
          .grain("A learner")
          .key("no")
          .clusteredBy("funding_year", "ukprn")
          .required("ukprn", DataTypes.IntegerType, "The provider")
          .required("funding_year", DataTypes.IntegerType, "The year")
          .required("no", DataTypes.LongType, "Position")
          .text("text", "A text")
          .number("line", "A number")
          .field("fams", DataTypes.createArrayType(CODE, false), "A list without empty rows")
          .field("statuses", DataTypes.createArrayType(STATUS), "A list of rows with a list")
          .declare();

  /** Every way in which something can be empty, at each depth. */
  private static final List<Object[]> CASES =
      List.of(
          fields(null, null, null, null),
          fields("", 0, list(), list()),
          fields("a", 1, list(row("x")), list(row("s", list(row("p"))))),
          fields("b", 2, list(row("x"), row((Object) null)), list((Object) null)),
          fields("c", null, list(), list(row(null, null), row("t", list()), null)),
          fields(
              null,
              3,
              null,
              list(row("u", list(row("q"), null, row("r"))), row(null, list(row((Object) null))))),
          fields("é €", -1, list(row("é")), list()));

  @TempDir private Path folder;

  @Test
  void whatIsEmptyAtAnyDepthIsReadBackAsItWasWritten() throws IOException {
    writtenAndReadBack(CASES.size());
  }

  @Test
  void manyRowsAreReadBackInTheirOrder() throws IOException {
    writtenAndReadBack(50_003);
  }

  @Test
  void exactlyTheRowsThatAreTakenTogether() throws IOException {
    writtenAndReadBack(16);
    writtenAndReadBack(64);
  }

  private void writtenAndReadBack(int count) throws IOException {
    TableStore store = new TableStore(spark(), folder.resolve("" + count).toString());
    RowFiles.RowFile file = store.rowFiles(TABLE).begin(1, 2024);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Object[] fields = CASES.get(i % CASES.size()).clone();
      fields[2] = (long) i;
      file.write(new GenericInternalRow(fields));
      expected.add(told(fields));
    }
    store.replace(new Write(TABLE, List.of(file.end().orElseThrow().get()), KeyRange.ALL));
    List<String> read =
        store.read(TABLE).orderBy("no").collectAsList().stream().map(RowFilesTest::told).toList();
    assertEquals(expected, read);
  }

  private static Object[] fields(String text, Integer line, Object fams, Object statuses) {
    return new Object[] {1, 2024, null, text == null ? null : text(text), line, fams, statuses};
  }

  private static GenericArrayData list(Object... rows) {
    return new GenericArrayData(rows == null ? new Object[] {null} : rows);
  }

  private static GenericInternalRow row(Object... values) {
    Object[] fields = values.clone();
    for (int i = 0; i < fields.length; i++) {
      fields[i] = fields[i] instanceof String text ? text(text) : fields[i];
    }
    return new GenericInternalRow(fields);
  }

  private static UTF8String text(String text) {
    return UTF8String.fromString(text);
  }

  private static Object[] values(Row row) {
    Object[] values = new Object[row.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    return values;
  }

  /** Rows and lists in one notation, whether Spark's own or those that it gives. */
  private static String told(Object value) {
    if (value instanceof Object[] values) {
      return Arrays.stream(values).map(RowFilesTest::told).toList().toString();
    }
    if (value instanceof GenericInternalRow row) {
      return told(row.values());
    }
    if (value instanceof Row row) {
      return told(values(row));
    }
    if (value instanceof GenericArrayData list) {
      return "list " + told(list.array());
    }
    if (value instanceof scala.collection.Seq<?> list) {
      Object[] values = new Object[list.length()];
      for (int i = 0; i < values.length; i++) {
        values[i] = list.apply(i);
      }
      return "list " + told(values);
    }
    return String.valueOf(value);
  }
}

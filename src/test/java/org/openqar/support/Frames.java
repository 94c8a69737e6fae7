package org.openqar.support;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.openqar.tables.Table;

/**
 * Small frames written as text: a line of column names, then a line a row, bars between the cells.
 * An empty cell is null, {@code ''} is a text without characters; the items of a list are written
 * one after the other. A column that is not named is null where it may be, else zero, false or no
 * text.
 */
public final class Frames {
  private Frames() {}

  /** Rows of a declared table. */
  public static Dataset<Row> of(Table table, String text) {
    return of(table.schema(), text);
  }

  /** Rows of any schema. */
  public static Dataset<Row> of(StructType schema, String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    List<String> columns = cells(lines.get(0));
    for (String column : columns) {
      schema.fieldIndex(column);
    }
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      if (cells.size() != columns.size()) {
        throw new IllegalArgumentException(
            "%d cells expected under %s, found %d in: %s"
                .formatted(columns.size(), columns, cells.size(), line));
      }
      rows.add(row(schema, columns, cells));
    }
    return SparkTest.spark().createDataFrame(rows, schema);
  }

  private static Row row(StructType schema, List<String> columns, List<String> cells) {
    Object[] values = new Object[schema.length()];
    for (int i = 0; i < values.length; i++) {
      StructField field = schema.fields()[i];
      int at = columns.indexOf(field.name());
      values[i] = at < 0 ? unnamed(field) : value(field.dataType(), cells.get(at));
    }
    return RowFactory.create(values);
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }

  private static Object unnamed(StructField field) {
    if (field.nullable()) {
      return null;
    }
    DataType type = field.dataType();
    if (type instanceof ArrayType) {
      return new Object[0];
    }
    if (type.equals(DataTypes.BooleanType)) {
      return false;
    }
    if (type.equals(DataTypes.DateType)) {
      return Date.valueOf("2000-01-01");
    }
    if (type.equals(DataTypes.TimestampType)) {
      return Timestamp.valueOf("2000-01-01 00:00:00");
    }
    return value(type, type.equals(DataTypes.StringType) ? "''" : "0");
  }

  private static Object value(DataType type, String cell) {
    if (type instanceof ArrayType list) {
      return Arrays.stream(cell.split(" "))
          .filter(item -> !item.isEmpty())
          .map(item -> value(list.elementType(), item))
          .toArray();
    }
    if (cell.isEmpty()) {
      return null;
    }
    if (type.equals(DataTypes.StringType)) {
      return cell.equals("''") ? "" : cell;
    }
    if (type.equals(DataTypes.IntegerType)) {
      return Integer.valueOf(cell);
    }
    if (type.equals(DataTypes.LongType)) {
      return Long.valueOf(cell);
    }
    if (type.equals(DataTypes.BooleanType)) {
      return Boolean.valueOf(cell);
    }
    if (type.equals(DataTypes.DateType)) {
      return Date.valueOf(cell);
    }
    if (type.equals(DataTypes.TimestampType)) {
      return Timestamp.valueOf(cell);
    }
    if (type instanceof DecimalType) {
      return new BigDecimal(cell);
    }
    throw new IllegalArgumentException("No text stands for a value of type " + type.sql());
  }
}

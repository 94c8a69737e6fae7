package org.openqar.rules;

import java.sql.Date;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** A row with a schema, from Spark or Delta Kernel, for the rules. */
public final class RowValues implements AimValues {
  private final Row row;

  public RowValues(Row row) {
    this.row = row;
  }

  @Override
  public Object value(String column) {
    return plain(row.get(row.fieldIndex(column)));
  }

  /** Turns types of Spark and SQL into plain Java. Records within lists stay as they are. */
  private static Object plain(Object value) {
    if (value instanceof Date day) {
      return day.toLocalDate();
    }
    if (value instanceof Seq<?> list) {
      return each(CollectionConverters.asJava(list));
    }
    if (value instanceof Object[] list) {
      return each(Arrays.asList(list));
    }
    return value instanceof List<?> list ? each(list) : value;
  }

  private static List<?> each(List<?> list) {
    return list.stream().map(RowValues::plain).toList();
  }
}

package org.openqar.reports.show;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.openqar.messages.UserException;
import org.openqar.tables.Filter;
import org.openqar.tables.Table;

/**
 * Selects the rows to show: those that have a given value in a column, no value, at least a value
 * or at most a value.
 *
 * @param sign {@code =}, {@code >=} or {@code <=}
 * @param value the value as written; an empty text after {@code =} asks for rows without a value
 */
record RowCondition(String column, String sign, String value) {
  private static final Pattern FORM = Pattern.compile("([^<>=]+)(=|>=|<=)(.*)", Pattern.DOTALL);

  /**
   * @throws UserException if the text is not a condition
   */
  static RowCondition of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw UserException.usage(
          "--where takes COLUMN=VALUE, COLUMN>=VALUE or COLUMN<=VALUE, such as year=2024; found %s."
              .formatted(text));
    }
    return new RowCondition(form.group(1).trim(), form.group(2), form.group(3).trim());
  }

  /**
   * @throws UserException if the table has no such column, or the column no such value
   */
  Filter filter(Table table) {
    DataType type = table.field(ShownColumns.stored(table, column)).type();
    if (value.isEmpty() && sign.equals("=")) {
      return Filter.empty(column);
    }
    Object typed = typed(type);
    return switch (sign) {
      case ">=" -> Filter.atLeast(column, typed);
      case "<=" -> Filter.atMost(column, typed);
      default -> Filter.equal(column, typed);
    };
  }

  private Object typed(DataType type) {
    try {
      if (type instanceof StringType) {
        return value;
      }
      if (type instanceof IntegerType) {
        return Integer.valueOf(value);
      }
      if (type instanceof LongType) {
        return Long.valueOf(value);
      }
      if (type instanceof DecimalType decimal) {
        return new BigDecimal(value).setScale(decimal.scale());
      }
      if (type instanceof DateType) {
        return LocalDate.parse(value);
      }
      if (type instanceof BooleanType && value.matches("true|false")) {
        return Boolean.valueOf(value);
      }
    } catch (ArithmeticException | NumberFormatException | DateTimeParseException e) {
      throw notOne(type);
    }
    throw notOne(type);
  }

  private UserException notOne(DataType type) {
    String expected =
        switch (type.typeName()) {
          case "integer", "long" -> "takes a whole number, such as 2024";
          case "date" -> "takes a day, such as 2024-07-31";
          case "boolean" -> "takes true or false";
          case "array", "map", "timestamp" -> "cannot be asked for by --where";
          default -> "takes a number with one decimal, such as 66.7";
        };
    return UserException.usage("%s %s; found %s.".formatted(column, expected, value));
  }

  @Override
  public String toString() {
    return column + sign + value;
  }
}

package org.openqar.ilr;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * One field of a record: its element and what to do with it.
 *
 * @param name the column: the element's name in snake case
 * @param element the element, or null if the field comes from none
 * @param fields the fields of a group; empty for other fields
 */
record ElementField(String name, String element, Kind kind, List<ElementField> fields) {

  /** How an element becomes a value. */
  enum Kind {
    /** Its text. */
    TEXT,
    /** The outward part of a postcode. */
    OUTWARD,
    /** An array with one struct for each occurrence. */
    GROUP,
    /**
     * An array with one struct for each occurrence. If the element holds plain text, the text is
     * the first field of one struct.
     */
    GROUP_OR_TEXT,
    /** The line of the enclosing element's start tag. */
    LINE
  }

  static ElementField text(String element) {
    return new ElementField(snakeCase(element), element, Kind.TEXT, List.of());
  }

  static ElementField outward(String element) {
    return new ElementField(snakeCase(element), element, Kind.OUTWARD, List.of());
  }

  static ElementField group(String element, ElementField... fields) {
    return new ElementField(snakeCase(element), element, Kind.GROUP, List.of(fields));
  }

  static ElementField groupOrText(String element, ElementField... fields) {
    return new ElementField(snakeCase(element), element, Kind.GROUP_OR_TEXT, List.of(fields));
  }

  static ElementField line() {
    return new ElementField("line", null, Kind.LINE, List.of());
  }

  ElementField named(String other) {
    return new ElementField(other, element, kind, fields);
  }

  StructField column() {
    return DataTypes.createStructField(name, type(), true);
  }

  private DataType type() {
    return switch (kind) {
      case TEXT, OUTWARD -> DataTypes.StringType;
      case LINE -> DataTypes.IntegerType;
      case GROUP, GROUP_OR_TEXT -> DataTypes.createArrayType(struct(fields), false);
    };
  }

  static StructType struct(List<ElementField> fields) {
    return new StructType(fields.stream().map(ElementField::column).toArray(StructField[]::new));
  }

  private static String snakeCase(String element) {
    return element
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}

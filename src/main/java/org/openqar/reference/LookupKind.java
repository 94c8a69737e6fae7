package org.openqar.reference;

import org.apache.spark.sql.types.DataTypes;
import org.openqar.tables.Field;

/** How the text of a reference file becomes the value of a column. */
enum LookupKind {
  /** A code or a name of a region becomes its name. */
  REGION,
  /** A code or a name of a sector subject area becomes its name. */
  SUBJECT,
  YES_OR_NO,
  TEXT,
  NUMBER;

  static LookupKind of(Field field) {
    if (field.name().equals("region")) {
      return REGION;
    }
    if (Subjects.isOne(field.name())) {
      return SUBJECT;
    }
    if (field.type().equals(DataTypes.BooleanType)) {
      return YES_OR_NO;
    }
    return field.type().equals(DataTypes.StringType) ? TEXT : NUMBER;
  }
}

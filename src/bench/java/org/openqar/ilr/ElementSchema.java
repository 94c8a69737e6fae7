package org.openqar.ilr;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The learner of {@link IlrSchema} by the names of its elements, as Spark's own reader wants it. */
public final class ElementSchema {
  private ElementSchema() {}

  /** The schema of rows tagged Learner. */
  public static StructType learner() {
    return struct(IlrSchema.LEARNER);
  }

  private static StructType struct(List<ElementField> fields) {
    StructType struct = new StructType();
    for (ElementField field : fields) {
      if (field.element() != null) {
        struct = struct.add(field.element(), type(field));
      }
    }
    return struct;
  }

  private static DataType type(ElementField field) {
    return field.fields().isEmpty()
        ? DataTypes.StringType
        : DataTypes.createArrayType(struct(field.fields()));
  }
}

package org.openqar.tables;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table.
 *
 * @param name the column, the ILR's own name in snake case or the field's term
 * @param type its exact type
 * @param nullable whether it may be empty; a Boolean never is
 * @param meaning the content, which is also the column comment of the table
 */
public record Field(String name, DataType type, boolean nullable, String meaning) {

  StructField structField() {
    return new StructField(name, type, nullable, org.apache.spark.sql.types.Metadata.empty())
        .withComment(meaning);
  }
}

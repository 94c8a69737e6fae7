package org.openqar.ilr;

import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Builds the column {@code file}: the findings, in the fields that the query asks for. */
final class FileRow {
  private FileRow() {}

  /** Returns the struct, or null if the query does not ask for the column. */
  static InternalRow of(Findings findings, StructType type) {
    if (type.isEmpty()) {
      return null;
    }
    return struct(
        type,
        field ->
            switch (field) {
              case "content_hash" -> UTF8String.fromString(findings.contentHash);
              case "bytes" -> findings.bytes;
              case "lines" -> findings.lines;
              case "learners" -> findings.learners;
              case "aims" -> findings.aims;
              case "destinations" -> findings.destinations;
              case "unknown_elements" -> counts(findings.unknownElements, typeOf(type, field));
              case "case_slips" -> counts(findings.caseSlips, typeOf(type, field));
              case "namespaces" -> names(findings.namespaces);
              case "inner_name" -> UTF8String.fromString(findings.innerName);
              case "problem" -> problem(findings, typeOf(type, field));
              default -> throw new IllegalArgumentException("The column file has no " + field);
            });
  }

  private static InternalRow problem(Findings findings, DataType type) {
    IlrReadException problem = findings.problem;
    if (problem == null) {
      return null;
    }
    return struct(
        (StructType) type,
        field ->
            switch (field) {
              case "code" -> UTF8String.fromString(problem.problem().code());
              case "line" -> place(problem.line());
              case "column" -> place(problem.column());
              case "last_learner_no" -> findings.lastLearnerNo > 0 ? findings.lastLearnerNo : null;
              case "last_learner_line" -> place(findings.lastLearnerLine);
              default -> UTF8String.fromString(problem.getMessage());
            });
  }

  private static Integer place(int number) {
    return number > 0 ? number : null;
  }

  private static GenericArrayData counts(NameTally tally, DataType type) {
    StructType entry = (StructType) ((ArrayType) type).elementType();
    return new GenericArrayData(
        tally.counts().entrySet().stream().map(it -> count(it, entry)).toArray());
  }

  private static InternalRow count(Map.Entry<String, Long> name, StructType type) {
    return struct(
        type,
        field -> field.equals("name") ? UTF8String.fromString(name.getKey()) : name.getValue());
  }

  private static GenericArrayData names(NameTally tally) {
    return new GenericArrayData(
        tally.counts().keySet().stream().map(UTF8String::fromString).toArray());
  }

  private static DataType typeOf(StructType type, String field) {
    return type.apply(field).dataType();
  }

  private static InternalRow struct(StructType type, Function<String, Object> valueOf) {
    Object[] values = new Object[type.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = valueOf.apply(type.apply(i).name());
    }
    return new GenericInternalRow(values);
  }
}

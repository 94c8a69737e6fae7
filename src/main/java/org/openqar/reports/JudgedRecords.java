package org.openqar.reports;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.reports.Comparison.Side;
import org.openqar.reports.export.SortedRows;
import org.openqar.tables.Rows;
import org.openqar.tables.Tables;

/** The judged aims of one side, identified and sorted by their newest final records. */
final class JudgedRecords {
  private static final List<String> NAME =
      List.of("report_type", "return_id", "learner_no", "delivery_no");

  private static final StructType RECORD =
      new StructType()
          .add("aim_id", StringType)
          .add("return_id", StringType)
          .add("learner_no", LongType)
          .add("delivery_no", IntegerType);

  private static final StructType JUDGED =
      new StructType()
          .add("aim_id", StringType)
          .add("report_type", StringType)
          .add("ukprn", IntegerType)
          .add("learn_aim_ref", StringType)
          .add("qar_status", StringType)
          .add("hybrid_end_year", IntegerType)
          .add("completer", BooleanType)
          .add("achiever", BooleanType)
          .add("rules_hit", createArrayType(StringType));

  private static final StructType NAMED =
      new StructType(
          Stream.concat(Arrays.stream(JUDGED.fields()), Arrays.stream(RECORD.fields()).skip(1))
              .toArray(StructField[]::new));

  private static final Comparator<Row> BY_NAME = RowOrder.by(NAME.toArray(String[]::new));
  private static final Comparator<Row> BY_AIM = RowOrder.by("aim_id");

  private JudgedRecords() {}

  /** The order of the records. */
  static int compare(Row one, Row other) {
    return BY_NAME.compare(one, other);
  }

  static SortedRows of(Side side) {
    SortedRows named = new SortedRows(NAMED, NAME);
    try (SortedRows records = records(side);
        SortedRows judged = judged(side)) {
      Iterator<Row> inOrder = records.inOrder();
      Row record = null;
      for (Iterator<Row> aims = judged.inOrder(); aims.hasNext(); ) {
        Row aim = aims.next();
        while (inOrder.hasNext() && (record == null || BY_AIM.compare(record, aim) < 0)) {
          record = inOrder.next();
        }
        if (record != null && BY_AIM.compare(record, aim) == 0) {
          named.add(joined(aim, record));
        }
      }
    }
    return named;
  }

  private static SortedRows judged(Side side) {
    SortedRows judged = new SortedRows(JUDGED, List.of("aim_id", "report_type"));
    try (Rows rows =
        side.reader().read(Tables.QAR_AIM, List.of(JUDGED.fieldNames()), side.ours())) {
      rows.forEachRemaining(judged::add);
    }
    return judged;
  }

  private static SortedRows records(Side side) {
    SortedRows records = new SortedRows(RECORD, List.of("aim_id"));
    List<String> columns =
        List.of(
            "aim_id",
            "history.return_number",
            "history.counts",
            "history.return_id",
            "history.learner_no",
            "history.delivery_no");
    try (Rows aims = side.reader().read(Tables.AIM, columns, side.ours())) {
      while (aims.hasNext()) {
        Row aim = aims.next();
        aim.<Row>getList(1).stream()
            .filter(
                record ->
                    record.<Integer>getAs("return_number") == CollectionCalendar.FINAL
                        && record.<Boolean>getAs("counts"))
            .reduce((older, newer) -> newer)
            .ifPresent(
                newest ->
                    records.add(
                        new GenericRowWithSchema(
                            new Object[] {
                              aim.get(0),
                              newest.getAs("return_id"),
                              newest.getAs("learner_no"),
                              newest.getAs("delivery_no")
                            },
                            RECORD)));
      }
    }
    return records;
  }

  private static Row joined(Row aim, Row record) {
    Object[] values = new Object[NAMED.length()];
    for (int i = 0; i < aim.length(); i++) {
      values[i] = aim.get(i);
    }
    for (int i = 1; i < record.length(); i++) {
      values[aim.length() + i - 1] = record.get(i);
    }
    return new GenericRowWithSchema(values, NAMED);
  }
}

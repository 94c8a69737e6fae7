package org.openqar.reports;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Counts the aims that change in the same way and by the same rules. */
final class ChangeKinds {
  private static final List<String> WAY =
      List.of(
          "report_type",
          "status_before",
          "year_before",
          "status_after",
          "year_after",
          "rules_before_only",
          "rules_after_only");

  /** A kind of change, and the number of {@code aims} that change in this way. */
  static final StructType KIND =
      new StructType(
          Stream.concat(
                  WAY.stream().map(Comparison.CHANGE::apply),
                  Stream.of(DataTypes.createStructField("aims", DataTypes.LongType, false)))
              .toArray(StructField[]::new));

  private static final Comparator<Row> MOST_FIRST =
      RowOrder.descendingBy("aims").thenComparing(RowOrder.by(WAY.toArray(String[]::new)));

  private final Tally tally = Tally.none();
  private long aims;

  /**
   * @param change the change, in the form of {@link Comparison#CHANGE}
   */
  void add(Row change) {
    tally.add(WAY.stream().map(column -> change.<Object>getAs(column)).toArray());
    aims++;
  }

  long aims() {
    return aims;
  }

  List<Row> mostFirst() {
    return tally.kinds().stream().map(ChangeKinds::row).sorted(MOST_FIRST).toList();
  }

  private static Row row(Tally.Kind kind) {
    return new GenericRowWithSchema(
        Stream.concat(kind.values().stream(), Stream.of(kind.times())).toArray(), KIND);
  }
}

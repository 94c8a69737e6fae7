package org.openqar.reports;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.openqar.reports.export.SortedRows;
import org.openqar.tables.Filter;
import org.openqar.tables.TableReader;

/**
 * Compares the results of two rule sets for the same returns. An aim of one is the same as an aim
 * of the other if both have the same newest final record. Their keys may differ, but the records do
 * not.
 */
public final class Comparison {
  /** The columns given for an aim that the other rule set judges differently. */
  static final StructType CHANGE =
      new StructType()
          .add("report_type", StringType)
          .add("ukprn", IntegerType)
          .add("learn_aim_ref", StringType)
          .add("return_id", StringType)
          .add("learner_no", LongType)
          .add("delivery_no", IntegerType)
          .add("status_before", StringType)
          .add("year_before", IntegerType)
          .add("status_after", StringType)
          .add("year_after", IntegerType)
          .add("achiever_before", BooleanType)
          .add("achiever_after", BooleanType)
          .add("rules_before_only", StringType)
          .add("rules_after_only", StringType);

  private static final List<String> ORDER =
      List.of("report_type", "ukprn", "return_id", "learner_no", "delivery_no");

  private static final List<String> JUDGED =
      List.of("qar_status", "hybrid_end_year", "completer", "achiever");

  private final Side before;
  private final Side after;

  /**
   * One rule set's results.
   *
   * @param reader reads its tables
   * @param edition the edition, by its name in the tables
   */
  public record Side(TableReader reader, String edition, int reportYear) {
    Filter ours() {
      return Filter.of(edition, reportYear);
    }
  }

  public Comparison(Side before, Side after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Returns the aims whose verdict differs, with one row for each report type: {@code report_type},
   * {@code ukprn}, {@code learn_aim_ref}, the record ({@code return_id}, {@code learner_no}, {@code
   * delivery_no}), status and year {@code before} and {@code after}, and the rules that held on one
   * side only. The status is empty if only the other side has the aim.
   */
  SortedRows changes() {
    SortedRows changes = new SortedRows(CHANGE, ORDER);
    try (SortedRows left = JudgedRecords.of(before);
        SortedRows right = JudgedRecords.of(after)) {
      Pairs pairs = new Pairs(left.inOrder(), right.inOrder());
      while (pairs.advance()) {
        if (isChanged(pairs.before(), pairs.after())) {
          changes.add(change(pairs.before(), pairs.after()));
        }
      }
    }
    return changes;
  }

  /** Returns the rates that differ. */
  Effect effect() {
    return new Effect(before, after);
  }

  private static boolean isChanged(Row before, Row after) {
    return JUDGED.stream()
        .anyMatch(column -> !Objects.equals(value(before, column), value(after, column)));
  }

  private static Row change(Row before, Row after) {
    Row either = after == null ? before : after;
    return new GenericRowWithSchema(
        new Object[] {
          either.getAs("report_type"),
          either.getAs("ukprn"),
          either.getAs("learn_aim_ref"),
          either.getAs("return_id"),
          either.getAs("learner_no"),
          either.getAs("delivery_no"),
          value(before, "qar_status"),
          value(before, "hybrid_end_year"),
          value(after, "qar_status"),
          value(after, "hybrid_end_year"),
          value(before, "achiever"),
          value(after, "achiever"),
          rules(before, after),
          rules(after, before)
        },
        CHANGE);
  }

  private static Object value(Row side, String column) {
    return side == null ? null : side.getAs(column);
  }

  private static String rules(Row of, Row without) {
    Set<String> rules = new LinkedHashSet<>(rules(of));
    rules(without).forEach(rules::remove);
    return String.join(" ", rules);
  }

  private static List<String> rules(Row side) {
    return side == null ? List.of() : side.getList(side.fieldIndex("rules_hit"));
  }

  /** Pairs two sides in the order of their records. */
  private static final class Pairs {
    private final Iterator<Row> left;
    private final Iterator<Row> right;
    private Row nextLeft;
    private Row nextRight;
    private Row before;
    private Row after;

    private Pairs(Iterator<Row> left, Iterator<Row> right) {
      this.left = left;
      this.right = right;
      nextLeft = next(left);
      nextRight = next(right);
    }

    private boolean advance() {
      int order =
          nextLeft == null
              ? 1
              : nextRight == null ? -1 : JudgedRecords.compare(nextLeft, nextRight);
      before = order <= 0 ? nextLeft : null;
      after = order >= 0 ? nextRight : null;
      if (order <= 0) {
        nextLeft = next(left);
      }
      if (order >= 0) {
        nextRight = next(right);
      }
      return before != null || after != null;
    }

    private static Row next(Iterator<Row> rows) {
      return rows.hasNext() ? rows.next() : null;
    }

    private Row before() {
      return before;
    }

    private Row after() {
      return after;
    }
  }
}

package org.openqar.rules;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.config.Configuration;
import org.openqar.pipeline.Pipeline;
import org.openqar.support.AimBuilder;
import org.openqar.support.SparkTest;

/** Cases of the rule that the class names in {@link CasesOf}, under the edition of 2024/25. */
public abstract class RuleCases extends SparkTest {
  private final Map<String, String> changes = new HashMap<>();
  private int reportYear = 2024;

  /** The edition with changes to its parameters, by path. */
  public static Edition edition(Map<String, String> changes) {
    return edition("2024-25", changes);
  }

  /** Another edition with changes to its parameters, by path. */
  public static Edition edition(String name, Map<String, String> changes) {
    return new Configuration(null, Map.of()).edition(name, Edition.class).with(changes);
  }

  /** The latest year reported in this case; 2024 where it is not said. */
  protected final void reportYear(int year) {
    reportYear = year;
  }

  /** The edition of this case has another value. */
  protected final void parameter(String path, Object value) {
    changes.put(path, String.valueOf(value));
  }

  /** The rule holds for the aim, or does not. */
  protected final void assertVerdict(boolean expected, AimBuilder aim) {
    assertEquals(expected, evaluate(aim, book().condition(rule()).column()));
  }

  /** What the rule fills in; null where it does not hold. */
  protected final void assertGives(Integer expected, AimBuilder aim) {
    RuleBook book = book();
    Column value =
        rule().gives().orElseThrow().apply(new Terms(edition(changes), reportYear)).column();
    assertEquals(
        expected,
        evaluate(
            aim,
            org.apache.spark.sql.functions.when(
                book.condition(rule()).column(), value.cast("int"))));
  }

  private RuleBook book() {
    return Pipeline.book(edition(changes), reportYear);
  }

  private Rule rule() {
    String id = getClass().getAnnotation(CasesOf.class).value();
    return book().rules().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }

  /** The rule's SQL over the literal row, with the flags of the kinds before it. */
  private Object evaluate(AimBuilder aim, Column column) {
    Dataset<Row> frame = aim.frame();
    RuleBook book = book();
    if (rule().kind() == Kind.TIMELY) {
      return book.judge(frame).select(column).head().get(0);
    }
    List<Column> flagged = new ArrayList<>(List.of(col("*")));
    for (Rule overdue : book.rules()) {
      if (overdue.kind() == Kind.OVERDUE) {
        flagged.add(
            (rule().kind() == Kind.SCOPE ? lit(false) : book.condition(overdue).column())
                .as(overdue.sets()));
      }
    }
    return frame.select(flagged.toArray(Column[]::new)).select(column).head().get(0);
  }
}

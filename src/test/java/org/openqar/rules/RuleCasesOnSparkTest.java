package org.openqar.rules;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.openqar.rules.RuleCases.Asked;
import org.openqar.support.SparkTest;
import org.openqar.tables.Tables;

/** Every case of every rule once more on Spark, all of them in one job. */
class RuleCasesOnSparkTest extends SparkTest {
  private static final SparkColumns COLUMNS = new SparkColumns();

  /** The rules of one edition and report year, and the cases that ask them. */
  private record Group(RuleBook book, List<Integer> cases) {}

  @Test
  void everyCaseComesOutAsInPlainJava() throws Exception {
    List<Asked> asked = AskedCases.all();
    Map<List<Object>, Group> groups = new LinkedHashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      Asked one = asked.get(i);
      groups
          .computeIfAbsent(
              List.of(one.edition(), one.reportYear()),
              any ->
                  new Group(ReportTypes.book(one.edition(), one.reportYear()), new ArrayList<>()))
          .cases()
          .add(i);
    }
    Dataset<Row> frame = frame(asked);
    Dataset<Row> answers = beforeJudging(frame, asked, groups.values());
    for (Group group : groups.values()) {
      List<Integer> judged =
          group.cases().stream().filter(i -> readsJudged(group, asked.get(i))).toList();
      if (!judged.isEmpty()) {
        answers =
            answers.union(
                group
                    .book()
                    .judge(frame.where(col("no").isin(judged.toArray())))
                    .select(col("no"), answer(group, asked, judged).as("answer")));
      }
    }
    Map<Integer, String> found = new TreeMap<>();
    answers.collectAsList().forEach(row -> found.put(row.getInt(0), row.getString(1)));
    assertEquals(asked.size(), found.size());
    found.forEach(
        (no, answer) -> {
          Asked one = asked.get(no);
          Object expected = one.answer();
          assertEquals(
              expected == null ? null : expected.toString(),
              answer,
              () -> one.rule() + " on " + one.aim());
        });
    assertTrue(asked.size() > 500, asked.size() + " cases");
  }

  /** The flags of overdue first, then the answers of the other kinds. */
  private static Dataset<Row> beforeJudging(
      Dataset<Row> frame, List<Asked> asked, Iterable<Group> groups) {
    Map<String, List<Column>> overdue = new LinkedHashMap<>();
    List<Column> answers = new ArrayList<>();
    List<Object> cases = new ArrayList<>();
    for (Group group : groups) {
      List<Integer> some =
          group.cases().stream().filter(i -> !readsJudged(group, asked.get(i))).toList();
      for (Rule rule : group.book().rules()) {
        if (rule.kind() == Kind.OVERDUE) {
          overdue
              .computeIfAbsent(rule.sets(), any -> new ArrayList<>())
              .add(when(col("no").isin(some.toArray()), group.book().condition(rule).by(COLUMNS)));
        }
      }
      if (!some.isEmpty()) {
        answers.add(answer(group, asked, some));
        cases.addAll(some);
      }
    }
    Map<String, Column> flags = new LinkedHashMap<>();
    overdue.forEach((name, of) -> flags.put(name, coalesce(of.toArray(Column[]::new))));
    return frame
        .where(col("no").isin(cases.toArray()))
        .withColumns(flags)
        .select(col("no"), coalesce(answers.toArray(Column[]::new)).as("answer"));
  }

  /** What some cases of a group ask, as a text; missing for all others. */
  private static Column answer(Group group, List<Asked> asked, List<Integer> cases) {
    Map<Rule, List<Integer>> byRule = new LinkedHashMap<>();
    cases.forEach(
        i -> byRule.computeIfAbsent(rule(group, asked.get(i)), any -> new ArrayList<>()).add(i));
    List<Column> answers = new ArrayList<>();
    byRule.forEach(
        (rule, some) -> {
          Column held = group.book().condition(rule).by(COLUMNS);
          Column answer =
              group
                  .book()
                  .gives(rule)
                  .map(term -> when(held, term.value().by(COLUMNS).cast("int")))
                  .orElse(held);
          answers.add(when(col("no").isin(some.toArray()), answer.cast("string")));
        });
    answers.add(lit(null).cast("string"));
    return coalesce(answers.toArray(Column[]::new));
  }

  private static Rule rule(Group group, Asked asked) {
    return group.book().rules().stream()
        .filter(rule -> rule.id().equals(asked.rule()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean readsJudged(Group group, Asked asked) {
    return RuleCases.readsJudged(group.book(), rule(group, asked));
  }

  private static Dataset<Row> frame(List<Asked> asked) {
    List<Row> rows =
        IntStream.range(0, asked.size())
            .mapToObj(
                no -> {
                  Row aim = asked.get(no).aim();
                  Object[] values = new Object[aim.length() + 1];
                  for (int i = 0; i < aim.length(); i++) {
                    values[i] = aim.get(i);
                  }
                  values[aim.length()] = no;
                  return RowFactory.create(values);
                })
            .toList();
    return spark()
        .createDataFrame(rows, Tables.AIM.schema().add("no", DataTypes.IntegerType, false));
  }
}

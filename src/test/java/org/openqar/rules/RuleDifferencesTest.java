package org.openqar.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openqar.tables.Tables;

/** A rule is met where it judges an aim otherwise, and only there. */
class RuleDifferencesTest {
  private static final int AIMS = 150;
  private static final long SEED = 20_241;

  /** Each pair of rule books beside each other, on aims around the limits of the first. */
  @Test
  void noRuleIsMetExactlyWhereAnAimIsJudgedTheSame() {
    List<Books> books = Books.all();
    int alike = 0;
    int otherwise = 0;
    for (int i = 0; i < books.size(); i++) {
      Edition edition = books.get(i).edition();
      Edition next = books.get((i + 1) % books.size()).edition();
      RuleBook one = ReportTypes.book(edition, 2024);
      RuleBook other = ReportTypes.book(next, 2024);
      Set<String> columns =
          new HashSet<>(new RuleDifferences(one, other).columns(Tables.AIM.columnNames()));
      for (Map<String, Object> row : GeneratedAims.of(SEED + i, AIMS, edition, 2024)) {
        GeneratedAims.FLAGS.forEach(row::remove);
        row.remove(GeneratedAims.YEAR);
        RuleDifferences differences = new RuleDifferences(one, other);
        differences.lookAt(column -> only(columns, row, column));
        boolean same = judged(one, row).equals(judged(other, row));
        if (differences.met().isEmpty()) {
          assertTrue(same, () -> edition.edition() + ", " + next.edition() + ": " + row);
          alike++;
        } else {
          Set<String> held = new TreeSet<>(differences.met());
          assertTrue(differences.ids().containsAll(held));
          assertTrue(!same, () -> held + " of " + edition.edition() + ", " + next.edition());
          otherwise++;
        }
      }
    }
    assertTrue(alike > AIMS && otherwise > AIMS, alike + " alike, " + otherwise + " not");
  }

  @Test
  void aRuleBookDiffersFromItselfInNothing() {
    RuleBook book = ReportTypes.book(RuleCases.edition(Map.of()), 2024);
    RuleDifferences differences = new RuleDifferences(book, book);
    assertEquals(Set.of(), differences.ids());
    assertTrue(differences.allMet());
  }

  @Test
  void ofAParameterTheRulesThatReadItDiffer() {
    RuleDifferences differences =
        new RuleDifferences(
            ReportTypes.book(RuleCases.edition(Map.of()), 2024),
            ReportTypes.book(RuleCases.edition(Map.of("exclusions.transfer-days", "90")), 2024));
    assertEquals(Set.of("APP-EXC-05", "EDU-EXC-01"), differences.ids());
    assertTrue(differences.columns(Tables.AIM.columnNames()).contains("learn_act_end_date"));
    assertTrue(
        !differences.columns(Tables.AIM.columnNames()).contains("sex"),
        "a column that no rule reads");
  }

  private static Object only(Set<String> columns, Map<String, Object> row, String column) {
    assertTrue(columns.contains(column), () -> column + " is read and not declared");
    return row.get(column);
  }

  /** What each report type makes of an aim: every verdict, and all that is filled in. */
  private static List<Object> judged(RuleBook book, Map<String, Object> row) {
    List<Object> judged = new ArrayList<>();
    for (JudgedAim aim : book.judge(row::get)) {
      judged.add(new HashMap<>(aim.judged()));
      judged.add(aim.trail().stream().map(Tried::held).toList());
    }
    return judged;
  }
}

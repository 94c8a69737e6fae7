package org.openqar.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.openqar.config.Configuration;
import org.openqar.support.AimBuilder;

/** Cases of the rule that the class names in {@link CasesOf}, under the edition of 2024/25. */
public abstract class RuleCases {
  private static final Map<String, Edition> EDITIONS = new ConcurrentHashMap<>();

  private static Consumer<Asked> listener = asked -> {};

  private final Map<String, String> changes = new HashMap<>();
  private String edition = "2024-25";
  private int reportYear = 2024;

  /**
   * What a case asked of a rule, and what came out.
   *
   * @param aim its row of {@code aim}
   * @param judged the same, with what the kinds before the rule's say of it
   */
  record Asked(
      Edition edition, int reportYear, String rule, Row aim, OnRow judged, Object answer) {}

  /** From now on tells somebody what each case asks. */
  static void heardBy(Consumer<Asked> somebody) {
    listener = somebody;
  }

  /** The edition with changes to its parameters, by path. */
  public static Edition edition(Map<String, String> changes) {
    return edition("2024-25", changes);
  }

  /** Another edition with changes to its parameters, by path. */
  public static Edition edition(String name, Map<String, String> changes) {
    return EDITIONS
        .computeIfAbsent(name, any -> new Configuration(null, Map.of()).edition(any, Edition.class))
        .with(changes);
  }

  /** The latest year reported in this case; 2024 where it is not said. */
  protected final void reportYear(int year) {
    reportYear = year;
  }

  /** The edition of this case; 2024-25 where it is not said. */
  protected final void ofEdition(String name) {
    edition = name;
  }

  /** The edition of this case has another value. */
  protected final void parameter(String path, Object value) {
    changes.put(path, String.valueOf(value));
  }

  /** The rule holds for the aim, or does not. */
  protected final void assertVerdict(boolean expected, AimBuilder aim) {
    RuleBook book = book();
    OnRow judged = judged(book, aim);
    assertEquals(expected, book.condition(rule(book)).by(judged));
    tell(book, aim, judged, expected);
  }

  /** What the rule fills in; null where it does not hold. */
  protected final void assertGives(Integer expected, AimBuilder aim) {
    RuleBook book = book();
    Rule rule = rule(book);
    OnRow judged = judged(book, aim);
    assertEquals(
        expected,
        new Value.When(book.condition(rule), book.gives(rule).orElseThrow().value()).by(judged));
    tell(book, aim, judged, expected);
  }

  private void tell(RuleBook book, AimBuilder aim, OnRow judged, Object answer) {
    Edition asked = edition(edition, changes);
    listener.accept(new Asked(asked, reportYear, rule(book).id(), aim.row(asked), judged, answer));
  }

  private RuleBook book() {
    return ReportTypes.book(edition(edition, changes), reportYear);
  }

  private Rule rule(RuleBook book) {
    String id = getClass().getAnnotation(CasesOf.class).value();
    return book.rules().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }

  /** The rule reads more of a judged aim than whether it is overdue. */
  static boolean readsJudged(RuleBook book, Rule rule) {
    return rule.kind() == Kind.TIMELY
        || book.condition(rule).reads().stream()
            .anyMatch(term -> term.value().equals(Value.column("hybrid_end_year")));
  }

  /** The aim with what the kinds before the rule's say of it. */
  private OnRow judged(RuleBook book, AimBuilder aim) {
    AimValues row = aim.values(edition(edition, changes));
    if (readsJudged(book, rule(book))) {
      return new OnRow(book.judge(row).get(0));
    }
    Map<String, Boolean> overdue = new HashMap<>();
    book.rules().stream()
        .filter(rule -> rule.kind() == Kind.OVERDUE)
        .forEach(rule -> overdue.put(rule.sets(), book.condition(rule).by(new OnRow(row))));
    return new OnRow(
        column -> overdue.containsKey(column) ? overdue.get(column) : row.value(column));
  }
}

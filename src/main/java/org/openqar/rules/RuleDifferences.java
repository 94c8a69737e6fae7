package org.openqar.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules that read otherwise under two editions, and which of them judge an aim otherwise. Two
 * editions under which no rule judges an aim otherwise judge it the same: all else of a judgement
 * follows from the rules ({@link Judging}).
 *
 * <p>Looks at one aim at a time, in plain Java, and only at the rules that were not met yet.
 */
public final class RuleDifferences {
  private static final Pattern WORD = Pattern.compile("\\w+");

  private final RuleBook one;
  private final RuleBook other;
  private final Map<String, Value> workedByOne;
  private final Map<String, Value> workedByOther;
  private final List<Rule> differing;
  private final Set<Rule> met = new LinkedHashSet<>();

  /**
   * @param one the rules under one edition
   * @param other the same rules under another
   */
  public RuleDifferences(RuleBook one, RuleBook other) {
    this.one = one;
    this.other = other;
    this.workedByOne = worked(one);
    this.workedByOther = worked(other);
    this.differing =
        one.rules().stream().filter(rule -> !text(one, rule).equals(text(other, rule))).toList();
  }

  private static String text(RuleBook book, Rule rule) {
    return book.sql(rule)
        + book.gives(rule).map(term -> " gives " + term.value().by(new Sql())).orElse("");
  }

  /** The ids of the rules that read otherwise. */
  public Set<String> ids() {
    return ids(differing);
  }

  /** The ids of those that judged an aim otherwise. */
  public Set<String> met() {
    return ids(met);
  }

  /** Whether no further aim can tell more. */
  public boolean allMet() {
    return met.size() == differing.size();
  }

  /** Looks at an aim that has {@link #columns}. */
  public void lookAt(AimValues aim) {
    Set<String> counted = new TreeSet<>();
    counted.addAll(types(one, aim));
    counted.addAll(types(other, aim));
    for (Rule rule : differing) {
      if (!met.contains(rule) && judgesOtherwise(rule, aim, counted)) {
        met.add(rule);
      }
    }
  }

  private boolean judgesOtherwise(Rule rule, AimValues aim, Set<String> counted) {
    if (rule.kind() == Kind.SCOPE) {
      return !given(one, rule, aim).equals(given(other, rule, aim));
    }
    return one.reportTypes().stream()
        .filter(type -> counted.contains(type.name()) && type.rules().contains(rule))
        .anyMatch(
            type ->
                !given(one, rule, new Judged(workedByOne, type.name(), aim))
                    .equals(given(other, rule, new Judged(workedByOther, type.name(), aim))));
  }

  /** The verdict of a rule, and what it fills in where it holds. */
  private static List<Object> given(RuleBook book, Rule rule, AimValues aim) {
    OnRow evaluator = new OnRow(aim);
    boolean holds = book.condition(rule).by(evaluator);
    List<Object> given = new ArrayList<>(List.of(holds));
    if (holds) {
      book.gives(rule).ifPresent(term -> given.add(term.value().by(evaluator)));
    }
    return given;
  }

  private static List<String> types(RuleBook book, AimValues aim) {
    return ((List<?>) book.judging().reportTypes().by(new OnRow(aim)))
        .stream().map(Objects::toString).toList();
  }

  /**
   * The columns of {@code aim} that the rules read, by way of other rules too.
   *
   * @param ofAims the names of all its columns
   */
  public List<String> columns(Collection<String> ofAims) {
    Set<String> columns = new TreeSet<>();
    for (RuleBook book : List.of(one, other)) {
      Map<String, Value> worked = worked(book);
      Deque<String> texts = new ArrayDeque<>();
      texts.add(book.judging().reportTypes().by(new Sql()));
      differing.forEach(rule -> texts.add(text(book, rule)));
      Set<String> seen = new HashSet<>();
      while (!texts.isEmpty()) {
        for (String word : words(texts.remove())) {
          if (worked.containsKey(word) && seen.add(word)) {
            texts.add(worked.get(word).by(new Sql()));
          } else if (ofAims.contains(word)) {
            columns.add(word);
          }
        }
      }
    }
    return List.copyOf(columns);
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (Matcher word = WORD.matcher(text); word.find(); ) {
      words.add(word.group());
    }
    return words;
  }

  private static Map<String, Value> worked(RuleBook book) {
    Map<String, Value> worked = new HashMap<>();
    book.judging().steps().forEach(worked::putAll);
    return worked;
  }

  private static Set<String> ids(Iterable<Rule> rules) {
    Set<String> ids = new TreeSet<>();
    rules.forEach(rule -> ids.add(rule.id()));
    return ids;
  }

  /** An aim in one report, of which the columns of the judgement are worked out when read. */
  private static final class Judged implements AimValues {
    private final Map<String, Value> worked;
    private final Map<String, Object> known = new HashMap<>();
    private final AimValues aim;

    /**
     * @param worked the columns that are worked out, by name
     */
    Judged(Map<String, Value> worked, String reportType, AimValues aim) {
      this.worked = worked;
      this.aim = aim;
      known.put(Judging.REPORT_TYPE, reportType);
    }

    @Override
    public Object value(String column) {
      if (!known.containsKey(column)) {
        Value value = worked.get(column);
        known.put(column, value == null ? aim.value(column) : value.by(new OnRow(this)));
      }
      return known.get(column);
    }
  }
}

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

/**
 * Finds the rules that two editions word differently, and those of them that give some aim another
 * verdict. If no rule gives an aim another verdict, both editions judge the aim the same, because
 * the rest of a judgement follows from the rules ({@link Judging}).
 *
 * <p>It looks at one aim at a time, in plain Java, and only tries the rules that no aim has met
 * yet.
 */
public final class RuleDifferences {
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

  /** Returns the ids of the rules that differ. */
  public Set<String> ids() {
    return ids(differing);
  }

  /** Returns the ids of the rules that gave an aim another verdict. */
  public Set<String> met() {
    return ids(met);
  }

  /** Whether some aim has met each differing rule, so that further aims add nothing. */
  public boolean allMet() {
    return met.size() == differing.size();
  }

  /** Looks at an aim that has {@link #columns}. */
  public void lookAt(AimValues aim) {
    Set<String> counted = new TreeSet<>();
    counted.addAll(types(one, aim));
    counted.addAll(types(other, aim));
    for (Rule rule : differing) {
      if (!met.contains(rule) && differsOn(rule, aim, counted)) {
        met.add(rule);
      }
    }
  }

  private boolean differsOn(Rule rule, AimValues aim, Set<String> counted) {
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

  /** Returns the verdict of a rule and, if it holds, the value that it fills in. */
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
   * Returns the columns of {@code aim} that the differing rules read, directly or through columns
   * that other rules fill in.
   *
   * @param ofAims the names of all columns of {@code aim}
   */
  public List<String> columns(Collection<String> ofAims) {
    Set<String> columns = new TreeSet<>();
    columns.addAll(columns(one, workedByOne));
    columns.addAll(columns(other, workedByOther));
    columns.retainAll(Set.copyOf(ofAims));
    return List.copyOf(columns);
  }

  private Set<String> columns(RuleBook book, Map<String, Value> worked) {
    Deque<String> unfollowed = new ArrayDeque<>(book.judging().reportTypes().columns());
    for (Rule rule : differing) {
      unfollowed.addAll(ReadColumns.of(book.condition(rule)));
      book.gives(rule).ifPresent(term -> unfollowed.addAll(term.value().columns()));
    }
    Set<String> columns = new HashSet<>();
    while (!unfollowed.isEmpty()) {
      String column = unfollowed.remove();
      if (columns.add(column) && worked.containsKey(column)) {
        unfollowed.addAll(worked.get(column).columns());
      }
    }
    return columns;
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

  /** An aim in one report. It works out a column of the judgement when a rule reads it. */
  private static final class Judged implements AimValues {
    private final Map<String, Value> worked;
    private final Map<String, Object> known = new HashMap<>();
    private final AimValues aim;

    /**
     * @param worked the values of the columns to work out, by column
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

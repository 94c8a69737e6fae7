package org.openqar.rules;

import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.anyOf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openqar.rules.Value.First;
import org.openqar.rules.Value.Greatest;
import org.openqar.rules.Value.Literal;
import org.openqar.rules.Value.NoYear;
import org.openqar.rules.Value.Read;
import org.openqar.rules.Value.Texts;
import org.openqar.rules.Value.Verdict;
import org.openqar.rules.Value.When;

/**
 * The steps from an aim to a judged aim, as values that build on each other. Every engine works out
 * the same steps. First come the report types that count the aim; each makes one judged row. Then
 * each step adds columns to that row, and reads the aim and the steps before it. The verdict of a
 * rule is the only place of its condition. Flags, years and {@code rules_hit} come from the
 * verdicts, and statuses from the flags (qar-rules 3.11).
 */
final class Judging {
  static final String REPORT_TYPE = "report_type";

  private static final String HYBRID_END_YEAR = "hybrid_end_year";

  /**
   * The candidates of the hybrid end year. If several give the same year, {@link #latestFrom} lists
   * them in this order.
   */
  private static final Map<String, String> CANDIDATES = candidates();

  private static final String INCLUDED = "QAR Inclusion";

  private final RuleBook book;
  private final List<Map<String, Value>> steps = new ArrayList<>();

  Judging(RuleBook book) {
    this.book = book;
    steps.add(verdicts(Kind.SCOPE, Kind.OVERDUE));
    steps.add(flags(Kind.OVERDUE, List.of("overdue_continuing", "overdue_planned_break")));
    Map<String, Value> years =
        together(
            years(Kind.END_YEAR, List.copyOf(CANDIDATES.keySet())),
            flags(Kind.OUTCOME, List.of("completed", "achieved")));
    Map<String, Value> exclusions = flags(Kind.EXCLUSION, ExclusionFlags.columns());
    if (excludesByYear()) {
      steps.add(verdicts(Kind.END_YEAR, Kind.OUTCOME));
      steps.add(years);
      steps.add(Map.of(HYBRID_END_YEAR, latest()));
      steps.add(verdicts(Kind.EXCLUSION));
      steps.add(exclusions);
      steps.add(verdicts(Kind.TIMELY));
    } else {
      steps.add(verdicts(Kind.END_YEAR, Kind.OUTCOME, Kind.EXCLUSION));
      steps.add(together(years, exclusions));
      steps.add(together(verdicts(Kind.TIMELY), Map.of(HYBRID_END_YEAR, latest())));
    }
    steps.add(
        together(
            years(Kind.TIMELY, List.of("timely_year")),
            flags(Kind.TIMELY, List.of("timely_cohort", "timely_achiever")),
            Map.of("hybrid_end_year_from", latestFrom()),
            Map.of("rules_hit", rulesHit()),
            Map.of("qar_status", status())));
    steps.add(counts());
  }

  /**
   * Whether an exclusion reads the hybrid end year. It then has to wait for that year, which adds
   * three steps.
   */
  private boolean excludesByYear() {
    return rules(Kind.EXCLUSION)
        .flatMap(rule -> book.condition(rule).reads().stream())
        .anyMatch(term -> term.value().equals(Value.column(HYBRID_END_YEAR)));
  }

  /** Returns the names of the report types that count an aim. */
  Value reportTypes() {
    return new Texts(
        book.reportTypes().stream()
            .<Value>map(type -> new When(counts(type), new Literal(type.name())))
            .toList());
  }

  /**
   * Returns the columns of a judged row, step by step. Each step comes after the ones that it
   * reads.
   */
  List<Map<String, Value>> steps() {
    return steps;
  }

  /** Returns the columns that a judged row keeps: all except the verdicts. */
  List<String> judged() {
    List<String> verdicts = book.rules().stream().map(Judging::verdictOf).toList();
    return steps.stream()
        .flatMap(step -> step.keySet().stream())
        .filter(Predicate.not(verdicts::contains))
        .toList();
  }

  /** Whether a rule belongs to the row's report type. */
  Condition isOfReportType(Rule rule) {
    List<String> using =
        book.reportTypes().stream()
            .filter(type -> type.rules().contains(rule))
            .map(ReportType::name)
            .toList();
    return using.size() == book.reportTypes().size()
        ? Condition.always()
        : read(REPORT_TYPE).in(using);
  }

  /** Returns the column for a rule's verdict. A row has it only during judging. */
  private static String verdictOf(Rule rule) {
    return rule.id().toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /**
   * Makes one column for each rule: whether the rule belongs to the row's report type and holds.
   */
  private Map<String, Value> verdicts(Kind... kinds) {
    Map<String, Value> verdicts = new LinkedHashMap<>();
    for (Kind kind : kinds) {
      rules(kind)
          .forEach(
              rule ->
                  verdicts.put(
                      verdictOf(rule),
                      new Verdict(allOf(isOfReportType(rule), book.condition(rule)))));
    }
    return verdicts;
  }

  /** Makes one column for each flag: whether any of its rules holds. */
  private Map<String, Value> flags(Kind kind, List<String> names) {
    Map<String, Value> flags = new LinkedHashMap<>();
    for (String name : names) {
      Condition[] raised =
          rules(kind)
              .filter(rule -> rule.sets().equals(name))
              .map(Judging::held)
              .toArray(Condition[]::new);
      flags.put(name, new Verdict(raised.length == 0 ? Condition.never() : anyOf(raised)));
    }
    return flags;
  }

  /** Makes one column for each year: the year that the first rule to hold gives. */
  private Map<String, Value> years(Kind kind, List<String> names) {
    Map<String, Value> years = new LinkedHashMap<>();
    for (String name : names) {
      List<Value> given =
          rules(kind)
              .filter(rule -> rule.sets().equals(name))
              .<Value>map(rule -> new When(held(rule), book.gives(rule).orElseThrow().value()))
              .toList();
      years.put(name, given.isEmpty() ? new NoYear() : new First(given));
    }
    return years;
  }

  /** Returns the latest of the candidate years, if a return reports the aim's end. */
  private static Value latest() {
    return new When(
        read("reporting_year").known(),
        new Greatest(CANDIDATES.keySet().stream().map(Value::column).toList()));
  }

  /** Returns the names of the candidates that give that year. */
  private static Value latestFrom() {
    List<Value> from = new ArrayList<>();
    CANDIDATES.forEach(
        (column, name) ->
            from.add(new When(read(column).is(read(HYBRID_END_YEAR)), new Literal(name))));
    return new First(from);
  }

  private Value rulesHit() {
    return new Texts(
        book.rules().stream()
            .<Value>map(rule -> new When(held(rule), new Literal(rule.id())))
            .toList());
  }

  private Value status() {
    Term year = read(HYBRID_END_YEAR);
    Condition[] excluded =
        ExclusionFlags.columns().stream().map(name -> read(name).holds()).toArray(Condition[]::new);
    return new First(
        List.of(
            new When(anyOf(excluded), new Literal("QAR Exclusion")),
            new When(year.unknown(), new Literal("Continuing")),
            new When(year.atLeast(book.reportYear() + 1), new Literal("Future")),
            new Literal(INCLUDED)));
  }

  private static Map<String, Value> counts() {
    Condition leaver = read("qar_status").is(INCLUDED);
    Map<String, Value> counts = new LinkedHashMap<>();
    counts.put("completer", new Verdict(allOf(leaver, read("completed").holds())));
    counts.put("achiever", new Verdict(allOf(leaver, read("achieved").holds())));
    return counts;
  }

  private Condition counts(ReportType type) {
    Condition[] scopes =
        type.rules().stream()
            .filter(rule -> rule.kind() == Kind.SCOPE)
            .map(book::condition)
            .toArray(Condition[]::new);
    return scopes.length == 0 ? Condition.never() : anyOf(scopes);
  }

  private Stream<Rule> rules(Kind kind) {
    return book.rules().stream().filter(rule -> rule.kind() == kind);
  }

  private static Condition held(Rule rule) {
    return read(verdictOf(rule)).holds();
  }

  private static Term read(String column) {
    return new Term(column, new Read(column));
  }

  @SafeVarargs
  private static Map<String, Value> together(Map<String, Value>... some) {
    Map<String, Value> all = new LinkedHashMap<>();
    for (Map<String, Value> one : some) {
      all.putAll(one);
    }
    return all;
  }

  private static Map<String, String> candidates() {
    Map<String, String> candidates = new LinkedHashMap<>();
    candidates.put("expected_end_year", "expected");
    candidates.put("actual_end_year", "actual");
    candidates.put("achievement_year", "achievement");
    candidates.put("reporting_year", "reporting");
    candidates.put("destination_year", "destination");
    return candidates;
  }
}

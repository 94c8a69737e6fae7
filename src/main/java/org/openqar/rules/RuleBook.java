package org.openqar.rules;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rules of the report types under one edition. The book judges one aim in plain Java and all
 * aims on Spark, in the same steps ({@link Judging}).
 */
public final class RuleBook {
  private final List<ReportType> reportTypes;
  private final List<Rule> rules;
  private final Terms terms;
  private final Map<Rule, Condition> conditions = new HashMap<>();
  private final Judging judging;

  /**
   * Makes a book.
   *
   * @param reportTypes the report types to judge by; a rule that several of them use counts once
   */
  public RuleBook(List<ReportType> reportTypes, Edition edition, int reportYear) {
    this.reportTypes = List.copyOf(reportTypes);
    this.rules =
        reportTypes.stream()
            .flatMap(type -> type.rules().stream())
            .distinct()
            .sorted(Comparator.comparing(Rule::kind))
            .toList();
    this.terms = new Terms(edition, reportYear);
    rules.forEach(rule -> conditions.put(rule, under(rule)));
    this.judging = new Judging(this);
  }

  public List<ReportType> reportTypes() {
    return reportTypes;
  }

  /** Returns every rule once, kind by kind, in the order in which the report types list them. */
  public List<Rule> rules() {
    return rules;
  }

  /** Returns R, the latest year of the report. */
  int reportYear() {
    return terms.reportYear();
  }

  /** Returns the steps by which this book judges an aim on any engine. */
  Judging judging() {
    return judging;
  }

  /**
   * Judges an aim. Gives one row for each report type that counts it, and none if no report type
   * does.
   *
   * @param aim a row of {@code aim}
   */
  public List<JudgedAim> judge(AimValues aim) {
    return new Judge(this, judging).judge(aim);
  }

  /**
   * Says in one sentence why no report type counts an aim; empty if one does.
   *
   * @param aim a row of {@code aim}
   */
  public Optional<String> leftOut(AimValues aim) {
    OnRow evaluator = new OnRow(aim);
    return rules.stream()
        .flatMap(rule -> rule.candidates().stream())
        .flatMap(candidates -> candidates.leftOut(terms, evaluator).stream())
        .findFirst();
  }

  /**
   * Judges the aims that a report type counts. Gives one row for each aim and report type, with the
   * columns of the aims, {@code report_type}, the overdue and exclusion flags, the years, {@code
   * rules_hit}, {@code qar_status}, {@code completer}, {@code achiever} and the timely measure.
   *
   * @param aims rows of {@code aim}, with any further columns
   */
  public Dataset<Row> judge(Dataset<Row> aims) {
    return new SparkJudge(this, judging).judge(aims);
  }

  /**
   * Returns a column for a judged aim with each rule of its report type in order, the rule's
   * verdict, and the values that the rule read.
   */
  public Column trail() {
    return new SparkJudge(this, judging).trail();
  }

  /** Returns a rule's condition under this edition. */
  public Condition condition(Rule rule) {
    Condition known = conditions.get(rule);
    return known == null ? under(rule) : known;
  }

  /** Returns the value that a rule gives under this edition; empty for a yes. */
  public Optional<Term> gives(Rule rule) {
    return rule.gives().map(value -> value.apply(terms));
  }

  /** Returns a rule's condition under this edition in Spark's SQL over a row of {@code aim}. */
  public String sql(Rule rule) {
    return condition(rule).by(new Sql());
  }

  /** Hashes all that decides a verdict: every rule, its SQL, and the edition's data. */
  public String fingerprint() {
    String book =
        rules.stream()
            .map(
                rule ->
                    String.join(
                        "|",
                        reportTypes.stream()
                            .filter(type -> type.rules().contains(rule))
                            .map(ReportType::name)
                            .collect(Collectors.joining(" ")),
                        rule.id(),
                        rule.kind().name(),
                        rule.sets(),
                        rule.inForce().toString(),
                        sql(rule),
                        gives(rule).map(term -> term.value().by(new Sql())).orElse("")))
            .collect(Collectors.joining("\n"));
    return DigestUtils.sha256Hex(terms.edition() + "\n" + book);
  }

  private Condition under(Rule rule) {
    return rule.inForce().include(terms.edition().year())
        ? rule.when().apply(terms)
        : Condition.never();
  }
}

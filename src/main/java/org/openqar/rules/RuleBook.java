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
 * The rules of the report types under one edition, applied to aims: to one in plain Java, to all of
 * the nation on Spark, in the same steps ({@link Judging}).
 */
public final class RuleBook {
  private final List<ReportType> reportTypes;
  private final List<Rule> rules;
  private final Terms terms;
  private final Map<Rule, Condition> conditions = new HashMap<>();
  private final Judging judging;

  /**
   * @param reportTypes the report types to judge by; a rule that several of them use is one rule
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

  /** Every rule once, kind by kind, in the order in which the report types list them. */
  public List<Rule> rules() {
    return rules;
  }

  /** R, the latest year reported. */
  int reportYear() {
    return terms.reportYear();
  }

  /** How this book judges an aim, whatever the engine. */
  Judging judging() {
    return judging;
  }

  /**
   * An aim, judged: one row a report type that counts it, none where none does.
   *
   * @param aim a row of {@code aim}
   */
  public List<JudgedAim> judge(AimValues aim) {
    return new Judge(this, judging).judge(aim);
  }

  /**
   * Why no report type counts an aim, in one sentence; empty where one does.
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
   * The aims that a report type counts, judged, one row an aim and report type: the columns of the
   * aims, {@code report_type}, the overdue and exclusion flags, the years, {@code rules_hit},
   * {@code qar_status}, {@code completer}, {@code achiever} and the timely measure.
   *
   * @param aims rows of {@code aim}, with any further columns
   */
  public Dataset<Row> judge(Dataset<Row> aims) {
    return new SparkJudge(this, judging).judge(aims);
  }

  /**
   * What a judged aim met: each rule of its report type with its verdict and the values that it
   * read, in order.
   */
  public Column trail() {
    return new SparkJudge(this, judging).trail();
  }

  /** A rule's condition under this edition. */
  public Condition condition(Rule rule) {
    Condition known = conditions.get(rule);
    return known == null ? under(rule) : known;
  }

  /** What a rule fills in under this edition; empty for a yes. */
  public Optional<Term> gives(Rule rule) {
    return rule.gives().map(value -> value.apply(terms));
  }

  /** A rule's condition under this edition in Spark's SQL over a row of {@code aim}. */
  public String sql(Rule rule) {
    return condition(rule).by(new Sql());
  }

  /** Hash of all that decides a verdict: every rule, its SQL, and the edition's data. */
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

package org.openqar.rules;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.tables.Tables;

/**
 * The rules of the report types under one edition, applied to aims. Each kind of rule is one
 * projection for all report types; statuses are derived from the flags, never set by themselves
 * (qar-rules 3.11).
 */
public final class RuleBook {
  /** The candidates of the hybrid end year, in the order in which a tie is told. */
  private static final Map<String, String> CANDIDATES = candidates();

  private static final List<String> FLAGS_OF_OVERDUE =
      List.of("overdue_continuing", "overdue_planned_break");
  private static final List<String> FLAGS_OF_OUTCOME = List.of("completed", "achieved");
  private static final List<String> FLAGS_OF_EXCLUSION =
      Tables.QAR_AIM.columnNames().stream().filter(name -> name.endsWith("_excl")).toList();

  private static final List<String> FLAGS_OF_TIMELY = List.of("timely_cohort", "timely_achiever");

  private final List<ReportType> reportTypes;
  private final List<Rule> rules;
  private final Terms terms;

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
  }

  public List<ReportType> reportTypes() {
    return reportTypes;
  }

  /** Every rule once, kind by kind, in the order in which the report types list them. */
  public List<Rule> rules() {
    return rules;
  }

  /**
   * The aims that a report type counts, judged, one row an aim and report type: the columns of the
   * aims, {@code report_type}, the overdue and exclusion flags, the years, {@code rules_hit},
   * {@code qar_status}, {@code completer}, {@code achiever} and the timely measure.
   *
   * @param aims rows of {@code aim}, with any further columns
   */
  public Dataset<Row> judge(Dataset<Row> aims) {
    Dataset<Row> counted = add(aims, Map.of("report_type", reportTypesOfAim()));
    Dataset<Row> overdue = add(counted, flags(Kind.OVERDUE, FLAGS_OF_OVERDUE));
    Dataset<Row> dated = add(overdue, values(Kind.END_YEAR, CANDIDATES.keySet()));
    Dataset<Row> excluded =
        add(
            add(dated, flags(Kind.OUTCOME, FLAGS_OF_OUTCOME)),
            flags(Kind.EXCLUSION, FLAGS_OF_EXCLUSION));
    Dataset<Row> timely =
        add(
            add(excluded, values(Kind.TIMELY, List.of("timely_year"))),
            flags(Kind.TIMELY, FLAGS_OF_TIMELY));
    return add(add(timely, derived()), statusAndCounts());
  }

  /**
   * What a judged aim met: each rule of its report type with its verdict and the values that it
   * read, in order.
   */
  public Column trail() {
    return array_compact(
        array(
            rules.stream()
                .map(
                    rule ->
                        when(
                            isOfReportType(rule),
                            struct(
                                lit(rule.id()).as("rule"),
                                condition(rule).column().as("held"),
                                reads(rule).as("reads"))))
                .toArray(Column[]::new)));
  }

  /** A rule's condition under this edition. */
  public Condition condition(Rule rule) {
    return rule.inForce().include(terms.edition().year())
        ? rule.when().apply(terms)
        : Condition.never();
  }

  /** A rule's condition under this edition in SQL over a row of {@code aim}. */
  public String sql(Rule rule) {
    return sql(condition(rule).column());
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
                        rule.gives().map(value -> sql(value.apply(terms).column())).orElse("")))
            .collect(Collectors.joining("\n"));
    return sha256(terms.edition() + "\n" + book);
  }

  /** The rule belongs to the row's report type and holds. */
  private Column verdict(Rule rule) {
    return isOfReportType(rule).and(condition(rule).column());
  }

  private Column isOfReportType(Rule rule) {
    List<String> using =
        reportTypes.stream()
            .filter(type -> type.rules().contains(rule))
            .map(ReportType::name)
            .toList();
    return using.size() == reportTypes.size()
        ? lit(true)
        : col("report_type").isin(using.toArray());
  }

  /** One row for each report type that counts the aim; none for an aim that no one counts. */
  private Column reportTypesOfAim() {
    return explode(
        Terms.present(reportTypes.stream().map(type -> when(counts(type), type.name())).toList()));
  }

  private Column counts(ReportType type) {
    return type.rules().stream()
        .filter(rule -> rule.kind() == Kind.SCOPE)
        .map(rule -> condition(rule).column())
        .reduce(Column::or)
        .orElse(lit(false));
  }

  /** One column a flag: raised when any of its rules holds. */
  private Map<String, Column> flags(Kind kind, List<String> names) {
    Map<String, Column> flags = new LinkedHashMap<>();
    for (String name : names) {
      flags.put(
          name,
          rules(kind).stream()
              .filter(rule -> rule.sets().equals(name))
              .map(this::verdict)
              .reduce(Column::or)
              .orElse(lit(false)));
    }
    return flags;
  }

  /** One column a value: that of the first of its rules that holds, as a whole number. */
  private Map<String, Column> values(Kind kind, Collection<String> names) {
    Map<String, Column> values = new LinkedHashMap<>();
    for (String name : names) {
      Column[] given =
          rules(kind).stream()
              .filter(rule -> rule.sets().equals(name))
              .map(rule -> when(verdict(rule), rule.gives().orElseThrow().apply(terms).column()))
              .toArray(Column[]::new);
      values.put(name, (given.length == 0 ? lit(null) : coalesce(given)).cast("int"));
    }
    return values;
  }

  private Map<String, Column> derived() {
    Column[] candidates =
        CANDIDATES.keySet().stream().map(name -> col(name)).toArray(Column[]::new);
    Column year = when(col("reporting_year").isNotNull(), greatest(candidates));
    Column from = lit(null).cast("string");
    List<String> names = new ArrayList<>(CANDIDATES.keySet());
    for (int i = names.size() - 1; i >= 0; i--) {
      from = when(col(names.get(i)).equalTo(year), CANDIDATES.get(names.get(i))).otherwise(from);
    }
    Column hits =
        Terms.present(rules.stream().map(rule -> when(verdict(rule), rule.id())).toList());
    return Map.of("hybrid_end_year", year, "hybrid_end_year_from", from, "rules_hit", hits);
  }

  private Map<String, Column> statusAndCounts() {
    Column excluded =
        FLAGS_OF_EXCLUSION.stream().map(name -> col(name)).reduce(Column::or).orElseThrow();
    Column status =
        when(excluded, "QAR Exclusion")
            .when(col("hybrid_end_year").isNull(), "Continuing")
            .when(col("hybrid_end_year").gt(lit(terms.reportYear())), "Future")
            .otherwise("QAR Inclusion");
    Column leaver = status.equalTo("QAR Inclusion");
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put("qar_status", status);
    columns.put("completer", leaver.and(col("completed")));
    columns.put("achiever", leaver.and(col("achieved")));
    return columns;
  }

  private Column reads(Rule rule) {
    Column[] pairs =
        condition(rule).reads().stream()
            .flatMap(term -> List.of(lit(term.name()), term.column().cast("string")).stream())
            .toArray(Column[]::new);
    return pairs.length == 0
        ? map(lit(""), lit("")).cast("map<string,string>")
        : map(pairs).cast("map<string,string>");
  }

  private List<Rule> rules(Kind kind) {
    return rules.stream().filter(rule -> rule.kind() == kind).toList();
  }

  private static Dataset<Row> add(Dataset<Row> frame, Map<String, Column> columns) {
    List<Column> all = new ArrayList<>();
    Arrays.stream(frame.columns()).forEach(name -> all.add(col(name)));
    columns.forEach((name, column) -> all.add(column.as(name)));
    return frame.select(all.toArray(Column[]::new));
  }

  /** The SQL of a column, without the numbers that Spark gives to the variables of lambdas. */
  static String sql(Column column) {
    return column.node().sql().replaceAll("\\b([a-z])_[0-9]+\\b", "$1");
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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

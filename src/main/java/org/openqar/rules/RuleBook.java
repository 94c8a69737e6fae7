package org.openqar.rules;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
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
 * The rules of one report type under one edition, applied to aims. Each kind of rule is one
 * projection; statuses are derived from the flags, never set by themselves (qar-rules 3.11).
 */
public final class RuleBook {
  /** The candidates of the hybrid end year, in the order in which a tie is told. */
  private static final Map<String, String> CANDIDATES = candidates();

  private static final List<String> FLAGS_OF_OVERDUE =
      List.of("overdue_continuing", "overdue_planned_break");
  private static final List<String> FLAGS_OF_OUTCOME = List.of("completed", "achieved");
  private static final List<String> FLAGS_OF_EXCLUSION =
      Tables.QAR_AIM.columnNames().stream().filter(name -> name.endsWith("_excl")).toList();

  private final ReportType reportType;
  private final Terms terms;

  public RuleBook(ReportType reportType, Edition edition, int reportYear) {
    this.reportType = reportType;
    this.terms = new Terms(edition, reportYear);
  }

  public ReportType reportType() {
    return reportType;
  }

  /**
   * The aims that the report type counts, judged: the columns of the aims, the overdue and
   * exclusion flags, the years, {@code rules_hit}, {@code qar_status}, {@code completer} and {@code
   * achiever}.
   *
   * @param aims rows of {@code aim}, with any further columns
   */
  public Dataset<Row> judge(Dataset<Row> aims) {
    Dataset<Row> inScope = aims.where(anyHolds(Kind.SCOPE));
    Dataset<Row> overdue = add(inScope, flags(Kind.OVERDUE, FLAGS_OF_OVERDUE));
    Dataset<Row> dated = add(overdue, years());
    Dataset<Row> judged =
        add(
            add(dated, flags(Kind.OUTCOME, FLAGS_OF_OUTCOME)),
            flags(Kind.EXCLUSION, FLAGS_OF_EXCLUSION));
    return add(add(judged, derived()), statusAndCounts());
  }

  /** What a judged aim met: rule by rule, its verdict and the values that it read, in order. */
  public Column trail() {
    return array(
        rules().stream()
            .map(
                rule ->
                    struct(
                        lit(rule.id()).as("rule"),
                        verdict(rule).as("held"),
                        reads(rule).as("reads")))
            .toArray(Column[]::new));
  }

  public List<Rule> rules() {
    return reportType.rules();
  }

  /** A rule's condition under this edition. */
  public Condition condition(Rule rule) {
    return rule.inForce().include(terms.edition().year())
        ? rule.when().apply(terms)
        : Condition.never();
  }

  /** Hash of all that decides a verdict: every rule, its SQL, and the edition's data. */
  public String fingerprint() {
    String book =
        rules().stream()
            .map(
                rule ->
                    String.join(
                        "|",
                        rule.id(),
                        rule.kind().name(),
                        rule.sets(),
                        rule.inForce().toString(),
                        sql(condition(rule).column()),
                        rule.gives().map(value -> sql(value.apply(terms).column())).orElse("")))
            .collect(Collectors.joining("\n"));
    return sha256(terms.edition() + "\n" + book);
  }

  private Column verdict(Rule rule) {
    return condition(rule).column();
  }

  private Column anyHolds(Kind kind) {
    return rules(kind).stream().map(this::verdict).reduce(Column::or).orElse(lit(false));
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

  private Map<String, Column> years() {
    Map<String, Column> years = new LinkedHashMap<>();
    for (String name : CANDIDATES.keySet()) {
      Column[] values =
          rules(Kind.END_YEAR).stream()
              .filter(rule -> rule.sets().equals(name))
              .map(rule -> when(verdict(rule), rule.gives().orElseThrow().apply(terms).column()))
              .toArray(Column[]::new);
      years.put(name, (values.length == 0 ? lit(null) : coalesce(values)).cast("int"));
    }
    return years;
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
        array_compact(
            array(
                rules().stream()
                    .map(rule -> when(verdict(rule), rule.id()))
                    .toArray(Column[]::new)));
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
    return rules().stream().filter(rule -> rule.kind() == kind).toList();
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
    return candidates;
  }
}

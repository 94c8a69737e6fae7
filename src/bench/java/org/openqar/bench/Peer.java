package org.openqar.bench;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqar.breakdowns.Dimension;
import org.openqar.breakdowns.Reach;
import org.openqar.config.Settings;
import org.openqar.rules.Codes;
import org.openqar.rules.DuckDbSql;
import org.openqar.rules.RuleBook;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * The measures in DuckDB, over the same Parquet files: the same rules judge every aim, the same
 * counts of the same breakdowns come out, and each table is written as Parquet, compressed alike.
 * Prints a line for each table: its name, and the milliseconds it took.
 */
final class Peer implements AutoCloseable {
  private static final String WHOLE_YEARS =
      """
      CREATE MACRO whole_years(birth, day) AS date_diff('year', birth, day)
      - CASE WHEN month(day) * 100 + dayofmonth(day) < month(birth) * 100 + dayofmonth(birth)
      AND NOT (month(day) = month(birth) AND day = last_day(day) AND birth = last_day(birth))
      THEN 1 ELSE 0 END""";

  private final RuleBook book;
  private final int firstYear;
  private final int reportYear;
  private final Path folder;
  private final Connection connection;

  Peer(RuleBook book, int firstYear, int reportYear, Path folder)
      throws SQLException {
    this.book = book;
    this.firstYear = firstYear;
    this.reportYear = reportYear;
    this.folder = folder;
    this.connection = DriverManager.getConnection("jdbc:duckdb:");
    run("SET threads = 2", "SET memory_limit = '6GB'", "SET preserve_insertion_order = false");
    run("SET temp_directory = '" + folder.resolve("spill") + "'");
    run(WHOLE_YEARS);
    run(PeerPlaces.MACROS.toArray(String[]::new));
  }

  /** Names the files of the tables that the calculation starts from. */
  void over(TableStore store) throws SQLException {
    for (Table table :
        List.of(
            Tables.AIM,
            Tables.PROVIDER,
            Tables.STANDARD,
            Tables.FRAMEWORK,
            Tables.LEARNING_AIM,
            Tables.POSTCODE)) {
      String files =
          Arrays.stream(store.read(table).inputFiles())
              .map(file -> "'" + Path.of(URI.create(file)) + "'")
              .collect(joining(", "));
      run(
          "CREATE OR REPLACE VIEW %s AS SELECT * FROM read_parquet([%s], hive_partitioning = false)"
              .formatted(table.name(), files));
    }
  }

  /** From aims to counts, every table written. */
  void measure() throws SQLException, IOException {
    Files.createDirectories(folder);
    write("qar_aim", "SELECT " + described() + " FROM (" + DuckDbSql.judged(book, "aim") + ") a" + LOOKUPS);
    write("qar_provider", providers());
    write("qar_national", national());
  }

  /** From counts to thresholds and places, every table written. */
  void benchmark(Settings.Benchmarks settings) throws SQLException {
    run(PeerPlaces.rates());
    write("quartile_threshold", PeerPlaces.thresholds(settings));
    write("provider_benchmark", PeerPlaces.places(settings));
  }

  /** Leavers, completers and achievers of all providers' totals: what both engines must agree on. */
  List<Long> totals() throws SQLException {
    return longs("SELECT count(*), sum(leavers), sum(completers), sum(achievers) FROM qar_provider");
  }

  /**
   * The places, what is missing to the next quarter, and trends and expected rates in tenths of a
   * point, all added up: what both engines must agree on.
   */
  List<Long> places() throws SQLException {
    return longs(
        """
        SELECT count(*), sum(rank), sum(quartile), sum(achievers_to_next_quartile), sum(10 * percentile),
          sum(10 * year_before), sum(10 * rate_low), sum(10 * trend) FROM provider_benchmark""");
  }

  private List<Long> longs(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      List<Long> all = new ArrayList<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        all.add(row.getBigDecimal(i).longValue());
      }
      return all;
    }
  }

  private void write(String name, String query) throws SQLException {
    Path file = folder.resolve(name + ".parquet");
    long start = System.nanoTime();
    run(
        "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION snappy)".formatted(query, file),
        "CREATE OR REPLACE VIEW %s AS SELECT * FROM read_parquet('%s')".formatted(name, file));
    System.out.printf("TABLE %s %d%n", name, (System.nanoTime() - start) / 1_000_000);
  }

  private void run(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  // --- breakdowns

  private static final String STANDARD =
      "coalesce(a.prog_type = %d, false)".formatted(Codes.APPRENTICESHIP_STANDARD);
  private static final String PROGRAMME =
      "coalesce(a.aim_type = %d, false)".formatted(Codes.PROGRAMME_AIM);
  private static final String EDUCATION = "a.report_type = 'education_and_training'";
  private static final String APPRENTICESHIP =
      "a.report_type IN ('apprenticeship', 'apprenticeship_component')";

  private static final String OUTWARD_PARTS =
      """
      SELECT regexp_extract(upper(trim(postcode)), '^([A-Z0-9]{2,4}?)( ?[0-9][A-Z]{2})?$', 1) AS outward, %s
      FROM postcode GROUP BY 1"""
          .formatted(
              Stream.of("region", "local_skills_area", "deprivation_fifth")
                  .map(name -> "CASE WHEN min(%1$s) = max(%1$s) THEN min(%1$s) END AS %1$s".formatted(name))
                  .collect(joining(", ")));

  private static final String LOOKUPS =
      """
       LEFT JOIN provider p ON a.ukprn = p.ukprn
       LEFT JOIN standard s ON %1$s AND a.std_code = s.std_code
       LEFT JOIN framework f ON a.fwork_code = f.fwork_code AND a.prog_type = f.prog_type
         AND a.pway_code = f.pway_code
       LEFT JOIN learning_aim l ON NOT %2$s AND a.learn_aim_ref = l.learn_aim_ref
       LEFT JOIN (%3$s) o ON a.del_loc_post_code = o.outward
       LEFT JOIN (%3$s) h ON a.postcode_prior = h.outward
      """
          .formatted(STANDARD, PROGRAMME, OUTWARD_PARTS);

  /** What stands at each place of {@code monitoring}. */
  private static final List<String> OWN_CODES =
      Tables.QAR_AIM.columnNames().stream().filter(name -> name.startsWith("prov_spec_")).toList();

  private String described() {
    String start = "coalesce(a.orig_learn_start_date, a.learn_start_date)";
    String day =
        "CASE WHEN %s THEN make_date(year(%s) - CASE WHEN month(%s) < 8 THEN 1 ELSE 0 END, 8, 31) ELSE %s END"
            .formatted(EDUCATION, start, start, start);
    String age = "whole_years(a.date_of_birth, %s)".formatted(day);
    String subject =
        "coalesce(CASE WHEN NOT %s THEN l.%%1$s WHEN %s THEN s.%%1$s ELSE f.%%1$s END, 'Unknown')"
            .formatted(PROGRAMME, STANDARD);
    Map<String, String> breakdowns = new LinkedHashMap<>();
    breakdowns.put("age_at_start", age);
    breakdowns.put(
        "age_band",
        """
        CASE WHEN %1$s BETWEEN 16 AND 18 THEN '16-18' WHEN %2$s AND %1$s >= 19 THEN '19+'
        WHEN %1$s BETWEEN 19 AND 23 THEN '19-23' WHEN %1$s >= 24 THEN '24+' ELSE 'Unknown' END"""
            .formatted(age, EDUCATION));
    breakdowns.put(
        "level",
        """
        coalesce(CASE WHEN %s THEN CASE WHEN %s THEN
          CASE WHEN s.level = 2 THEN 'Intermediate' WHEN s.level = 3 THEN 'Advanced' WHEN s.level >= 4 THEN 'Higher' END
          ELSE CASE WHEN a.prog_type = 3 THEN 'Intermediate' WHEN a.prog_type = 2 THEN 'Advanced'
          WHEN a.prog_type IN (10, 20, 21, 22, 23) THEN 'Higher' END END
        ELSE CASE WHEN upper(trim(l.level)) = 'E' OR TRY_CAST(l.level AS DOUBLE) < 2 THEN 'E/1'
          WHEN TRY_CAST(l.level AS DOUBLE) < 3 THEN '2' WHEN TRY_CAST(l.level AS DOUBLE) < 4 THEN '3'
          WHEN upper(trim(l.level)) = 'H' OR TRY_CAST(l.level AS DOUBLE) IS NOT NULL THEN '4+' END END, 'Unknown')"""
            .formatted(PROGRAMME, STANDARD));
    breakdowns.put(
        "detailed_level",
        """
        coalesce(CASE WHEN %s THEN 'Level ' || CASE WHEN %s THEN s.level ELSE
          coalesce(f.level, CASE a.prog_type WHEN 3 THEN 2 WHEN 2 THEN 3 END) END
        ELSE CASE WHEN upper(trim(l.level)) = 'E' THEN 'Entry' WHEN upper(trim(l.level)) = 'H' THEN 'Level 4 or above'
          ELSE 'Level ' || CAST(floor(TRY_CAST(l.level AS DOUBLE)) AS INT) END END, 'Unknown')"""
            .formatted(PROGRAMME, STANDARD));
    breakdowns.put(
        "std_fwk_code",
        """
        coalesce(CASE WHEN NOT %s THEN 'Not applicable' WHEN %s THEN 'Standard ' || a.std_code
        WHEN a.fwork_code IS NOT NULL THEN 'Framework ' || concat_ws('-', a.fwork_code, a.prog_type, nullif(a.pway_code, 0)) END,
        'Unknown')"""
            .formatted(APPRENTICESHIP, STANDARD));
    for (int i = 0; i < OWN_CODES.size(); i++) {
      breakdowns.put(OWN_CODES.get(i), "a.monitoring[" + (i + 1) + "]");
    }
    breakdowns.put("ssa_t1", subject.formatted("ssa_t1"));
    breakdowns.put("ssa_t2", subject.formatted("ssa_t2"));
    breakdowns.put(
        "std_fwk",
        "CASE WHEN NOT %s THEN 'Not applicable' WHEN %s THEN 'Standard' ELSE 'Framework' END"
            .formatted(APPRENTICESHIP, STANDARD));
    breakdowns.put("provider_type", "coalesce(p.provider_type, 'Unknown')");
    breakdowns.put("region", "coalesce(o.region, p.region, 'Unknown')");
    breakdowns.put(
        "sex", "CASE a.sex WHEN 'F' THEN 'Female' WHEN 'M' THEN 'Male' ELSE 'Unknown' END");
    breakdowns.put(
        "ethnicity",
        """
        CASE WHEN TRY_CAST(a.ethnicity AS INT) BETWEEN 31 AND 34 THEN 'White'
        WHEN TRY_CAST(a.ethnicity AS INT) BETWEEN 35 AND 38 THEN 'Mixed / multiple ethnic groups'
        WHEN TRY_CAST(a.ethnicity AS INT) BETWEEN 39 AND 43 THEN 'Asian / Asian British'
        WHEN TRY_CAST(a.ethnicity AS INT) BETWEEN 44 AND 46 THEN 'Black / African / Caribbean / Black British'
        WHEN TRY_CAST(a.ethnicity AS INT) IN (47, 98) THEN 'Other ethnic group' ELSE 'Unknown' END""");
    breakdowns.put(
        "lldd",
        "CASE a.lldd_health_prob WHEN '1' THEN 'LLDD - yes' WHEN '2' THEN 'LLDD - no' ELSE 'Unknown' END");
    breakdowns.put(
        "funding_type",
        "CASE WHEN NOT %s THEN 'Not applicable' WHEN a.apprenticeship_contract = '1' THEN 'Supported by ASA levy funds' ELSE 'Other' END"
            .formatted(APPRENTICESHIP));
    breakdowns.put("local_skills_area", "o.local_skills_area");
    breakdowns.put(
        "deprivation",
        """
        CASE h.deprivation_fifth WHEN 1 THEN 'One (most deprived)' WHEN 2 THEN 'Two' WHEN 3 THEN 'Three'
        WHEN 4 THEN 'Four' WHEN 5 THEN 'Five (least deprived)' END""");
    breakdowns.put(
        "prior_attainment",
        """
        CASE WHEN a.prior_level = 99 THEN 'No qualifications' WHEN a.prior_level = 97 THEN 'Level not known'
        WHEN a.prior_level_year < 2021 THEN CASE WHEN a.prior_level IN (7, 9) THEN 'Below level 1'
          WHEN a.prior_level = 1 THEN 'Level 1' WHEN a.prior_level = 2 THEN 'Full level 2'
          WHEN a.prior_level = 3 THEN 'Full level 3' WHEN a.prior_level IN (4, 10) THEN 'Level 4'
          WHEN a.prior_level = 11 THEN 'Level 5' WHEN a.prior_level = 5 THEN 'Level 5 and above'
          WHEN a.prior_level = 12 THEN 'Level 6' WHEN a.prior_level = 13 THEN 'Level 7 and above' ELSE 'Unknown' END
        WHEN a.prior_level BETWEEN 1 AND 10 THEN list_value('Below level 1', 'Level 1', 'Level 2', 'Full level 2', 'Level 3',
          'Full level 3', 'Level 4', 'Level 5', 'Level 6', 'Level 7 and above')[a.prior_level] ELSE 'Unknown' END""");
    return Tables.QAR_AIM.columnNames().stream()
        .filter(name -> !List.of("edition", "report_year").contains(name))
        .map(name -> breakdowns.getOrDefault(name, "a." + name) + " AS " + name)
        .collect(joining(", "));
  }

  // --- counts and benchmarks

  private String providers() {
    List<String> columns = Dimension.columns(Reach.OWN);
    List<String> sets = new ArrayList<>();
    List<String> dimensions = new ArrayList<>();
    List<String> values = new ArrayList<>();
    // A pair before its parts: what is grouped by both is grouped by each.
    List<Dimension> widestFirst = new ArrayList<>(Dimension.ALL);
    widestFirst.sort(comparingInt(one -> -one.columns().size()));
    for (Dimension dimension : widestFirst) {
      String names =
          dimension.columns().stream().map(name -> ", " + name).collect(joining());
      String grouped =
          dimension.columns().isEmpty()
              ? "true"
              : dimension.columns().stream()
                  .map(name -> "grouping(" + name + ") = 0")
                  .collect(joining(" AND "));
      String value =
          dimension.columns().isEmpty()
              ? "'Total'"
              : dimension.columns().stream()
                  .map(name -> "CAST(" + name + " AS VARCHAR)")
                  .collect(joining(" || ' x ' || "));
      sets.add("(report_type, m.measure, m.year, ukprn" + names + ")");
      dimensions.add("WHEN %s THEN '%s'".formatted(grouped, dimension.name()));
      values.add("WHEN %s THEN %s".formatted(grouped, value));
    }
    return """
        SELECT *, %s FROM (
          SELECT report_type, m.measure AS measure, m.year AS year, ukprn,
            CASE %s END AS dimension, CASE %s END AS value,
            count(*) AS leavers, sum(CAST(m.completed AS BIGINT)) AS completers,
            count(*) FILTER (m.achieved) AS achievers
          FROM (SELECT report_type, ukprn, %s, unnest(list_filter([
              CASE WHEN qar_status = 'QAR Inclusion' THEN {'measure': 'overall', 'year': hybrid_end_year,
                'completed': completer, 'achieved': achiever} END,
              CASE WHEN timely_cohort THEN {'measure': 'timely', 'year': timely_year,
                'completed': CAST(NULL AS BOOLEAN), 'achieved': timely_achiever} END], t -> t IS NOT NULL)) AS m
            FROM qar_aim WHERE qar_status = 'QAR Inclusion' OR timely_cohort)
          WHERE m.year BETWEEN %d AND %d
          GROUP BY GROUPING SETS (%s)) WHERE value IS NOT NULL"""
        .formatted(
            RATES,
            String.join(" ", dimensions),
            String.join(" ", values),
            columns.stream().filter(name -> !name.equals("ukprn")).collect(joining(", ")),
            firstYear,
            reportYear,
            String.join(", ", sets));
  }

  private static String national() {
    return """
        SELECT *, %s FROM (
          SELECT report_type, measure, year, dimension, value,
            CASE WHEN grouping(type) = 1 THEN 'Total' ELSE type END AS provider_type,
            sum(leavers)::BIGINT AS leavers, sum(completers)::BIGINT AS completers,
            sum(achievers)::BIGINT AS achievers
          FROM (SELECT q.*, coalesce(nullif(p.provider_type, 'Total'), 'Unknown') AS type
            FROM qar_provider q LEFT JOIN provider p ON q.ukprn = p.ukprn WHERE q.dimension IN (%s))
          GROUP BY GROUPING SETS ((report_type, measure, year, dimension, value),
            (report_type, measure, year, dimension, value, type)))"""
        .formatted(
            RATES,
            Dimension.names(Reach.NATIONAL).stream()
                .map(name -> "'" + name + "'")
                .collect(joining(", ")));
  }

  private static final String RATES =
      rate("achievers", "leavers", "achievement")
          + ", "
          + rate("completers", "leavers", "retention")
          + ", "
          + rate("achievers", "completers", "pass");

  private static String rate(String part, String whole, String name) {
    return "CASE WHEN %2$s > 0 THEN CAST(((2000 * %1$s + %2$s) // (2 * %2$s)) * 0.1 AS DECIMAL(10,1)) END AS %3$s_rate"
        .formatted(part, whole, name);
  }
}

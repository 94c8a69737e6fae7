package org.openqar.bench;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.openqar.breakdowns.Dimension;
import org.openqar.breakdowns.Reach;
import org.openqar.config.Settings;

/**
 * The benchmarks in DuckDB's SQL, over the tables of {@link Peer}: thresholds by both methods, and
 * each provider's place by the first, with rank, interval, probabilities, trend and what its mix
 * would give. Like providers are left out.
 */
final class PeerPlaces {
  private PeerPlaces() {}

  private static final String SET = "report_type, measure, year, dimension, value, rate";

  private static final String MIX_YEAR = "report_type, measure, year";

  /** What the queries call. */
  static final List<String> MACROS =
      List.of(
          """
          CREATE MACRO wilson(p, n, side) AS CAST(round(100 * (p + 1.9207294103 / n + side * 1.959963984540054
          * sqrt(p * (1 - p) / n + 0.9603647051735 / n / n)) / (1 + 3.8414588206 / n), 1) AS DECIMAL(10, 1))""",
          "CREATE MACRO tail_t(z) AS 1 / (1 + 0.2316419 * abs(z))",
          """
          CREATE MACRO tail(z) AS exp(-z * z / 2) / sqrt(2 * pi()) * tail_t(z) * (0.319381530 + tail_t(z)
          * (-0.356563782 + tail_t(z) * (1.781477937 + tail_t(z) * (-1.821255978 + tail_t(z) * 1.330274429))))""",
          "CREATE MACRO normal(z) AS CASE WHEN z >= 0 THEN 1 - tail(z) ELSE tail(z) END",
          """
          CREATE MACRO below(threshold, p, n) AS CASE WHEN threshold <= 0.05 THEN 0 ELSE
          normal(((threshold - 0.05) / 100 - p) / sqrt((threshold - 0.05) / 100 * (1 - (threshold - 0.05) / 100) / n)) END""",
          """
          CREATE MACRO tenths(part, whole) AS CAST(sign(part) * 0.1 * ((2 * abs(part) + whole) // (2 * whole)) AS DECIMAL(10, 1))""",
          """
          CREATE MACRO slope(n, x, y, xy, xx) AS tenths(CAST(n * xy - x * y AS BIGINT), CAST(n * xx - x * x AS BIGINT))""",
          "CREATE MACRO thousandths(x) AS CAST(round(x, 3) AS DECIMAL(4, 3))");

  /** A row a provider, cell and rate. */
  static String rates() {
    return """
        CREATE OR REPLACE VIEW rated AS SELECT * FROM (
          SELECT report_type, measure, year, dimension, value, ukprn, leavers, unnest([
            {'rate': 'achievement', 'rate_value': achievement_rate, 'numerator': achievers, 'denominator': leavers},
            {'rate': 'retention', 'rate_value': retention_rate, 'numerator': completers, 'denominator': leavers},
            {'rate': 'pass', 'rate_value': pass_rate, 'numerator': achievers, 'denominator': completers}],
            recursive := true)
          FROM (SELECT * REPLACE (CAST(leavers AS BIGINT) AS leavers, CAST(completers AS BIGINT) AS completers,
            CAST(achievers AS BIGINT) AS achievers) FROM qar_provider) WHERE dimension IN (%s)) WHERE measure = 'overall' OR rate = 'achievement'"""
        .formatted(
            Dimension.names(Reach.NATIONAL).stream()
                .map(name -> "'" + name + "'")
                .collect(joining(", ")));
  }

  /** The table {@code quartile_threshold}. */
  static String thresholds(Settings.Benchmarks settings) {
    return """
        SELECT %1$s, t.method, 4 AS groups, providers,
          CASE WHEN providers >= 4 THEN t.q1 END AS q1, CASE WHEN providers >= 4 THEN t.q2 END AS q2,
          CASE WHEN providers >= 4 THEN t.q3 END AS q3, national_rate
        FROM (
          SELECT %1$s, max(providers) AS providers, unnest([
            {'method': 'provider', %2$s}, {'method': 'cohort_weighted', %3$s}]) AS t
          FROM (
            SELECT *, sum(here) OVER s AS providers, sum(leavers) OVER s AS all_leavers,
              sum(here) OVER up AS to_here, sum(leavers) OVER up AS leavers_to_here
            FROM (
              SELECT %1$s, CASE WHEN ranked THEN rate_value END AS rate_value, count(*) FILTER (ranked) AS here,
                sum(leavers) FILTER (ranked) AS leavers
              FROM (SELECT *, leavers >= %4$d AND rate_value IS NOT NULL AS ranked FROM rated)
              GROUP BY ALL)
            WINDOW s AS (PARTITION BY %1$s), up AS (PARTITION BY %1$s ORDER BY rate_value NULLS FIRST))
          GROUP BY %1$s)
        LEFT JOIN (
          SELECT report_type, measure, year, dimension, value, unnest([
            {'rate': 'achievement', 'national_rate': achievement_rate}, {'rate': 'retention', 'national_rate': retention_rate},
            {'rate': 'pass', 'national_rate': pass_rate}], recursive := true)
          FROM qar_national WHERE provider_type = 'Total') USING (%1$s)"""
        .formatted(
            SET,
            quarters("4 * (to_here - 1) >= %d * providers"),
            quarters("4 * leavers_to_here >= %d * all_leavers"),
            settings.minimumLeavers());
  }

  private static String quarters(String reaches) {
    return java.util.stream.IntStream.rangeClosed(1, 3)
        .mapToObj(
            k ->
                "'q%d': min(rate_value) FILTER (rate_value IS NOT NULL AND %s)"
                    .formatted(k, reaches.formatted(k)))
        .collect(joining(", "));
  }

  /** The table {@code provider_benchmark}. */
  static String places(Settings.Benchmarks settings) {
    String[] pair = settings.mix().split(Dimension.BETWEEN);
    return """
        WITH expected AS (
          SELECT ukprn, %2$s, c.dimension AS dimension, c.value AS value, rate,
            CAST(round(sum(denominator * national_rate) / nullif(sum(denominator), 0), 1) AS DECIMAL(10, 1)) AS expected_rate
          FROM (
            SELECT r.*, t.national_rate, unnest([{'dimension': 'total', 'value': 'Total'},
              {'dimension': '%5$s', 'value': split_part(value, ' x ', 1)},
              {'dimension': '%6$s', 'value': split_part(value, ' x ', 2)},
              {'dimension': '%4$s', 'value': value}]) AS c
            FROM rated r JOIN quartile_threshold t USING (%1$s)
            WHERE dimension = '%4$s' AND t.method = 'provider')
          GROUP BY ALL)
        SELECT %1$s, method, groups, ukprn, rate_value, leavers, national_rate,
          rate_value - national_rate AS gap_to_national, quartile,
          CASE quartile WHEN 1 THEN 'Bottom 24%%' WHEN 2 THEN '25 to 49%%' WHEN 3 THEN '50 to 74%%' WHEN 4 THEN 'Top 25%%' END AS quartile_label,
          CASE WHEN ranked AND providers >= 4 THEN providers - to_here + 1 END AS rank,
          CASE WHEN ranked AND providers >= 4 THEN CAST(((2000 * (to_here - alike) + providers) // (2 * providers)) * 0.1 AS DECIMAL(10, 1)) END AS percentile,
          next - rate_value AS points_to_next_quartile,
          (denominator * (2 * CAST(10 * next AS BIGINT) - 1) + 1999) // 2000 - numerator AS achievers_to_next_quartile,
          wilson(p, denominator, -1) AS rate_low, wilson(p, denominator, 1) AS rate_high,
          CASE WHEN ranked AND q1 IS NOT NULL THEN [thousandths(b1), thousandths(b2 - b1), thousandths(b3 - b2), thousandths(1 - b3)] END
            AS quartile_probability,
          year_before, rate_value - year_before AS change_on_year_before, trend, expected_rate,
          rate_value - expected_rate AS gap_to_expected
        FROM (
          SELECT *, CASE quartile WHEN 1 THEN q1 WHEN 2 THEN q2 WHEN 3 THEN q3 END AS next,
            CASE WHEN ranked THEN below(q1, p, denominator) END AS b1, CASE WHEN ranked THEN below(q2, p, denominator) END AS b2,
            CASE WHEN ranked THEN below(q3, p, denominator) END AS b3
          FROM (
            SELECT r.*, t.method, t.groups, t.national_rate, t.q1, t.q2, t.q3, e.expected_rate,
              CASE WHEN ranked AND q1 IS NOT NULL THEN 1 + CAST(rate_value >= q1 AS INT) + CAST(rate_value >= q2 AS INT)
                + CAST(rate_value >= q3 AS INT) END AS quartile,
              sum(CAST(ranked AS INT)) OVER (PARTITION BY %1$s) AS providers,
              sum(CAST(ranked AS INT)) OVER (PARTITION BY %1$s ORDER BY rate_value NULLS FIRST) AS to_here,
              sum(CAST(ranked AS INT)) OVER (PARTITION BY %1$s, rate_value) AS alike
            FROM (
              SELECT *, leavers >= %3$d AND rate_value IS NOT NULL AS ranked,
                CASE WHEN numerator <= denominator AND denominator > 0 THEN numerator / denominator END AS p,
                max(rate_value) OVER (years RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING) AS year_before,
                CASE WHEN count(y) OVER (years) >= 3 THEN slope(count(y) OVER (years), sum(x) OVER (years), sum(y) OVER (years),
                  sum(x * y) OVER (years), sum(x * x) OVER (years)) END AS trend
              FROM (SELECT *, CAST(10 * rate_value AS BIGINT) AS y, CASE WHEN rate_value IS NOT NULL THEN year - 2000 END AS x FROM rated)
              WINDOW years AS (PARTITION BY ukprn, report_type, measure, dimension, value, rate ORDER BY year)) r
            JOIN quartile_threshold t USING (%1$s)
            LEFT JOIN expected e USING (ukprn, %1$s)
            WHERE t.method = 'provider'))"""
        .formatted(SET, MIX_YEAR, settings.minimumLeavers(), settings.mix(), pair[0], pair[1]);
  }
}

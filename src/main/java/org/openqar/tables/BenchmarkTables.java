package org.openqar.tables;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.openqar.tables.Table.table;

/** Where the quarters begin, and where each provider stands. */
final class BenchmarkTables {
  private BenchmarkTables() {}

  static final Table QUARTILE_THRESHOLD =
      table("quartile_threshold", Layer.BENCHMARKS)
          .grain("One set of thresholds: a rate in one cell of one breakdown and year")
          .key(
              "edition",
              "report_year",
              "report_type",
              "measure",
              "year",
              "rate",
              "dimension",
              "value",
              "method",
              "source")
          .partitionedBy("edition", "report_year")
          .fieldsOf(
              MeasureTables.QAR_PROVIDER,
              "edition",
              "report_year",
              "report_type",
              "measure",
              "year")
          .required("rate", StringType, "achievement, retention or pass")
          .fieldsOf(MeasureTables.QAR_PROVIDER, "dimension", "value")
          .required("method", StringType, "provider: each provider counts once")
          .required(
              "minimum_leavers", IntegerType, "Fewest leavers with which a provider is ranked")
          .required("providers", LongType, "Providers that were ranked")
          .rate("q1", "Lowest rate of the second quarter; empty under four providers")
          .rate("q2", "Lowest rate of the third quarter; empty under four providers")
          .rate("q3", "Lowest rate of the top quarter; empty under four providers")
          .required("source", StringType, "computed, or published")
          .check("in_order", "q1 IS NULL OR (q1 <= q2 AND q2 <= q3)")
          .declare();

  static final Table PROVIDER_BENCHMARK =
      table("provider_benchmark", Layer.BENCHMARKS)
          .grain("One provider's place in one set of thresholds")
          .key(
              "edition",
              "report_year",
              "report_type",
              "measure",
              "year",
              "rate",
              "dimension",
              "value",
              "method",
              "source",
              "ukprn")
          .partitionedBy("edition", "report_year")
          .fieldsOf(
              QUARTILE_THRESHOLD,
              "edition",
              "report_year",
              "report_type",
              "measure",
              "year",
              "rate",
              "dimension",
              "value",
              "method",
              "minimum_leavers",
              "source")
          .fieldsOf(MeasureTables.QAR_PROVIDER, "ukprn")
          .rate("rate_value", "The provider's rate")
          .fieldsOf(MeasureTables.QAR_PROVIDER, "leavers")
          .rate("national_rate", "The national rate of the same cell")
          .rate("gap_to_national", "The provider's rate less the national one, in points")
          .number("quartile", "1 bottom to 4 top; empty when the provider is not ranked")
          .text("quartile_label", "Bottom 24%, 25 to 49%, 50 to 74% or Top 25%")
          .number("rank", "1 is the highest rate; equal rates share a rank")
          .rate("percentile", "Share of the ranked providers whose rate is lower")
          .rate("points_to_next_quartile", "Points missing to the next quarter; empty at the top")
          .field(
              "achievers_to_next_quartile",
              LongType,
              "How many more of the rate's numerator (achievers; completers for retention) reach it")
          .check("quartile_in_range", "quartile IS NULL OR quartile BETWEEN 1 AND 4")
          .declare();
}

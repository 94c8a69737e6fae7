package org.openqar.tables;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.openqar.tables.Table.table;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The thresholds between groups of providers, and each provider's position among them. */
final class BenchmarkTables {
  private BenchmarkTables() {}

  private static final DataType DISTANCE = DataTypes.createDecimalType(6, 3);

  private static final List<Field> CERTAINTY =
      List.of(
          new Field("rate_low", Table.RATE, true, "Lower end of the rate's 95% Wilson interval"),
          new Field("rate_high", Table.RATE, true, "Upper end of that interval"),
          new Field(
              "quartile_probability",
              createArrayType(DataTypes.createDecimalType(4, 3)),
              true,
              "For each group from the bottom, the probability that the underlying rate belongs there, from the distribution behind the interval"));

  private static final String SHARE =
      "Share of the ranked %s with a rate under %d, in per cent; empty if there are fewer than four %s";

  static final Table QUARTILE_THRESHOLD =
      table("quartile_threshold", TableLayer.BENCHMARKS)
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
              "groups",
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
          .required(
              "method",
              StringType,
              "provider: each provider counts once; cohort_weighted: each leaver counts once")
          .required("groups", IntegerType, "Number of groups: 4 for quartiles, 10 for deciles")
          .required(
              "minimum_leavers", IntegerType, "Fewest leavers that a provider needs to be ranked")
          .required(
              "providers",
              LongType,
              "Number of providers ranked; 0 in a published set that has only a national rate")
          .rate(
              "q1",
              "Lowest rate of the second quarter; empty if there are fewer than four providers")
          .rate(
              "q2",
              "Lowest rate of the third quarter; empty if there are fewer than four providers")
          .rate(
              "q3", "Lowest rate of the top quarter; empty if there are fewer than four providers")
          .field(
              "thresholds",
              createArrayType(Table.RATE),
              "Lowest rate of each group from the second; empty if there are fewer providers than groups, or fewer than four")
          .required(
              "source",
              StringType,
              "computed: from the providers loaded; published: from an imported table")
          .number(
              "published_year",
              "Year of the published table: the nearest year available; empty for computed thresholds")
          .rate(
              "national_rate",
              "The rate of the same cell from the same source: for computed thresholds, of all providers read; for published ones, the Department's national rate")
          .text(
              "national_publication",
              "The publication that gives national_rate: an imported one, or dfe-apprenticeship-national, which is built in; empty for computed"
                  + " ones")
          .rate("below_50", SHARE.formatted("providers", 50, "providers"))
          .rate("below_60", SHARE.formatted("providers", 60, "providers"))
          .rate("below_70", SHARE.formatted("providers", 70, "providers"))
          .check("in_order", "q1 IS NULL OR (q1 <= q2 AND q2 <= q3)")
          .check("quarters_are_four", "groups = 4 OR q1 IS NULL")
          .declare();

  static final Table STANDARD_THRESHOLD =
      table("standard_threshold", TableLayer.BENCHMARKS)
          .grain("The spread of the national rates of all standards in one year")
          .key("edition", "report_year", "report_type", "measure", "year", "rate")
          .partitionedBy("edition", "report_year")
          .fieldsOf(
              MeasureTables.QAR_PROVIDER,
              "edition",
              "report_year",
              "report_type",
              "measure",
              "year")
          .fieldsOf(QUARTILE_THRESHOLD, "rate")
          .required(
              "minimum_leavers", IntegerType, "Fewest leavers that a standard needs to be ranked")
          .required("standards", LongType, "Number of standards ranked")
          .rate(
              "q1",
              "Lowest rate of the second quarter; empty if there are fewer than four standards")
          .rate(
              "q2",
              "Lowest rate of the third quarter; empty if there are fewer than four standards")
          .rate(
              "q3", "Lowest rate of the top quarter; empty if there are fewer than four standards")
          .rate("below_50", SHARE.formatted("standards", 50, "standards"))
          .rate("below_60", SHARE.formatted("standards", 60, "standards"))
          .rate("below_70", SHARE.formatted("standards", 70, "standards"))
          .check("in_order", "q1 IS NULL OR (q1 <= q2 AND q2 <= q3)")
          .declare();

  static final Table PROVIDER_BENCHMARK =
      table("provider_benchmark", TableLayer.BENCHMARKS)
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
              "groups",
              "source",
              "ukprn")
          .partitionedBy("edition", "report_year")
          .foundBy("ukprn")
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
              "groups",
              "minimum_leavers",
              "source",
              "published_year")
          .fieldsOf(MeasureTables.QAR_PROVIDER, "ukprn")
          .rate("rate_value", "The provider's rate")
          .fieldsOf(MeasureTables.QAR_PROVIDER, "leavers")
          .fieldsOf(QUARTILE_THRESHOLD, "national_rate")
          .rate("gap_to_national", "The provider's rate less national_rate, in points")
          .number(
              "group_no",
              "The provider's group, from 1 at the bottom to the number in groups at the top; empty if the provider is not ranked")
          .number(
              "quartile",
              "The provider's quarter, from 1 at the bottom to 4 at the top; empty if the provider is not ranked, or groups is not 4")
          .text("quartile_label", "Bottom 24%, 25 to 49%, 50 to 74% or Top 25%")
          .number(
              "rank",
              "1 is the highest rate; equal rates share a rank; empty if there are fewer than four ranked providers")
          .rate(
              "percentile",
              "Share of the ranked providers whose rate is lower; empty if there are fewer than four")
          .rate(
              "points_to_next_quartile",
              "Points needed to reach the next quarter (or other group); empty at the top")
          .field(
              "achievers_to_next_quartile",
              LongType,
              "How many more in the rate's numerator (achievers; completers for retention) would reach it")
          .fields(CERTAINTY)
          .rate("rate_year_before", "The provider's rate in the year before")
          .rate("change_on_year_before", "The rate less the rate of the year before, in points")
          .rate(
              "trend",
              "Points a year, from the straight line that best fits the rates of the reported years up to this one; empty if there are fewer than three")
          .rate(
              "expected_rate",
              "The rates of all providers read in the cells of benchmarks.mix, weighted by the provider's own leavers (completers for pass) in them; only for total and the two breakdowns of the mix")
          .rate(
              "gap_to_expected",
              "The rate less the expected rate: the part that the mix does not explain")
          .rate("peer_rate", "The rate of the provider's peers together; only for total")
          .rate("gap_to_peers", "The rate less the peers' rate, in points")
          .check("quartile_in_range", "quartile IS NULL OR quartile BETWEEN 1 AND 4")
          .check("group_in_range", "group_no IS NULL OR group_no BETWEEN 1 AND groups")
          .declare();

  static final Table PROVIDER_PEER =
      table("provider_peer", TableLayer.BENCHMARKS)
          .grain("One peer of one provider in the report year, overall measure")
          .key("edition", "report_year", "report_type", "ukprn", "likeness")
          .partitionedBy("edition", "report_year")
          .foundBy("ukprn")
          .fieldsOf(MeasureTables.QAR_PROVIDER, "edition", "report_year", "report_type", "ukprn")
          .required("likeness", IntegerType, "1 is the most similar peer")
          .required("peer_ukprn", IntegerType, "The peer")
          .text("peer_name", "The peer's name, from the reference data")
          .required(
              "distance",
              DISTANCE,
              "Sum of the differences; 0 is a provider with the same size, mix, type and region")
          .required(
              "size_difference",
              DISTANCE,
              "Difference in number of leavers; ten times as many counts as 1")
          .required("level_difference", DISTANCE, "Share of leavers on other levels, 0 to 1")
          .required("subject_difference", DISTANCE, "Share of leavers in other subjects, 0 to 1")
          .required("type_difference", DISTANCE, "1 for another or an unknown type of provider")
          .required("region_difference", DISTANCE, "0.5 for another or an unknown region")
          .required("leavers", LongType, "The peer's leavers")
          .rate("achievement_rate", "The peer's achievement rate")
          .declare();

  static final Table GROUP_BENCHMARK =
      table("group_benchmark", TableLayer.BENCHMARKS)
          .grain(
              "One group of providers taken as one, in one set of the thresholds of single providers")
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
              "groups",
              "source",
              "group_id")
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
              "groups",
              "minimum_leavers",
              "source",
              "published_year")
          .fieldsOf(ReferenceTables.PROVIDER_GROUP, "group_id", "group_name")
          .required("members", LongType, "The group's providers with leavers in this cell")
          .fieldsOf(
              PROVIDER_BENCHMARK,
              "rate_value",
              "leavers",
              "national_rate",
              "gap_to_national",
              "group_no",
              "quartile",
              "quartile_label",
              "points_to_next_quartile",
              "achievers_to_next_quartile")
          .fields(CERTAINTY)
          .declare();
}

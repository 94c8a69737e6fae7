package org.openqar.tables;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.openqar.tables.Table.table;

import java.util.List;
import org.openqar.breakdowns.Breakdowns;
import org.openqar.rules.ExclusionFlags;

/** The verdict on every aim, and the counts and rates. */
final class MeasureTables {
  private MeasureTables() {}

  /** The columns of the declared breakdowns. */
  private static List<Field> breakdowns() {
    return Breakdowns.ALL.stream()
        .filter(one -> !one.isColumnOfAim())
        .map(one -> new Field(one.name(), StringType, !one.isNeverEmpty(), one.meaning()))
        .toList();
  }

  static final Table QAR_AIM =
      table("qar_aim", TableLayer.MEASURES)
          .grain("One aim in one report type, as the rules of an edition judge it")
          .key("edition", "report_year", "report_type", "aim_id")
          .partitionedBy("edition", "report_year")
          .foundBy("ukprn")
          .required("edition", StringType, "The rule set applied, such as 2024-25")
          .required("report_year", IntegerType, "R, the latest year reported")
          .required("report_type", StringType, "Which of the five reports, such as apprenticeship")
          .fieldsOf(
              AimTables.AIM,
              "aim_id",
              "ukprn",
              "returned_ukprn",
              "partner_ukprn",
              "uln",
              "learn_ref_number",
              "learn_aim_ref",
              "aim_type",
              "fund_model",
              "prog_type",
              "std_code",
              "fwork_code",
              "pway_code",
              "learn_start_date",
              "orig_learn_start_date",
              "learn_plan_end_date",
              "learn_act_end_date",
              "ach_date",
              "comp_status",
              "withdraw_reason",
              "outcome",
              "restart")
          .number("expected_end_year", "Academic year of the planned end")
          .number("actual_end_year", "Academic year of the actual end")
          .number("achievement_year", "Academic year of AchDate, if it counts")
          .number("reporting_year", "Year whose final return first reports the aim as ended")
          .number("destination_year", "Academic year of a traineeship's destination")
          .number("hybrid_end_year", "The latest of the candidate years; empty while in learning")
          .text(
              "hybrid_end_year_from",
              "The candidate that won: expected, actual, achievement, reporting or destination;"
                  + " the first of them if several agree")
          .flag("overdue_continuing", "Continuing, then missing: treated as withdrawn")
          .flag("overdue_planned_break", "A break without a restart in time: treated as withdrawn")
          .flags(ExclusionFlags.ALL)
          .required(
              "rules_hit",
              createArrayType(StringType, false),
              "Ids of the rules that held, in their order")
          .required("qar_status", StringType, "QAR Inclusion, QAR Exclusion, Continuing or Future")
          .flag("completer", "A leaver who completed")
          .flag("achiever", "A leaver who achieved")
          .number("timely_year", "Year of the timely measure; empty if there is none")
          .flag("timely_cohort", "Counts in the timely measure")
          .flag(
              "timely_achiever",
              "Counts in the timely measure and achieved within 90 days of the planned end")
          .number("age_at_start", "Whole years at the (original) start")
          .fields(breakdowns())
          .check(
              "known_status",
              "qar_status IN (\"QAR Inclusion\", \"QAR Exclusion\", \"Continuing\", \"Future\")")
          .check(
              "year_is_latest",
              "hybrid_end_year IS NULL OR hybrid_end_year >= greatest(expected_end_year, actual_end_year, achievement_year,"
                  + " reporting_year, destination_year)")
          .check(
              "leaver_has_year",
              "qar_status NOT IN (\"QAR Inclusion\", \"Future\") OR hybrid_end_year IS NOT NULL")
          .check("timely_within_cohort", "timely_cohort OR NOT timely_achiever")
          .check(
              "only_leavers_count", "qar_status = \"QAR Inclusion\" OR NOT (completer OR achiever)")
          .declare();

  static final Table QAR_PROVIDER =
      table("qar_provider", TableLayer.MEASURES)
          .grain("One provider's counts and rates in one cell of one breakdown and year")
          .key(
              "edition",
              "report_year",
              "report_type",
              "measure",
              "year",
              "ukprn",
              "dimension",
              "value")
          .partitionedBy("edition", "report_year")
          .foundBy("ukprn")
          .fieldsOf(QAR_AIM, "edition", "report_year", "report_type")
          .required("measure", StringType, "overall or timely")
          .required("year", IntegerType, "The year counted, R-4 to R; 2024 is 2024/25")
          .required("ukprn", IntegerType, "The provider")
          .required(
              "dimension", StringType, "The breakdown, such as total, level or level x age_band")
          .required(
              "value",
              StringType,
              "The cell, such as Advanced or Advanced x 16-18; Total for total")
          .required("leavers", LongType, "Aims in the cohort")
          .field("completers", LongType, "Leavers who completed; empty in the timely measure")
          .required("achievers", LongType, "Leavers who achieved")
          .rate("achievement_rate", "100 x achievers / leavers")
          .rate("retention_rate", "100 x completers / leavers")
          .rate("pass_rate", "100 x achievers / completers")
          .check(
              "within_leavers",
              "(completers IS NULL OR completers <= leavers) AND achievers <= leavers")
          .declare();

  static final Table QAR_NATIONAL =
      table("qar_national", TableLayer.MEASURES)
          .grain(
              "Counts and rates of all providers read together, in one cell of one breakdown and year")
          .key(
              "edition",
              "report_year",
              "report_type",
              "measure",
              "year",
              "provider_type",
              "dimension",
              "value")
          .partitionedBy("edition", "report_year")
          .fieldsOf(QAR_PROVIDER, "edition", "report_year", "report_type", "measure", "year")
          .required("provider_type", StringType, "Type of provider; Total for all providers")
          .fieldsOf(
              QAR_PROVIDER,
              "dimension",
              "value",
              "leavers",
              "completers",
              "achievers",
              "achievement_rate",
              "retention_rate",
              "pass_rate")
          .required(
              "missing_providers",
              LongType,
              "Providers with leavers in this cell in other years and no final return of this one")
          .required(
              "missing_leavers",
              LongType,
              "The most leavers that these providers may have here: those of their largest year less those counted in this one")
          .rate("achievement_rate_low", "The rate if none of the missing leavers achieved")
          .rate("achievement_rate_high", "The rate if all of them achieved")
          .rate("retention_rate_low", "The rate if none of them completed")
          .rate("retention_rate_high", "The rate if all of them completed")
          .rate("pass_rate_low", "The rate if all of them completed and none achieved")
          .rate("pass_rate_high", "The rate if all of them achieved")
          .check(
              "within_leavers",
              "(completers IS NULL OR completers <= leavers) AND achievers <= leavers")
          .declare();
}

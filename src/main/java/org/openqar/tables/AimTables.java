package org.openqar.tables;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createStructField;
import static org.apache.spark.sql.types.DataTypes.createStructType;
import static org.openqar.tables.Table.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;

/** Logical aims: one learner's aim at one provider, matched through all returns. */
final class AimTables {
  private AimTables() {}

  /**
   * One returned record of an aim. The table keeps every record, including duplicates: {@code
   * gave_way} says why a record does not count. {@code moved} names the change of number or
   * provider that brought the record here. {@code stayed} names the change that left it here. A
   * record of R04 counts for the year before its return, so it carries that year.
   */
  static final DataType HISTORY =
      createArrayType(
          createStructType(
              new StructField[] {
                column("funding_year", IntegerType),
                column("return_number", IntegerType),
                column("return_id", StringType),
                column("learner_no", LongType),
                column("delivery_no", IntegerType),
                column("returned_ukprn", IntegerType),
                column("learn_ref_number", StringType),
                column("prev_ukprn", IntegerType),
                column("prev_learn_ref_number", StringType),
                column("matched_by", StringType),
                column("moved", StringType),
                column("stayed", StringType),
                column("counts", BooleanType),
                column("gave_way", StringType),
                column("comp_status", IntegerType),
                column("learn_start_date", DateType),
                column("learn_plan_end_date", DateType),
                column("learn_act_end_date", DateType),
                column("ach_date", DateType),
                column("outcome", IntegerType),
                column("withdraw_reason", IntegerType)
              }),
          false);

  /** An earlier part of the programme that a restart continues. */
  static final DataType SEGMENTS =
      createArrayType(
          createStructType(
              new StructField[] {
                column("aim_id", StringType),
                column("learn_start_date", DateType),
                column("learn_act_end_date", DateType)
              }),
          false);

  /** A destination or progression of a learner. */
  static final DataType DESTINATIONS =
      createArrayType(
          createStructType(
              new StructField[] {column("outcome", StringType), column("start_date", DateType)}),
          false);

  static final Table AIM =
      table("aim", TableLayer.AIMS)
          .grain(
              "One logical aim: one learner's aim at one provider, matched through the final"
                  + " returns of one report year under one edition")
          .key("edition", "report_year", "aim_id")
          .partitionedBy("edition", "report_year")
          .foundBy("ukprn")
          .required("edition", StringType, "The rule set that decides how records are matched")
          .required("report_year", IntegerType, "R, the latest year reported")
          .required(
              "aim_id", StringType, "Hash of the match key: the same returns give the same id")
          .required("ukprn", IntegerType, "The provider; the survivor of a merger")
          .required("returned_ukprn", IntegerType, "The provider that returned the current record")
          .number("partner_ukprn", "PartnerUKPRN, the subcontractor")
          .text("uln", "ULN of the current record")
          .text("learn_ref_number", "LearnRefNumber of the current record")
          .required(
              "learner", StringType, "The learner in matching: a ULN, otherwise a reference number")
          .required("learn_aim_ref", StringType, "LearnAimRef")
          .number("aim_type", "AimType")
          .number("fund_model", "FundModel of the current record")
          .number("prog_type", "ProgType")
          .number("std_code", "StdCode")
          .number("fwork_code", "FworkCode")
          .number("pway_code", "PwayCode")
          .date("learn_start_date", "LearnStartDate")
          .date("orig_learn_start_date", "OrigLearnStartDate of the current record")
          .date("learn_plan_end_date", "LearnPlanEndDate of the current record")
          .date("learn_act_end_date", "LearnActEndDate of the current record")
          .date("ach_date", "AchDate of the current record")
          .number("comp_status", "CompStatus of the current record")
          .number("withdraw_reason", "WithdrawReason of the current record")
          .number("outcome", "Outcome of the current record")
          .flag("restart", "LearnDelFAM RES 1 on the current record")
          .flag("loan", "LearnDelFAM ADL 1 on the current record: an advanced learner loan")
          .required(
              "ldm_codes",
              createArrayType(StringType, false),
              "LearnDelFAM LDM codes of the current record")
          .number("emp_outcome", "EmpOutcome of the current record")
          .field(
              "employer_contribution",
              LongType,
              "The employer's payments less refunds: AppFinRecord PMR 1 and 2 less PMR 3 of the current record")
          .date("date_of_birth", "DateOfBirth")
          .text("sex", "Sex, as returned")
          .text("ethnicity", "Ethnicity, as returned")
          .text("lldd_health_prob", "LLDDHealthProb, as returned")
          .number(
              "prior_level",
              "PriorLevel of the current record: the latest that applied on LearnStartDate")
          .number(
              "prior_level_year",
              "Academic year of the return that gives prior_level, whose code list applies")
          .text("del_loc_post_code", "Outward part of DelLocPostCode")
          .text("postcode_prior", "Outward part of PostcodePrior")
          .text("apprenticeship_contract", "Newest LearnDelFAM ACT code")
          .text("camp_id", "CampId, the campus")
          .field(
              "monitoring",
              createArrayType(StringType),
              "ProvSpecLearnMon A and B, ProvSpecDelMon A to D, each in its own field; empty unless"
                  + " returns.monitoring-fields is set")
          .required(
              "unreadable",
              createArrayType(StringType, false),
              "Deciding elements of the current record that are unreadable or missing")
          .required("first_year_returned", IntegerType, "First final return with this aim")
          .required("last_year_returned", IntegerType, "Newest final return with this aim")
          .required(
              "final_return_years",
              createArrayType(IntegerType, false),
              "Years for which the responsible provider made a final return")
          .text(
              "restart_aim_id",
              "The aim that is the earliest restart of this break; no row has this id if only an R04 has the restart")
          .date("restart_start_date", "When that restart began")
          .number(
              "restart_first_year_returned",
              "Year of the first final return with any restart of this break")
          .number(
              "restart_first_look_ahead_year",
              "First year whose R04 has any restart of this break, if the edition looks at R04")
          .text("transfer_aim_id", "The next programme on other training that the learner began")
          .date("transfer_start_date", "When that programme began")
          .text("other_aim_id", "The next aim of any kind that the learner began")
          .date("other_aim_start_date", "When that aim began")
          .required("earlier_segments", SEGMENTS, "The earlier parts that this restart continues")
          .required("earlier_days", IntegerType, "Days served in the earlier parts, without breaks")
          .date("programme_start_date", "When the first part of the programme began")
          .flag(
              "unemployed_before_start",
              "For an aim with EmpOutcome 1 or 2: EmpStat 11 or 12 dated before the start, in the newest return with the aim")
          .flag(
              "employed_after_start",
              "For an aim with EmpOutcome 1 or 2: EmpStat 10 dated after the start, in the newest return with the aim")
          .required(
              "destinations",
              DESTINATIONS,
              "For a traineeship programme: the learner's DPOutcomes, type and code with"
                  + " OutStartDate, earliest first")
          .date(
              "destination_date",
              "Start of the earliest positive destination that began within the edition's number of days of the actual end")
          .text(
              "aim_class",
              "Learning aim class of LearnAimRef, from the reference data, or built in for generic aims")
          .flag("foundation", "Whether the standard is a foundation apprenticeship")
          .required(
              "protected_years",
              createArrayType(IntegerType, false),
              "Years after the newest one whose final return has an unreadable record that could be"
                  + " this aim")
          .required(
              "restart_protected_years",
              createArrayType(IntegerType, false),
              "Years whose final return has an unreadable record that could be this break's"
                  + " restart")
          .required(
              "history",
              HISTORY,
              "The returned records, oldest first; a record of R04 (return_number 4) counts for the year before its return")
          .number(
              "first_year_reported_ended",
              "First year of the last unbroken run of returns in history that show the aim ended")
          .check("has_history", "size(history) > 0")
          .check("returned_in_order", "first_year_returned <= last_year_returned")
          .declare();

  private static StructField column(String name, DataType type) {
    return createStructField(name, type, true);
  }
}

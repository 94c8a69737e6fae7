package org.openqar.tables;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.openqar.tables.Table.table;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** The returns, with text kept as text. */
final class ReturnTables {
  private ReturnTables() {}

  private static final DataType COUNTS =
      DataTypes.createArrayType(
          struct(column("name", StringType), column("count", LongType)), false);

  static final Table RETURN_FILE =
      table("return_file", TableLayer.RETURNS)
          .grain("One file content that any run found among the returns, wherever the file is")
          .key("return_id")
          .required("return_id", StringType, "SHA-256 of the XML: one content, one id")
          .required("source_file", StringType, "Path of the file")
          .number("ukprn", "Header/Source/UKPRN: the provider that made the return")
          .number("funding_year", "Academic year of the collection: 2024 is 2024/25")
          .number(
              "return_number",
              "1 to 14: from the file's folder, otherwise from the date it was prepared")
          .flag(
              "is_final",
              "Whether this is the final return (R14) that counts for its provider and year")
          .date("file_prepared_on", "Header FilePreparationDate; empty when it cannot be read")
          .text("serial_no", "Header SerialNo as returned")
          .text("software", "Header supplier, package and release as returned")
          .required("bytes", LongType, "Size of the XML")
          .field(
              "learners", LongType, "Learner records in the file; empty if the file was not read")
          .field(
              "aims", LongType, "Learning deliveries in the file; empty if the file was not read")
          .field(
              "unknown_elements",
              COUNTS,
              "Elements of no ILR year, with the number of times each occurs")
          .field(
              "case_slips",
              COUNTS,
              "Elements that differ from the schema in upper or lower case, with the number of times each occurs")
          .field(
              "namespaces",
              DataTypes.createArrayType(StringType, false),
              "Namespaces of the elements; empty if the file was not read")
          .flag(
              "present",
              "Whether the newest run found the file; a file that is gone does not count")
          .flag("in_year", "Whether the file counts for a year that has no final return yet")
          .required("status", StringType, "accepted, superseded or refused")
          .text("reason", "Why the file is superseded or refused")
          .required("loaded_at", TimestampType, "Start of the run that first found the content")
          .check("known_status", "status IN (\"accepted\", \"superseded\", \"refused\")")
          .check("return_in_range", "return_number IS NULL OR return_number BETWEEN 1 AND 14")
          .declare();

  private static final List<Field> WHICH_LEARNER =
      List.of(
          required("return_id", StringType, "The return that holds it"),
          required("ukprn", IntegerType, "The provider that made the return"),
          required("funding_year", IntegerType, "Academic year of the return: 2024 is 2024/25"),
          required("return_number", IntegerType, "1 to 14; 14 is final"),
          required("learner_no", LongType, "Position of the learner in the file, from 1"),
          new Field("line", IntegerType, true, "Line of its start tag in the file"));

  private static final List<Field> WHO =
      List.of(
          text("learn_ref_number", "LearnRefNumber as returned"),
          text("prev_learn_ref_number", "PrevLearnRefNumber as returned"),
          text("prev_ukprn", "PrevUKPRN as returned"),
          text("pmukprn", "PMUKPRN, the provider before a merger, as returned"),
          text("uln", "ULN as returned"),
          text("date_of_birth", "DateOfBirth as returned"),
          text("ethnicity", "Ethnicity as returned"),
          text("sex", "Sex as returned"),
          text("lldd_health_prob", "LLDDHealthProb as returned"),
          text("camp_id", "CampId as returned"),
          new Field("learner_fam", list("learn_fam_type", "learn_fam_code"), true, "LearnerFAM"),
          new Field(
              "provider_spec_learner_monitoring",
              list("prov_spec_learn_mon_occur", "prov_spec_learn_mon"),
              true,
              "ProviderSpecLearnerMonitoring; empty unless returns.monitoring-fields is set"));

  static final Table RETURNED_LEARNER =
      table("returned_learner", TableLayer.RETURNS)
          .grain("One Learner of a return that counts, text as returned")
          .key("return_id", "learner_no")
          .clusteredBy("funding_year", "ukprn")
          .fields(WHICH_LEARNER)
          .fields(WHO)
          .text("plan_learn_hours", "PlanLearnHours as returned")
          .text("plan_eep_hours", "PlanEEPHours as returned")
          .text("postcode_prior", "Outward part of PostcodePrior")
          .text("postcode", "Outward part of Postcode")
          .field("prior_attain", list("prior_level", "date_level_app"), "PriorAttain")
          .field(
              "lldd_and_health_problem", list("lldd_cat", "primary_lldd"), "LLDDandHealthProblem")
          .field(
              "learner_employment_status",
              DataTypes.createArrayType(
                  struct(
                      column("emp_stat", StringType),
                      column("date_emp_stat_app", StringType),
                      column("emp_id", StringType),
                      column("employment_status_monitoring", list("esm_type", "esm_code")))),
              "LearnerEmploymentStatus with its monitoring")
          .declare();

  static final Table RETURNED_DELIVERY =
      table("returned_delivery", TableLayer.RETURNS)
          .grain(
              "One LearningDelivery of a return that counts, text as returned, with its learner's details")
          .key("return_id", "learner_no", "delivery_no")
          .clusteredBy("funding_year", "ukprn")
          .fields(WHICH_LEARNER)
          .required("delivery_no", IntegerType, "Position of the aim in its learner, from 1")
          .fields(WHO)
          .fieldsOf(RETURNED_LEARNER, "postcode_prior", "prior_attain")
          .text("learn_aim_ref", "LearnAimRef as returned")
          .text("aim_type", "AimType as returned")
          .text("aim_seq_number", "AimSeqNumber as returned: numbered anew each year")
          .text("learn_start_date", "LearnStartDate as returned")
          .text("orig_learn_start_date", "OrigLearnStartDate as returned")
          .text("learn_plan_end_date", "LearnPlanEndDate as returned")
          .text("fund_model", "FundModel as returned")
          .text("p_hours", "PHours, planned off-the-job hours, as returned")
          .text("otj_act_hours", "OTJActHours, actual off-the-job hours, as returned")
          .text("prog_type", "ProgType as returned")
          .text("fwork_code", "FworkCode as returned")
          .text("pway_code", "PwayCode as returned")
          .text("std_code", "StdCode as returned")
          .text("partner_ukprn", "PartnerUKPRN as returned")
          .text("del_loc_post_code", "Outward part of DelLocPostCode")
          .text("epa_org_id", "EPAOrgID as returned")
          .text("emp_outcome", "EmpOutcome as returned")
          .text("comp_status", "CompStatus as returned")
          .text("learn_act_end_date", "LearnActEndDate as returned")
          .text("withdraw_reason", "WithdrawReason as returned")
          .text("outcome", "Outcome as returned")
          .text("ach_date", "AchDate as returned")
          .text("out_grade", "OutGrade as returned")
          .text("sw_sup_aim_id", "SWSupAimId as returned")
          .field(
              "learning_delivery_fam",
              list(
                  "learn_del_fam_type",
                  "learn_del_fam_code",
                  "learn_del_fam_date_from",
                  "learn_del_fam_date_to"),
              "LearningDeliveryFAM")
          .field(
              "app_fin_record",
              list("a_fin_type", "a_fin_code", "a_fin_date", "a_fin_amount"),
              "AppFinRecord")
          .field(
              "provider_spec_delivery_monitoring",
              list("prov_spec_del_mon_occur", "prov_spec_del_mon"),
              "ProviderSpecDeliveryMonitoring; empty unless returns.monitoring-fields is set")
          .declare();

  static final Table RETURNED_DESTINATION =
      table("returned_destination", TableLayer.RETURNS)
          .grain("One LearnerDestinationandProgression of a return that counts, text as returned")
          .key("return_id", "destination_no")
          .clusteredBy("funding_year", "ukprn")
          .fieldsOf(RETURNED_LEARNER, "return_id", "ukprn", "funding_year", "return_number")
          .required("destination_no", LongType, "Position in the file, from 1")
          .text("learn_ref_number", "LearnRefNumber as returned")
          .text("uln", "ULN as returned")
          .field(
              "dp_outcome",
              list("out_type", "out_code", "out_start_date", "out_end_date", "out_coll_date"),
              "DPOutcome")
          .declare();

  static final Table RETURN_ISSUE =
      table("return_issue", TableLayer.RETURNS)
          .grain("One fault or oddity in a return")
          .key("source_file", "learner_no", "delivery_no", "severity", "code", "field", "value")
          .clusteredBy("funding_year", "ukprn")
          .required("return_id", StringType, "The return")
          .required("source_file", StringType, "Path of the file")
          .number("ukprn", "The provider that made the return; empty for a file")
          .number("funding_year", "Academic year of the return; empty for a file")
          .field("learner_no", LongType, "Position of the learner in the file; empty for a file")
          .number("delivery_no", "Position of the aim in its learner; empty for a learner or file")
          .number("line", "Line of the file")
          .text("learn_ref_number", "LearnRefNumber as returned; empty for a file")
          .text("aim_seq_number", "AimSeqNumber, if it is a number; empty for a learner or file")
          .text("field", "The ILR element")
          .text("value", "The returned text; never a birth date or a learner number")
          .required("code", StringType, "What kind of issue it is")
          .required("severity", StringType, "file, learner, aim or warning")
          .required(
              "message",
              StringType,
              "One sentence: what was expected and what happens to the record")
          .check("known_severity", "severity IN (\"file\", \"learner\", \"aim\", \"warning\")")
          .declare();

  private static Field required(String name, DataType type, String meaning) {
    return new Field(name, type, false, meaning);
  }

  private static Field text(String name, String meaning) {
    return new Field(name, StringType, true, meaning);
  }

  private static DataType list(String... columns) {
    return DataTypes.createArrayType(
        struct(
            Arrays.stream(columns)
                .map(name -> column(name, StringType))
                .toArray(StructField[]::new)));
  }

  private static DataType struct(StructField... columns) {
    return DataTypes.createStructType(columns);
  }

  private static StructField column(String name, DataType type) {
    return DataTypes.createStructField(name, type, true);
  }
}

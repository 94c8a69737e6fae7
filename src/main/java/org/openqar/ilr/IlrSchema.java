package org.openqar.ilr;

import static org.openqar.ilr.ElementField.group;
import static org.openqar.ilr.ElementField.groupOrText;
import static org.openqar.ilr.ElementField.line;
import static org.openqar.ilr.ElementField.outward;
import static org.openqar.ilr.ElementField.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The schema of all rows. It says what the source reads of a return and, by omission, what it never
 * reads: names, addresses, telephone, e-mail and National Insurance number. The source reads the
 * provider's own monitoring fields, which may hold anything, only on request.
 */
public final class IlrSchema {

  /** The origin of a header column: a path below Message, or null for the root's namespace. */
  record HeaderField(String name, List<String> path) {}

  static final List<HeaderField> HEADER =
      List.of(
          new HeaderField("namespace", null),
          header("collection", "Header", "CollectionDetails", "Collection"),
          header("year", "Header", "CollectionDetails", "Year"),
          header("file_preparation_date", "Header", "CollectionDetails", "FilePreparationDate"),
          header("ukprn", "Header", "Source", "UKPRN"),
          header("learning_provider_ukprn", "LearningProvider", "UKPRN"),
          header("software_supplier", "Header", "Source", "SoftwareSupplier"),
          header("software_package", "Header", "Source", "SoftwarePackage"),
          header("release", "Header", "Source", "Release"),
          header("serial_no", "Header", "Source", "SerialNo"),
          header("date_time", "Header", "Source", "DateTime"));

  static final int NAMESPACE = 0;
  static final int YEAR = 2;
  static final int UKPRN = 4;

  static final List<ElementField> LEARNER =
      List.of(
          text("LearnRefNumber"),
          text("PrevLearnRefNumber"),
          text("PrevUKPRN"),
          text("PMUKPRN"),
          text("CampId"),
          text("ULN"),
          text("DateOfBirth"),
          text("Ethnicity"),
          text("Sex"),
          text("LLDDHealthProb"),
          text("PlanLearnHours"),
          text("PlanEEPHours"),
          outward("PostcodePrior"),
          outward("Postcode"),
          groupOrText("PriorAttain", text("PriorLevel"), text("DateLevelApp")),
          group("LLDDandHealthProblem", text("LLDDCat"), text("PrimaryLLDD"))
              .named("lldd_and_health_problem"),
          group("LearnerFAM", text("LearnFAMType"), text("LearnFAMCode")),
          group(
              "ProviderSpecLearnerMonitoring",
              text("ProvSpecLearnMonOccur"),
              text("ProvSpecLearnMon")),
          group(
              "LearnerEmploymentStatus",
              text("EmpStat"),
              text("DateEmpStatApp"),
              text("EmpId"),
              group("EmploymentStatusMonitoring", text("ESMType"), text("ESMCode"))),
          group(
              "LearningDelivery",
              line(),
              text("LearnAimRef"),
              text("AimType"),
              text("AimSeqNumber"),
              text("LearnStartDate"),
              text("OrigLearnStartDate"),
              text("LearnPlanEndDate"),
              text("FundModel"),
              text("PHours"),
              text("OTJActHours"),
              text("ProgType"),
              text("FworkCode"),
              text("PwayCode"),
              text("StdCode"),
              text("PartnerUKPRN"),
              outward("DelLocPostCode"),
              text("AddHours"),
              text("PriorLearnFundAdj"),
              text("OtherFundAdj"),
              text("ConRefNumber"),
              text("EPAOrgID"),
              text("EmpOutcome"),
              text("CompStatus"),
              text("LearnActEndDate"),
              text("WithdrawReason"),
              text("Outcome"),
              text("AchDate"),
              text("OutGrade"),
              text("SWSupAimId"),
              text("TLOut"),
              group(
                  "LearningDeliveryFAM",
                  text("LearnDelFAMType"),
                  text("LearnDelFAMCode"),
                  text("LearnDelFAMDateFrom"),
                  text("LearnDelFAMDateTo")),
              group(
                  "AppFinRecord",
                  text("AFinType"),
                  text("AFinCode"),
                  text("AFinDate"),
                  text("AFinAmount")),
              group(
                  "ProviderSpecDeliveryMonitoring",
                  text("ProvSpecDelMonOccur"),
                  text("ProvSpecDelMon"))));

  static final List<ElementField> DESTINATION =
      List.of(
          text("LearnRefNumber"),
          text("ULN"),
          group(
              "DPOutcome",
              text("OutType"),
              text("OutCode"),
              text("OutStartDate"),
              text("OutEndDate"),
              text("OutCollDate")));

  private static final StructType NAMES =
      new StructType().add("name", DataTypes.StringType).add("count", DataTypes.LongType);

  private static final StructType FILE =
      new StructType()
          .add("content_hash", DataTypes.StringType)
          .add("bytes", DataTypes.LongType)
          .add("lines", DataTypes.IntegerType)
          .add("learners", DataTypes.LongType)
          .add("aims", DataTypes.LongType)
          .add("destinations", DataTypes.LongType)
          .add("unknown_elements", DataTypes.createArrayType(NAMES, false))
          .add("case_slips", DataTypes.createArrayType(NAMES, false))
          .add("namespaces", DataTypes.createArrayType(DataTypes.StringType, false))
          .add("inner_name", DataTypes.StringType)
          .add(
              "problem",
              new StructType()
                  .add("code", DataTypes.StringType)
                  .add("line", DataTypes.IntegerType)
                  .add("column", DataTypes.IntegerType)
                  .add("last_learner_no", DataTypes.LongType)
                  .add("last_learner_line", DataTypes.IntegerType)
                  .add("message", DataTypes.StringType));

  private static final StructType WITH_MONITORING = all();
  private static final StructType PLAIN = withoutMonitoring(WITH_MONITORING);

  private IlrSchema() {}

  /** Returns the columns of every ILR frame, in order. A query may leave some out. */
  public static StructType columns() {
    return PLAIN;
  }

  /** Returns the same, with the provider's own monitoring fields if asked for. */
  public static StructType columns(boolean monitoring) {
    return monitoring ? WITH_MONITORING : PLAIN;
  }

  private static StructType withoutMonitoring(StructType columns) {
    return new StructType(
        Arrays.stream(columns.fields())
            .filter(column -> !column.name().startsWith("provider_spec_"))
            .map(
                column ->
                    column.name().equals("learning_delivery")
                        ? DataTypes.createStructField(
                            column.name(), dropMonitoring(column.dataType()), true)
                        : column)
            .toArray(StructField[]::new));
  }

  private static DataType dropMonitoring(DataType deliveries) {
    return DataTypes.createArrayType(
        withoutMonitoring((StructType) ((ArrayType) deliveries).elementType()), false);
  }

  private static StructType all() {
    List<StructField> columns = new ArrayList<>();
    columns.add(DataTypes.createStructField("record", DataTypes.StringType, false));
    columns.add(DataTypes.createStructField("source_file", DataTypes.StringType, false));
    columns.add(DataTypes.createStructField("return_number", DataTypes.IntegerType, true));
    columns.add(DataTypes.createStructField("folder_year", DataTypes.StringType, true));
    columns.add(DataTypes.createStructField("record_no", DataTypes.LongType, true));
    columns.add(DataTypes.createStructField("line", DataTypes.IntegerType, true));
    columns.add(DataTypes.createStructField("part", DataTypes.IntegerType, false));
    HEADER.forEach(
        it -> columns.add(DataTypes.createStructField(it.name(), DataTypes.StringType, true)));
    LEARNER.forEach(it -> columns.add(it.column()));
    DESTINATION.stream()
        .filter(it -> LEARNER.stream().noneMatch(same -> same.name().equals(it.name())))
        .forEach(it -> columns.add(it.column()));
    columns.add(DataTypes.createStructField("file", FILE, true));
    return new StructType(columns.toArray(StructField[]::new));
  }

  private static HeaderField header(String name, String... path) {
    return new HeaderField(name, List.of(path));
  }
}

package org.openqar.tables;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createStructField;
import static org.apache.spark.sql.types.DataTypes.createStructType;
import static org.openqar.tables.Table.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** What ran: each run, and each rule that explain tried. */
final class OperationTables {
  private OperationTables() {}

  static final Table AIM_TRAIL =
      table("aim_trail", TableLayer.OPERATIONS)
          .grain("One rule tried on one aim in one report type, written by explain --all")
          .key("edition", "report_year", "report_type", "aim_id", "step")
          .partitionedBy("edition", "report_year")
          .foundBy("ukprn")
          .fieldsOf(MeasureTables.QAR_AIM, "edition", "report_year", "report_type", "aim_id")
          .fieldsOf(MeasureTables.QAR_AIM, "ukprn")
          .required("step", IntegerType, "Position of the rule in the report type's list, from 1")
          .required("rule", StringType, "Id of the rule")
          .required("kind", StringType, "What kind of rule it is, in the order of application")
          .required("label", StringType, "The rule in one line")
          .required("clause", StringType, "Where the rule comes from")
          .required("condition", StringType, "What the rule tests under this edition")
          .flag("held", "Whether the condition held")
          .field(
              "reads",
              DataTypes.createMapType(StringType, StringType),
              "The values that the condition read, by name")
          .declare();

  static final Table RUN =
      table("run", TableLayer.OPERATIONS)
          .grain("One run; written last, so its row is the commit of all the run's tables")
          .key("finished_at", "run_id")
          .required("run_id", StringType, "The run")
          .required("started_at", TimestampType, "When the run began")
          .required("finished_at", TimestampType, "When the run's tables were complete")
          .required("edition", StringType, "The rule set applied")
          .required("report_year", IntegerType, "R, the latest year reported")
          .required("software_version", StringType, "Version of OpenQAR")
          .required("rule_fingerprint", StringType, "Hash of the rule book and the edition's data")
          .required(
              "input_fingerprint", StringType, "Hash of everything that the figures depend on")
          .required(
              "method_fingerprint",
              StringType,
              "Hash of all but the returns: rules, settings, reference data, the program")
          .required(
              "aims_fingerprint",
              StringType,
              "Hash of everything that decides how aims are matched: reading, window, match rules, reference"
                  + " data")
          .required(
              "reading_fingerprint",
              StringType,
              "Hash of everything that decides how a return is read")
          .required(
              "key_check",
              StringType,
              "Identifies the pseudonym key without revealing it; empty text if there is no key")
          .required(
              "inputs",
              list(column("source_file", StringType), column("content_hash", StringType)),
              "Files read, returns and reference data, and the imported publications (published_rate: NAME),"
                  + " with the hash of their content")
          .required(
              "gaps",
              list(column("ukprn", IntegerType), column("funding_year", IntegerType)),
              "Provider-years without a usable final return between or after others")
          .required(
              "returns",
              list(
                  column("ukprn", IntegerType),
                  column("funding_year", IntegerType),
                  column("return_number", IntegerType),
                  column("return_id", StringType)),
              "The returns that the aims were computed from; none if the run computed no aims")
          .field(
              "recomputed",
              createArrayType(IntegerType, false),
              "Providers whose aims this run computed, while it kept the others'; empty if it computed all or none")
          .required("refused_files", IntegerType, "Input files that were refused")
          .required(
              "stages",
              list(column("stage", StringType), column("seconds", DoubleType)),
              "Stages run, with their wall time")
          .required(
              "tables",
              list(
                  column("table", StringType),
                  column("version", LongType),
                  column("rows", LongType),
                  column("written", BooleanType)),
              "The version of each table that belongs to this run, and whether the run wrote it")
          .declare();

  private static DataType list(StructField... columns) {
    return createArrayType(createStructType(columns), false);
  }

  private static StructField column(String name, DataType type) {
    return createStructField(name, type, true);
  }
}

package org.openqar.tables;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.openqar.tables.Table.table;

/** Lookups, with one row for each code. A missing code shows as Unknown in the breakdowns. */
final class ReferenceTables {
  private ReferenceTables() {}

  static final Table PROVIDER =
      table("provider", TableLayer.REFERENCE)
          .grain("One provider")
          .key("ukprn")
          .required("ukprn", IntegerType, "UK provider reference number")
          .text("name", "The provider's name")
          .text("provider_type", "Type of provider, as the published tables group them")
          .text("region", "Region of the head office")
          .declare();

  static final Table PROVIDER_MERGER =
      table("provider_merger", TableLayer.REFERENCE)
          .grain("One provider that merged into another")
          .key("old_ukprn")
          .required("old_ukprn", IntegerType, "The provider that ceased")
          .required("new_ukprn", IntegerType, "The survivor")
          .required("from_year", IntegerType, "First academic year that the survivor returns")
          .check("another_provider", "old_ukprn <> new_ukprn")
          .declare();

  static final Table PROVIDER_GROUP =
      table("provider_group", TableLayer.REFERENCE)
          .grain("One provider in one group of providers")
          .key("group_id", "ukprn")
          .required("group_id", StringType, "The group")
          .text("group_name", "The group's name")
          .required("ukprn", IntegerType, "A member")
          .declare();

  static final Table LEARNING_AIM =
      table("learning_aim", TableLayer.REFERENCE)
          .grain("One learning aim reference of LARS")
          .key("learn_aim_ref")
          .required("learn_aim_ref", StringType, "LearnAimRef")
          .text("title", "Title")
          .text("level", "Notional level")
          .text("ssa_t1", "Sector subject area, tier 1")
          .text("ssa_t2", "Sector subject area, tier 2")
          .text("aim_type", "Type of qualification")
          .text("aim_class", "Learning aim class code")
          .declare();

  static final Table STANDARD =
      table("standard", TableLayer.REFERENCE)
          .grain("One apprenticeship standard")
          .key("std_code")
          .required("std_code", IntegerType, "StdCode")
          .text("name", "Name of the standard")
          .number("level", "Level, 2 to 7")
          .text("ssa_t1", "Sector subject area, tier 1")
          .text("ssa_t2", "Sector subject area, tier 2")
          .flag("is_foundation", "Whether it is a foundation apprenticeship")
          .declare();

  static final Table FRAMEWORK =
      table("framework", TableLayer.REFERENCE)
          .grain("One apprenticeship framework pathway")
          .key("fwork_code", "prog_type", "pway_code")
          .required("fwork_code", IntegerType, "FworkCode")
          .required("prog_type", IntegerType, "ProgType")
          .required("pway_code", IntegerType, "PwayCode")
          .text("name", "Name of the framework")
          .number("level", "Level, 2 to 7")
          .text("ssa_t1", "Sector subject area, tier 1")
          .text("ssa_t2", "Sector subject area, tier 2")
          .declare();

  static final Table POSTCODE =
      table("postcode", TableLayer.REFERENCE)
          .grain("One postcode or outward part")
          .key("postcode")
          .required("postcode", StringType, "Postcode or its outward part")
          .text("region", "Region")
          .text("local_authority_code", "ONS code of the local authority")
          .text("local_skills_area", "Local skills improvement plan area")
          .number(
              "deprivation_fifth",
              "Fifth of areas by the index of multiple deprivation, from 1, the most deprived, to 5")
          .declare();
}

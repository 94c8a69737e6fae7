package org.openqar.tables;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createMapType;
import static org.openqar.tables.Table.table;

import org.apache.spark.sql.types.DataType;

/** Rates that others published. An import adds one publication at a time. No run changes them. */
final class PublishedTables {
  private PublishedTables() {}

  private static final DataType FILTERS = createMapType(StringType, StringType, false);

  static final Table PUBLISHED_RATE = publishedRate();

  private static Table publishedRate() {
    Table.Builder builder =
        table("published_rate", TableLayer.REFERENCE)
            .grain("One row of a published achievement-rate table")
            .key("publication", "line")
            .partitionedBy("publication")
            .required("publication", StringType, "The name that the import gave the file")
            .required("line", IntegerType, "Line of the file; the header is line 1")
            .required("layout", StringType, "The layout of conf/layouts that it was read by")
            .required(
                "report_type", StringType, "Which report it publishes, such as apprenticeship")
            .required("measure", StringType, "overall or timely")
            .required("year", IntegerType, "The year counted; 2017 is 2017/18")
            .required("scope", StringType, "national, or provider for a row of one provider")
            .number("ukprn", "The provider; empty in national rows")
            .text("provider_name", "The provider's name as published")
            .required("provider_type", StringType, "Type of provider as published; Total for all")
            .required(
                "dimension",
                StringType,
                "The filters that are not Total, as in qar_provider; total if all are")
            .required(
                "value",
                StringType,
                "The values of these filters, joined in the same way; Total for total")
            .required(
                "wider_filters",
                FILTERS,
                "Filters that already contain the cell, such as the ssa_t1 of an ssa_t2; not part of the dimension")
            .required(
                "other_filters",
                FILTERS,
                "Filters that are not Total and that OpenQAR does not break down by; if there are none, the row can be compared with OpenQAR's");
    for (Figure figure : Figure.values()) {
      if (figure.isRate()) {
        builder.rate(figure.column(), "In per cent, at one decimal");
      } else {
        builder.field(figure.column(), LongType, "As published, mostly to the nearest 10");
      }
      builder.required(
          figure.stateColumn(), StringType, "What was published: " + PublishedState.legend());
      builder.check(
          figure.stateColumn() + "_tells",
          "(%s IS NOT NULL) = (%s = \"value\")".formatted(figure.column(), figure.stateColumn()));
    }
    return builder
        .required(
            "content_hash", StringType, "Hash of all rows of the publication as they were imported")
        .declare();
  }
}

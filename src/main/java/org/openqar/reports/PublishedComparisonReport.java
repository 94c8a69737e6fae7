package org.openqar.reports;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.openqar.reports.PublishedComparison.AGREE;
import static org.openqar.reports.PublishedComparison.DIFFER;
import static org.openqar.reports.PublishedComparison.NOT_COMPARABLE;
import static org.openqar.reports.PublishedComparison.NOT_COMPUTED;
import static org.openqar.reports.PublishedComparison.ONLY_OURS;
import static org.openqar.reports.PublishedComparison.ONLY_THEIRS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;
import org.openqar.tables.Figure;

/** Ours beside what was published, in words and, for who asks for it, as a CSV. */
public final class PublishedComparisonReport implements AutoCloseable {
  private static final int MOST = 12;
  private static final String FILE = "published_comparison.csv";

  private final PublishedComparison comparison;
  private final Dataset<Row> figures;

  public PublishedComparisonReport(PublishedComparison comparison) {
    this.comparison = comparison;
    this.figures = comparison.figures().persist();
  }

  /** How many figures agree, figure by figure, and the largest differences. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "Edition %s, report year %s, beside what was published; within its rounding\n\n"
            .formatted(comparison.edition(), new AcademicYear(comparison.reportYear())));
    text.append(tally());
    long others = comparison.withOtherFilters();
    if (others > 0) {
      text.append(
          "  %,d published rows have filters that we do not break down by, and are left out\n"
              .formatted(others));
    }
    text.append(largest("rates", col("figure").endsWith("_rate")));
    text.append(largest("counts", not(col("figure").endsWith("_rate"))));
    return text.toString();
  }

  private String tally() {
    Map<List<String>, Map<String, Long>> tally = new LinkedHashMap<>();
    for (Row row :
        figures
            .groupBy("publication", "figure", "verdict")
            .agg(count(lit(1)).as("figures"))
            .orderBy("publication")
            .collectAsList()) {
      tally
          .computeIfAbsent(List.of(row.getString(0), row.getString(1)), any -> new TreeMap<>())
          .put(row.getString(2), row.getLong(3));
    }
    TextTable table =
        new TextTable(
            "publication",
            "figure",
            "compared",
            AGREE,
            DIFFER,
            NOT_COMPARABLE,
            NOT_COMPUTED,
            ONLY_OURS,
            ONLY_THEIRS);
    for (String publication : tally.keySet().stream().map(key -> key.get(0)).distinct().toList()) {
      for (String figure : Figure.columns()) {
        Map<String, Long> verdicts = tally.get(List.of(publication, figure));
        if (verdicts != null) {
          long agree = verdicts.getOrDefault(AGREE, 0L);
          long differ = verdicts.getOrDefault(DIFFER, 0L);
          table.row(
              publication,
              figure,
              agree + differ,
              agree,
              differ,
              verdicts.getOrDefault(NOT_COMPARABLE, 0L),
              verdicts.getOrDefault(NOT_COMPUTED, 0L),
              verdicts.getOrDefault(ONLY_OURS, 0L),
              verdicts.getOrDefault(ONLY_THEIRS, 0L));
        }
      }
    }
    return table.toString();
  }

  private String largest(String what, Column which) {
    List<Row> rows =
        figures
            .where(which.and(col("verdict").equalTo(DIFFER)))
            .orderBy(
                abs(col("difference")).desc_nulls_last(),
                col("publication"),
                col("line"),
                col("figure"))
            .takeAsList(MOST);
    if (rows.isEmpty()) {
      return "";
    }
    TextTable table =
        new TextTable(
            "publication",
            "line",
            "year",
            "whose",
            "cell",
            "figure",
            "ours",
            "theirs",
            "difference");
    for (Row row : rows) {
      table.row(
          row.getAs("publication"),
          row.getAs("line"),
          new AcademicYear(row.<Integer>getAs("year")),
          row.getAs("ukprn") == null ? row.getAs("provider_type") : row.getAs("ukprn"),
          "%s: %s".formatted(row.getAs("dimension"), row.getAs("value")),
          row.getAs("figure"),
          row.getAs("ours"),
          row.getAs("theirs") == null ? row.getAs("state") : row.getAs("theirs"),
          row.getAs("difference"));
    }
    return "\nLargest differences in %s\n%s".formatted(what, table);
  }

  /**
   * Writes {@code published_comparison.csv}: every figure with ours, theirs and the verdict.
   *
   * @param folder on any Hadoop file system
   */
  public void write(String folder) {
    DatasetExport.write(
        figures
            .repartition(1)
            .sortWithinPartitions(
                "publication",
                "report_type",
                "measure",
                "year",
                "scope",
                "ukprn",
                "provider_type",
                "dimension",
                "value",
                "figure"),
        folder + "/" + FILE);
  }

  @Override
  public void close() {
    figures.unpersist();
  }
}

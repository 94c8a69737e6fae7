package org.openqar.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.openqar.breakdowns.Dimension;
import org.openqar.calendar.AcademicYear;
import org.openqar.reports.export.ReportCsv;
import org.openqar.reports.export.SortedRows;
import org.openqar.tables.Figure;

/** Presents a comparison of our figures with published ones in words and, on request, as a CSV. */
public final class PublishedComparisonReport implements AutoCloseable {
  private static final int MOST = 12;
  private static final int MOST_TOTALS = 30;
  private static final String FILE = "published_comparison.csv";

  /**
   * Orders by the largest difference first. A pair without a difference, such as one with a low
   * count, comes last.
   */
  private static final Comparator<Row> LARGEST =
      Comparator.<Row, BigDecimal>comparing(
              row ->
                  row.getAs("difference") == null
                      ? null
                      : row.<BigDecimal>getAs("difference").abs(),
              Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(RowOrder.by("publication", "line", "figure"));

  private final PublishedComparison comparison;
  private final SortedRows figures;
  private final Map<String, Map<String, Map<String, Long>>> tally = new TreeMap<>();
  private final List<Row> totals = new ArrayList<>();
  private final PriorityQueue<Row> rates = new PriorityQueue<>(LARGEST.reversed());
  private final PriorityQueue<Row> counts = new PriorityQueue<>(LARGEST.reversed());

  public PublishedComparisonReport(PublishedComparison comparison) {
    this.comparison = comparison;
    this.figures = comparison.figures();
    for (Iterator<Row> all = figures.inOrder(); all.hasNext(); ) {
      add(all.next());
    }
  }

  private void add(Row figure) {
    boolean isRate = Figure.of(figure.getAs("figure")).isRate();
    String verdict = figure.getAs("verdict");
    tally
        .computeIfAbsent(figure.getAs("publication"), any -> new TreeMap<>())
        .computeIfAbsent(figure.getAs("figure"), any -> new TreeMap<>())
        .merge(verdict, 1L, Long::sum);
    if (verdict.equals(FigurePair.DIFFER)) {
      PriorityQueue<Row> largest = isRate ? rates : counts;
      largest.add(figure);
      if (largest.size() > MOST) {
        largest.remove();
      }
    }
    if (isRate
        && figure.getAs("difference") != null
        && Dimension.ALL_OF_IT.equals(figure.getAs("provider_type"))
        && Dimension.TOTAL.name().equals(figure.getAs("dimension"))) {
      totals.add(figure);
    }
  }

  /**
   * Describes how many figures agree, figure by figure, the rates of all aims and the largest
   * differences.
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "Edition %s, report year %s, beside what was published; within its rounding\n\n"
            .formatted(comparison.edition(), new AcademicYear(comparison.reportYear())));
    text.append(tally());
    if (comparison.withOtherFilters() > 0) {
      text.append(
          "  %,d published rows have filters that we do not break down by, and are left out\n"
              .formatted(comparison.withOtherFilters()));
    }
    text.append(totals());
    text.append(largest("rates", rates));
    text.append(largest("counts", counts));
    return text.toString();
  }

  private String tally() {
    TextTable table =
        new TextTable(
            "publication",
            "figure",
            "compared",
            FigurePair.AGREE,
            FigurePair.DIFFER,
            FigurePair.NOT_COMPARABLE,
            FigurePair.NOT_COMPUTED,
            FigurePair.ONLY_OURS,
            FigurePair.ONLY_THEIRS);
    tally.forEach(
        (publication, byFigure) -> {
          for (String figure : Figure.columns()) {
            Map<String, Long> verdicts = byFigure.getOrDefault(figure, Map.of());
            if (!verdicts.isEmpty()) {
              long agree = verdicts.getOrDefault(FigurePair.AGREE, 0L);
              long differ = verdicts.getOrDefault(FigurePair.DIFFER, 0L);
              table.row(
                  publication,
                  figure,
                  agree + differ,
                  agree,
                  differ,
                  verdicts.getOrDefault(FigurePair.NOT_COMPARABLE, 0L),
                  verdicts.getOrDefault(FigurePair.NOT_COMPUTED, 0L),
                  verdicts.getOrDefault(FigurePair.ONLY_OURS, 0L),
                  verdicts.getOrDefault(FigurePair.ONLY_THEIRS, 0L));
            }
          }
        });
    return table.toString();
  }

  private String totals() {
    if (totals.isEmpty()) {
      return "";
    }
    TextTable table =
        new TextTable(
            "publication", "report", "measure", "year", "rate", "ours", "theirs", "points");
    totals.stream()
        .limit(MOST_TOTALS)
        .forEach(
            row ->
                table.row(
                    row.getAs("publication"),
                    row.getAs("report_type"),
                    row.getAs("measure"),
                    new AcademicYear(row.<Integer>getAs("year")),
                    row.<String>getAs("figure").replace("_rate", ""),
                    row.getAs("ours"),
                    row.getAs("theirs"),
                    "%+.1f".formatted(row.<BigDecimal>getAs("difference"))));
    return "\nAll aims together: ours less theirs, in points\n" + table;
  }

  private static String largest(String what, PriorityQueue<Row> largest) {
    if (largest.isEmpty()) {
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
    for (Row row : largest.stream().sorted(LARGEST).toList()) {
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
   * Writes {@code published_comparison.csv}: each figure with our value, the published value and
   * the verdict.
   *
   * @param folder a folder on any Hadoop file system
   */
  public void write(String folder, Configuration hadoop) {
    ReportCsv.write(PublishedComparison.FIGURE, figures.inOrder(), folder + "/" + FILE, hadoop);
  }

  @Override
  public void close() {
    figures.close();
  }
}

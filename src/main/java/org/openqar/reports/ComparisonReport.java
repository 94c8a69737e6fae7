package org.openqar.reports;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;

/** A comparison in words and, for who asks for files, as three CSVs. */
public final class ComparisonReport implements AutoCloseable {
  private static final int MOST = 12;

  private final Dataset<Row> changes;
  private final Dataset<Row> effect;
  private final long changedAims;

  public ComparisonReport(Comparison comparison) {
    this.changes = comparison.changes().persist();
    this.effect = comparison.effect().persist();
    this.changedAims = changes.count();
  }

  /** How many aims are judged otherwise, in all report types. */
  public long changedAims() {
    return changedAims;
  }

  /** The national rates of a year that move, as {@link Comparison#effect()} has them. */
  List<Row> national(int year) {
    return effect
        .where(col("ukprn").isNull().and(col("year").equalTo(year)))
        .orderBy("report_type")
        .collectAsList();
  }

  /** The national rates that move, the providers that move most, and the aims behind it. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("%d aims are judged otherwise.\n".formatted(changedAims));
    if (changedAims == 0) {
      return text.toString();
    }
    text.append("\nNational rates\n").append(HEADER);
    for (Row row : effect.where(col("ukprn").isNull()).collectAsList()) {
      text.append(line(row, "all providers"));
    }
    text.append("\nProviders whose rates move most\n").append(HEADER);
    for (Row row :
        effect
            .where(col("ukprn").isNotNull().and(col("points").isNotNull()))
            .orderBy(abs(col("points")).desc(), col("ukprn"), col("year").desc())
            .takeAsList(MOST)) {
      text.append(line(row, String.valueOf(row.<Integer>getAs("ukprn"))));
    }
    text.append("\nAims that change, most first\n");
    List<Row> kinds = Comparison.tally(changes).takeAsList(MOST + 1);
    for (Row row : kinds.subList(0, Math.min(MOST, kinds.size()))) {
      text.append(kind(row));
    }
    if (kinds.size() > MOST) {
      text.append("  ... --out writes all of them\n");
    }
    return text.toString();
  }

  private static final String HEADER =
      "  %-26s %-14s %-8s %19s %19s %15s %7s\n"
          .formatted("report", "", "year", "leavers", "achievers", "rate", "points");

  private static String line(Row row, String who) {
    return "  %-26s %-14s %-8s %19s %19s %15s %7s\n"
        .formatted(
            row.getAs("report_type"),
            who,
            new AcademicYear(row.<Integer>getAs("year")),
            pair(row, "leavers"),
            pair(row, "achievers"),
            pair(row, "rate"),
            row.getAs("points") == null ? "" : "%+.1f".formatted(points(row)));
  }

  private static double points(Row row) {
    return ((Number) row.getAs("points")).doubleValue();
  }

  private static String pair(Row row, String column) {
    return "%s -> %s"
        .formatted(shown(row.getAs(column + "_before")), shown(row.getAs(column + "_after")));
  }

  private static String shown(Object value) {
    return Objects.toString(value, "-");
  }

  private static String kind(Row row) {
    return "  %6d  %s: %s -> %s%s\n"
        .formatted(
            row.<Long>getAs("aims"),
            row.getAs("report_type"),
            standing(row, "before"),
            standing(row, "after"),
            because(row));
  }

  private static String standing(Row row, String side) {
    Object status = row.getAs("status_" + side);
    Integer year = row.getAs("year_" + side);
    return (status == null ? "not in it" : status)
        + (year == null ? "" : " " + new AcademicYear(year));
  }

  private static String because(Row row) {
    String no = row.getAs("rules_before_only");
    String now = row.getAs("rules_after_only");
    return (no.isEmpty() ? "" : "; no longer " + no) + (now.isEmpty() ? "" : "; now " + now);
  }

  /**
   * Writes {@code changes.csv}, {@code tally.csv} and {@code effect.csv}.
   *
   * @param folder on any Hadoop file system
   */
  public void write(String folder) {
    DatasetExport.write(
        changes
            .repartition(1)
            .sortWithinPartitions("report_type", "ukprn", "return_id", "learner_no", "delivery_no"),
        folder + "/changes.csv");
    DatasetExport.write(Comparison.tally(changes).coalesce(1), folder + "/tally.csv");
    DatasetExport.write(effect.coalesce(1), folder + "/effect.csv");
  }

  @Override
  public void close() {
    changes.unpersist();
    effect.unpersist();
  }
}

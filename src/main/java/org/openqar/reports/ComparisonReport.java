package org.openqar.reports;

import java.util.List;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;
import org.openqar.reports.export.ReportCsv;
import org.openqar.reports.export.SortedRows;

/** Presents a comparison in words and, on request, as three CSVs. */
public final class ComparisonReport implements AutoCloseable {
  private static final int MOST = 12;

  private final SortedRows changes;
  private final ChangeKinds kinds = new ChangeKinds();
  private final Effect effect;

  public ComparisonReport(Comparison comparison) {
    this.changes = comparison.changes();
    this.effect = comparison.effect();
    changes.inOrder().forEachRemaining(kinds::add);
  }

  /** Returns how many aims have a different verdict, in all report types. */
  public long changedAims() {
    return kinds.aims();
  }

  /** Returns the national rates of a year that move, by report type. */
  List<Row> national(int year) {
    return effect.national().stream().filter(row -> row.<Integer>getAs("year") == year).toList();
  }

  /**
   * Describes the national rates that move, the providers that move most, and the aims that cause
   * this.
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("%d aims have another verdict.\n".formatted(changedAims()));
    if (changedAims() == 0) {
      return text.toString();
    }
    text.append("\nRates of all providers read\n").append(HEADER);
    effect.national().forEach(row -> text.append(line(row, "all providers")));
    text.append("\nProviders whose rates move most\n").append(HEADER);
    effect.largest().stream()
        .limit(MOST)
        .forEach(row -> text.append(line(row, String.valueOf(row.<Integer>getAs("ukprn")))));
    text.append("\nAims that change, most first\n");
    kinds.mostFirst().stream().limit(MOST).forEach(row -> text.append(kind(row)));
    if (kinds.mostFirst().size() > MOST) {
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
   * @param folder a folder on any Hadoop file system
   */
  public void write(String folder, Configuration hadoop) {
    ReportCsv.write(Comparison.CHANGE, changes.inOrder(), folder + "/changes.csv", hadoop);
    ReportCsv.write(ChangeKinds.KIND, kinds.mostFirst().iterator(), folder + "/tally.csv", hadoop);
    ReportCsv.write(Effect.MOVED, effect.rows().iterator(), folder + "/effect.csv", hadoop);
  }

  @Override
  public void close() {
    changes.close();
  }
}

package org.openqar.reports;

import static org.openqar.reports.SummaryReport.MOST;
import static org.openqar.reports.SummaryReport.whole;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;
import org.openqar.config.Settings;
import org.openqar.pipeline.Mergers.Merger;
import org.openqar.reports.Tally.Kind;
import org.openqar.rules.Edition;
import org.openqar.tables.Filter;
import org.openqar.tables.Rows;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;

/** Summarises the aims of an edition and report year and their status. */
final class AimsSummary {
  private static final List<String> STATUSES =
      List.of("QAR Inclusion", "QAR Exclusion", "Continuing", "Future");

  private static final Comparator<Kind> MOST_FIRST =
      Comparator.comparingLong(Kind::times)
          .reversed()
          .thenComparingInt(kind -> kind.number(0))
          .thenComparing(kind -> kind.text(1));

  private final TableReader reader;
  private final Settings settings;
  private final Filter ours;
  private final Tally returned = Tally.none();
  private final Map<Integer, Tally> moved = new TreeMap<>();
  private boolean read;

  AimsSummary(TableReader reader, Settings settings, Edition edition) {
    this.reader = reader;
    this.settings = settings;
    this.ours = Filter.of(edition.edition(), settings.reportYear());
  }

  String text() {
    readAims();
    TextTable table = new TextTable("year", "aims in final returns");
    for (int year = settings.firstLoadedYear(); year <= settings.lastLoadedYear(); year++) {
      table.row(new AcademicYear(year), whole(returned.of(year)));
    }
    return table + statuses() + unusable();
  }

  /** Says what a merger did: how many of a provider's aims now count as another's. */
  String moved(Merger merger) {
    readAims();
    Tally its = moved.getOrDefault(merger.oldUkprn(), Tally.none());
    return ": %s of the %s aims that it returned"
        .formatted(whole(its.of(true)), whole(its.of(true) + its.of(false)));
  }

  /** Reads a few columns of all aims, once. */
  private void readAims() {
    if (read) {
      return;
    }
    read = true;
    try (Rows aims =
        reader.read(
            Tables.AIM, List.of("ukprn", "history.funding_year", "history.returned_ukprn"), ours)) {
      while (aims.hasNext()) {
        Row aim = aims.next();
        Set<Integer> providers = new TreeSet<>();
        for (Row record : aim.<Row>getList(1)) {
          returned.add(record.<Integer>getAs("funding_year"));
          providers.add(record.getAs("returned_ukprn"));
        }
        for (Integer provider : providers) {
          moved.computeIfAbsent(provider, any -> Tally.none()).add(!provider.equals(aim.getInt(0)));
        }
      }
    }
  }

  /** Counts the aims of each report type by status. */
  private String statuses() {
    Tally aims = Tally.of(reader, Tables.QAR_AIM, ours, "report_type", "qar_status");
    TreeSet<String> reports = new TreeSet<>();
    aims.kinds().forEach(kind -> reports.add(kind.text(0)));
    if (reports.isEmpty()) {
      return "  No aim that a report counts is in a final return (R14) of %s; in-year returns are loaded, but they give no rate.\n"
          .formatted(settings.loadedYears());
    }
    TextTable table =
        new TextTable("report", "QAR Inclusion", "QAR Exclusion", "Continuing", "Future");
    for (String report : reports) {
      Object[] cells = new Object[1 + STATUSES.size()];
      cells[0] = report;
      for (int i = 0; i < STATUSES.size(); i++) {
        cells[i + 1] = whole(aims.of(report, STATUSES.get(i)));
      }
      table.row(cells);
    }
    return table.toString();
  }

  /** Lists the aims that cannot be judged, provider by provider. */
  private String unusable() {
    List<Kind> providers =
        Tally.of(
                reader,
                Tables.QAR_AIM,
                ours.and(Filter.equal("data_quality_excl", true)),
                "ukprn",
                "report_type")
            .kinds()
            .stream()
            .sorted(MOST_FIRST)
            .toList();
    if (providers.isEmpty()) {
      return "  Unusable, because a deciding value cannot be read: none\n";
    }
    StringBuilder text =
        new StringBuilder(
            "  Unusable, because a deciding value cannot be read (rule ALL-EXC-06, aim by aim in"
                + " return_issue):\n");
    providers.stream()
        .limit(MOST)
        .forEach(
            kind ->
                text.append(
                    "    %d, %s: %d\n".formatted(kind.number(0), kind.text(1), kind.times())));
    return text.append(
            providers.size() > MOST ? "    ... the others are in qar_aim, data_quality_excl\n" : "")
        .toString();
  }
}

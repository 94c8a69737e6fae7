package org.openqar.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the answers: by provider, for the nation, and where a quarter of the providers begins. */
final class ExpectedMeasures {

  private static final int YEARS = 5;
  private static final int MINIMUM_LEAVERS = 5;
  private static final int QUARTERS = 4;

  private final int reportYear;
  private final SortedMap<Cell, Counts> byProvider = new TreeMap<>();
  private final SortedMap<Cell, Counts> national = new TreeMap<>();

  ExpectedMeasures(int reportYear) {
    this.reportYear = reportYear;
  }

  void add(ExpectedAim aim, Provider provider) {
    Answer answer = aim.answer();
    if (!answer.isLeaver(reportYear) || answer.hybridEndYear() <= reportYear - YEARS) {
      return;
    }
    count(byProvider, aim, String.valueOf(provider.ukprn()));
    count(national, aim, Cell.TOTAL);
    count(national, aim, provider.type());
  }

  private void count(SortedMap<Cell, Counts> counts, ExpectedAim aim, String whose) {
    for (Cell cell : Cell.of(aim, whose)) {
      counts
          .computeIfAbsent(cell, first -> new Counts())
          .add(aim.answer().isCompleter(reportYear), aim.answer().isAchiever(reportYear));
    }
  }

  void write(Path folder) throws IOException {
    rates(folder.resolve("qar_provider.csv"), "ukprn", byProvider);
    rates(folder.resolve("qar_national.csv"), "provider_type", national);
    thresholds(folder.resolve("quartile_threshold.csv"));
  }

  private static void rates(Path path, String whose, SortedMap<Cell, Counts> counts)
      throws IOException {
    try (Csv csv =
        new Csv(
            path,
            "report_type",
            "year",
            whose,
            "dimension",
            "value",
            "leavers",
            "completers",
            "achievers",
            "achievement_rate",
            "retention_rate",
            "pass_rate")) {
      for (Map.Entry<Cell, Counts> entry : counts.entrySet()) {
        Cell cell = entry.getKey();
        Counts count = entry.getValue();
        csv.row(
            cell.reportType(),
            cell.year(),
            cell.whose(),
            cell.dimension(),
            cell.value(),
            count.leavers(),
            count.completers(),
            count.achievers(),
            count.percent(Rate.ACHIEVEMENT),
            count.percent(Rate.RETENTION),
            count.percent(Rate.PASS));
      }
    }
  }

  private void thresholds(Path path) throws IOException {
    try (Csv csv =
        new Csv(
            path,
            "report_type",
            "year",
            "rate",
            "dimension",
            "value",
            "providers",
            "q1",
            "q2",
            "q3")) {
      for (Map.Entry<Cell, List<Integer>> set : ranked().entrySet()) {
        Cell cell = set.getKey();
        List<Integer> rates = set.getValue();
        Collections.sort(rates);
        csv.row(
            cell.reportType(),
            cell.year(),
            cell.whose(),
            cell.dimension(),
            cell.value(),
            rates.size(),
            Counts.percent(threshold(rates, 1)),
            Counts.percent(threshold(rates, 2)),
            Counts.percent(threshold(rates, 3)));
      }
    }
  }

  /** For every set that occurs, the rates that take part in it. */
  private SortedMap<Cell, List<Integer>> ranked() {
    SortedMap<Cell, List<Integer>> sets = new TreeMap<>();
    byProvider.forEach(
        (cell, counts) -> {
          for (Rate rate : Rate.values()) {
            Cell set =
                new Cell(
                    cell.reportType(), cell.year(), rate.column(), cell.dimension(), cell.value());
            List<Integer> rates = sets.computeIfAbsent(set, first -> new ArrayList<>());
            Integer tenths = counts.tenths(rate);
            if (counts.leavers() >= MINIMUM_LEAVERS && tenths != null) {
              rates.add(tenths);
            }
          }
        });
    return sets;
  }

  /** The lowest rate above k quarters of the providers; none with fewer than four. */
  static Integer threshold(List<Integer> ascending, int k) {
    int n = ascending.size();
    return n < QUARTERS ? null : ascending.get((k * n + QUARTERS - 1) / QUARTERS);
  }
}

package org.openqar.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openqar.csv.CsvFile;

/** Counts the answers by provider and for the nation, and finds the quartile thresholds. */
final class ExpectedMeasures {

  static final int YEARS = 5;
  private static final int MINIMUM_LEAVERS = 5;
  private static final int QUARTERS = 4;

  private final int reportYear;
  private final SortedMap<ExpectedCell, ExpectedCounts> byProvider = new TreeMap<>();
  private final SortedMap<ExpectedCell, ExpectedCounts> national = new TreeMap<>();
  private final SortedMap<ExpectedCell, ExpectedCounts> pairs = new TreeMap<>();

  ExpectedMeasures(int reportYear) {
    this.reportYear = reportYear;
  }

  void add(ExpectedAim aim, Provider provider) {
    Answer answer = aim.answer();
    if (!answer.isLeaver(reportYear) || answer.hybridEndYear() <= reportYear - YEARS) {
      return;
    }
    count(byProvider, aim, String.valueOf(provider.ukprn()));
    count(national, aim, ExpectedCell.TOTAL);
    count(national, aim, provider.type());
    for (String whose : List.of(String.valueOf(provider.ukprn()), ExpectedCell.TOTAL)) {
      count(pairs, aim, ExpectedCell.pair(aim, whose));
    }
  }

  private void count(
      SortedMap<ExpectedCell, ExpectedCounts> counts, ExpectedAim aim, String whose) {
    ExpectedCell.of(aim, whose).forEach(cell -> count(counts, aim, cell));
  }

  private void count(
      SortedMap<ExpectedCell, ExpectedCounts> counts, ExpectedAim aim, ExpectedCell cell) {
    counts
        .computeIfAbsent(cell, first -> new ExpectedCounts())
        .add(aim.answer().isCompleter(reportYear), aim.answer().isAchiever(reportYear));
  }

  void write(Path folder) throws IOException {
    rates(folder.resolve("qar_provider.csv"), "ukprn", byProvider);
    rates(folder.resolve("qar_national.csv"), "provider_type", national);
    SortedMap<ExpectedCell, List<Integer>> ranked = ranked();
    thresholds(folder.resolve("quartile_threshold.csv"), ranked);
    new ExpectedPlaces(byProvider, national, pairs, ranked)
        .write(folder.resolve("provider_benchmark.csv"));
  }

  private static void rates(Path path, String whose, SortedMap<ExpectedCell, ExpectedCounts> counts)
      throws IOException {
    try (CsvFile csv =
        new CsvFile(
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
      for (Map.Entry<ExpectedCell, ExpectedCounts> entry : counts.entrySet()) {
        ExpectedCell cell = entry.getKey();
        ExpectedCounts count = entry.getValue();
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

  private static void thresholds(Path path, SortedMap<ExpectedCell, List<Integer>> ranked)
      throws IOException {
    try (CsvFile csv =
        new CsvFile(
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
      for (Map.Entry<ExpectedCell, List<Integer>> set : ranked.entrySet()) {
        ExpectedCell cell = set.getKey();
        List<Integer> rates = set.getValue();
        csv.row(
            cell.reportType(),
            cell.year(),
            cell.whose(),
            cell.dimension(),
            cell.value(),
            rates.size(),
            ExpectedCounts.percent(threshold(rates, 1)),
            ExpectedCounts.percent(threshold(rates, 2)),
            ExpectedCounts.percent(threshold(rates, 3)));
      }
    }
  }

  /** Returns the ranked rates of every set that occurs, in ascending order. */
  private SortedMap<ExpectedCell, List<Integer>> ranked() {
    SortedMap<ExpectedCell, List<Integer>> sets = new TreeMap<>();
    byProvider.forEach(
        (cell, counts) -> {
          for (Rate rate : Rate.values()) {
            List<Integer> rates =
                sets.computeIfAbsent(cell.of(rate.column()), first -> new ArrayList<>());
            if (isRanked(counts, rate)) {
              rates.add(counts.tenths(rate));
            }
          }
        });
    sets.values().forEach(Collections::sort);
    return sets;
  }

  static boolean isRanked(ExpectedCounts counts, Rate rate) {
    return counts.leavers() >= MINIMUM_LEAVERS && counts.tenths(rate) != null;
  }

  /** Returns the lowest rate above k quarters of the providers, or null with fewer than four. */
  static Integer threshold(List<Integer> ascending, int k) {
    int n = ascending.size();
    return n < QUARTERS ? null : ascending.get((k * n + QUARTERS - 1) / QUARTERS);
  }
}

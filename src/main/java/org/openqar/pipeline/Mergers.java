package org.openqar.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.openqar.reference.ReferenceFiles;
import org.openqar.returns.Returns;
import org.openqar.tables.Filter;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;

/** The providers that merged into others. */
public record Mergers(List<Merger> all) {

  /**
   * One merger.
   *
   * @param fromYear the first academic year that the survivor returns; 2022 is 2022/23
   */
  public record Merger(int oldUkprn, int newUkprn, int fromYear) {}

  /**
   * Reads the mergers from the reference data.
   *
   * @throws org.openqar.messages.UserException if their file cannot be used
   */
  static Mergers of(ReferenceFiles reference) {
    return of(reference.mergers());
  }

  /** Reads the mergers from the reference data of the last run. */
  static Mergers of(TableReader tables) {
    return of(
        tables.list(Tables.PROVIDER_MERGER, Tables.PROVIDER_MERGER.columnNames(), Filter.all()));
  }

  private static Mergers of(List<Row> rows) {
    List<String> columns = Tables.PROVIDER_MERGER.columnNames();
    int oldUkprn = columns.indexOf("old_ukprn");
    int newUkprn = columns.indexOf("new_ukprn");
    int fromYear = columns.indexOf("from_year");
    return new Mergers(
        rows.stream()
            .map(
                row -> new Merger(row.getInt(oldUkprn), row.getInt(newUkprn), row.getInt(fromYear)))
            .toList());
  }

  /** Keeps the gaps of years in which the provider still existed. */
  List<Returns.Gap> without(List<Returns.Gap> gaps) {
    return gaps.stream()
        .filter(
            gap ->
                all.stream()
                    .noneMatch(
                        merger ->
                            merger.oldUkprn() == gap.ukprn()
                                && merger.fromYear() <= gap.year().start()))
        .toList();
  }

  /** Returns the years without a final return, by the provider for which the aims count. */
  Map<Integer, Set<Integer>> bySurvivor(List<Returns.Gap> gaps, int reportYear) {
    Map<Integer, Integer> survivors = new TreeMap<>();
    for (Merger merger : all) {
      if (merger.fromYear() <= reportYear) {
        survivors.put(merger.oldUkprn(), merger.newUkprn());
      }
    }
    Map<Integer, Set<Integer>> years = new TreeMap<>();
    for (Returns.Gap gap : gaps) {
      int ukprn = gap.ukprn();
      for (int step = 0; step < survivors.size() && survivors.containsKey(ukprn); step++) {
        ukprn = survivors.get(ukprn);
      }
      years.computeIfAbsent(ukprn, any -> new TreeSet<>()).add(gap.year().start());
    }
    return years;
  }
}

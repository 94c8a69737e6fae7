package org.openqar.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds cells that have no row because nobody is in them. A reader knows that a missing row means
 * nobody, so its absence beside a {@code low} of 1 to 4 reveals something. A row of {@code low} in
 * its place reveals only 0 to 4.
 */
final class AbsentCells {
  private AbsentCells() {}

  /** The owner of cells: a provider, or the nation's providers of one type. */
  private record Whose(int ukprn, String providerType) {}

  /**
   * Returns the cells that the nation has, and that a provider or a type of provider lacks although
   * it has other cells.
   *
   * @param cells of one report type, measure and year
   */
  static List<CellPlace> among(Collection<CellPlace> cells) {
    Set<CellPlace> there = Set.copyOf(cells);
    Set<Whose> all = new LinkedHashSet<>();
    Set<List<String>> values = new LinkedHashSet<>();
    for (CellPlace cell : cells) {
      all.add(new Whose(cell.ukprn(), cell.providerType()));
      if (cell.isNational()) {
        values.add(cell.values());
      }
    }
    List<CellPlace> absent = new ArrayList<>();
    for (Whose whose : all) {
      for (List<String> value : values) {
        CellPlace cell = new CellPlace(whose.ukprn(), whose.providerType(), value);
        if (!there.contains(cell)) {
          absent.add(cell);
        }
      }
    }
    return absent;
  }
}

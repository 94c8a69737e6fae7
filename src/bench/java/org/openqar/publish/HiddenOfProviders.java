package org.openqar.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How many leavers there are in the cells of providers that a package hides: whether these are too
 * small to be shown by anybody, or hidden for the sake of others.
 */
final class HiddenOfProviders {
  /** Fewest leavers of each band. */
  private static final List<Integer> BANDS = List.of(1, 5, 10, 20, 50);

  private final long[] cells = new long[BANDS.size()];
  private final long[] hidden = new long[BANDS.size()];

  /**
   * Counts them.
   *
   * @param truth the folder in which nothing is hidden
   */
  HiddenOfProviders(Path truth, Path folder) throws IOException {
    for (String system : PackageCells.systems(folder)) {
      Map<String, TrueCounts> counts = PackageCells.truth(truth, system);
      for (PublishedCell cell : PackageCells.of(folder, system)) {
        if (!cell.isNational()) {
          int band = band(counts.get(cell.key()).leavers());
          cells[band]++;
          hidden[band] += Figures.CONFIDENTIAL.equals(cell.figures().get(Indicator.LEAVERS.column())) ? 1 : 0;
        }
      }
    }
  }

  private static int band(long leavers) {
    return (int) BANDS.stream().filter(fewest -> fewest <= leavers).count() - 1;
  }

  /** One line a band: its fewest leavers, its cells, how many of these are hidden. */
  void print() {
    for (int band = 0; band < cells.length; band++) {
      System.out.printf("BAND %d %d %d%n", BANDS.get(band), cells[band], hidden[band]);
    }
  }
}

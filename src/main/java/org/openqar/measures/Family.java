package org.openqar.measures;

import java.util.ArrayList;
import java.util.List;
import org.openqar.breakdowns.About;
import org.openqar.breakdowns.Dimension;

/**
 * A family of dimensions whose columns have few combinations of values among one provider's aims.
 * The job counts together the aims with the same values in all these columns, before it puts them
 * into cells.
 *
 * @param columns the columns of its dimensions
 * @param dimensions the dimensions that need no other columns; each dimension is in one family
 */
record Family(List<String> columns, List<Dimension> dimensions) {
  /**
   * The families, one for each subject of breakdowns. A dimension with several subjects is in the
   * last.
   */
  static final List<Family> ALL = all();

  private static List<Family> all() {
    List<Dimension> left = new ArrayList<>(Dimension.ALL);
    List<Family> families = new ArrayList<>();
    for (About about : About.values()) {
      boolean last = about == About.values()[About.values().length - 1];
      List<Dimension> its =
          left.stream()
              .filter(one -> last || one.breakdowns().stream().allMatch(it -> it.about() == about))
              .toList();
      left.removeAll(its);
      if (!its.isEmpty()) {
        families.add(
            new Family(
                its.stream().flatMap(one -> one.columns().stream()).distinct().toList(), its));
      }
    }
    return List.copyOf(families);
  }
}

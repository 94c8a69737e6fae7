package org.openqar.measures;

import java.util.ArrayList;
import java.util.List;
import org.openqar.breakdowns.About;
import org.openqar.breakdowns.Dimension;

/**
 * Dimensions whose columns have few combinations of values among one provider's aims, so that aims
 * which are alike in all of them can be counted before they are put into cells.
 *
 * @param columns what its dimensions are made of
 * @param dimensions those that are made of no other columns; each dimension is in one family
 */
record Family(List<String> columns, List<Dimension> dimensions) {
  /** One for each thing that breakdowns are about; what is about several is in the last. */
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

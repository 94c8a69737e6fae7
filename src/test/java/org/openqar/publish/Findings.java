package org.openqar.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.openqar.publish.Attack.Quantity;

/**
 * What an attack found out, held to the truth.
 *
 * @param recovered hidden or small counts of which one value is left
 * @param narrowed protected counts of which fewer values are left than the policy promises
 * @param attacked how many counts are hidden or small
 * @param hidden how many cells are hidden
 * @param cells how many there are
 */
record Findings(
    List<String> recovered, List<String> narrowed, int attacked, int hidden, int cells) {
  private static final long SMALL = 4;

  /** Of the narrowest protected counts so many are solved with all sums around them. */
  private static final int SOLVED = 40;

  private record Protected(int cell, Quantity quantity, long width) {}

  /** Of several packages, or parts of one, of which none tells of another. */
  static Findings together(List<Findings> all) {
    return new Findings(
        all.stream().flatMap(one -> one.recovered().stream()).toList(),
        all.stream().flatMap(one -> one.narrowed().stream()).toList(),
        all.stream().mapToInt(Findings::attacked).sum(),
        all.stream().mapToInt(Findings::hidden).sum(),
        all.stream().mapToInt(Findings::cells).sum());
  }

  static Findings of(
      List<PublishedCell> cells, Attack.Knowledge knowledge, Map<String, TrueCounts> truth) {
    List<TrueCounts> counted = cells.stream().map(cell -> truth.get(cell.key())).toList();
    Attack attack =
        new Attack(
            cells,
            knowledge,
            (whole, parts) ->
                counted.get(whole).leavers()
                    == parts.stream().mapToLong(part -> counted.get(part).leavers()).sum());
    int width = Math.max(1, knowledge.policy().width());
    List<Protected> all = new ArrayList<>();
    List<String> recovered = new ArrayList<>();
    List<String> narrowed = new ArrayList<>();
    int attacked = 0;
    int hidden = 0;
    for (int cell = 0; cell < cells.size(); cell++) {
      PublishedCell one = cells.get(cell);
      TrueCounts counts = counted.get(cell);
      boolean isHidden = Figures.CONFIDENTIAL.equals(one.figures().get("leaver_count"));
      hidden += isHidden ? 1 : 0;
      for (Quantity quantity : Quantity.values()) {
        if (counts.completers() != null || quantity.isOfTimely()) {
          long value = quantity.of(counts);
          if (!attack.allows(cell, quantity, value)) {
            throw new AssertionError("the attack excludes the truth of " + one + " " + quantity);
          }
          boolean small = value <= SMALL && (value > 0 || quantity.ordinal() > 2);
          if (isHidden || small) {
            attacked++;
            long left = attack.width(cell, quantity);
            String what = "%s %s: %d of %d left".formatted(one.key(), quantity, left, width);
            if (left == 1 && (isHidden || value > 0)) {
              recovered.add(what);
            }
            if (left < width) {
              narrowed.add(what);
            } else {
              all.add(new Protected(cell, quantity, left));
            }
          }
        }
      }
    }
    if (knowledge.policy().width() > 0) {
      all.stream()
          .sorted(Comparator.comparingLong(Protected::width))
          .limit(SOLVED)
          .forEach(
              one -> {
                long left = attack.solvedWidth(one.cell(), one.quantity());
                if (left < knowledge.policy().together()) {
                  narrowed.add(
                      "%s %s: %d of %d left when solved"
                          .formatted(
                              cells.get(one.cell()).key(),
                              one.quantity(),
                              left,
                              knowledge.policy().together()));
                }
              });
    }
    return new Findings(recovered, narrowed, attacked, hidden, cells.size());
  }
}

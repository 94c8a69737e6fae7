package org.openqar.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqar.matching.AimKey.TrainingKey;

/**
 * Finds breaks and their restarts (qar-rules 3.5, 9.13, 9.21). A restart has the same aim and
 * programme, has RES 1, and starts on or after the end of the earlier part. Its original start is
 * the start or the original start of the earlier part. The restart of a standard may lack an
 * original start if it starts within some months.
 */
final class Restarts {
  private static final Comparator<Chain> EARLIEST =
      Comparator.comparing(Chain::start).thenComparing(Chain::id);

  private final int monthsWithoutOriginalStart;
  private final Map<TrainingKey, List<Chain>> restarting = new HashMap<>();
  private final Map<TrainingKey, List<Chain>> left = new HashMap<>();

  /**
   * Sorts the aims of one learner.
   *
   * @param chains all aims of one person at one provider
   */
  Restarts(List<Chain> chains, int monthsWithoutOriginalStart) {
    this.monthsWithoutOriginalStart = monthsWithoutOriginalStart;
    for (Chain chain : chains) {
      if (chain.values().inSomeReport()) {
        if (chain.values().restart()) {
          put(restarting, chain);
        }
        if (chain.returned() && chain.values().ending().left()) {
          put(left, chain);
        }
      }
    }
  }

  /**
   * The restart of a break.
   *
   * @param first the restart that starts first
   * @param firstYear the first final return with a restart; any restart in time saves the break
   * @param firstLookAhead the first year whose R04 has a restart
   */
  record Found(Chain first, Integer firstYear, Integer firstLookAhead) {
    static final Found NOTHING = new Found(null, null, null);
  }

  /** Finds the restart of an aim, if the aim is a break. */
  Found of(Chain chain) {
    if (!chain.values().ending().onBreak()) {
      return Found.NOTHING;
    }
    Found found = Found.NOTHING;
    for (Chain later : restarting.getOrDefault(chain.key().training(), List.of())) {
      if (restarts(later, later.start(), chain, chain.values().start())) {
        found =
            new Found(
                found.first == null || EARLIEST.compare(later, found.first) < 0
                    ? later
                    : found.first,
                least(found.firstYear, later.firstYear()),
                least(found.firstLookAhead, later.firstLookAhead()));
      }
    }
    return found;
  }

  /**
   * Finds the earlier parts that an aim continues, if the aim is a restart. They are in the order
   * of their ids.
   */
  List<Chain> earlierParts(Chain chain) {
    if (!chain.values().restart()) {
      return List.of();
    }
    List<Chain> parts = new ArrayList<>();
    for (Chain earlier : left.getOrDefault(chain.key().training(), List.of())) {
      if (restarts(chain, chain.values().start(), earlier, earlier.start())) {
        parts.add(earlier);
      }
    }
    parts.sort(Comparator.comparing(Chain::id));
    return parts;
  }

  /** Whether one aim restarts another of the same training. */
  private boolean restarts(Chain later, LocalDate start, Chain earlier, LocalDate startOfEarlier) {
    Dates of = earlier.values().dates();
    LocalDate original = later.values().dates().originalStart();
    return !later.id().equals(earlier.id())
        && start != null
        && of.actualEnd() != null
        && !start.isBefore(of.actualEnd())
        && (original == null
            ? earlier.key().training().standard() != null
                && !start.isAfter(of.actualEnd().plusMonths(monthsWithoutOriginalStart))
            : original.equals(startOfEarlier) || original.equals(of.originalStart()));
  }

  private static void put(Map<TrainingKey, List<Chain>> byTraining, Chain chain) {
    byTraining.computeIfAbsent(chain.key().training(), any -> new ArrayList<>()).add(chain);
  }

  private static Integer least(Integer one, Integer other) {
    return one == null ? other : other == null ? one : Integer.valueOf(Math.min(one, other));
  }
}

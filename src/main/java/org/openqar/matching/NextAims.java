package org.openqar.matching;

import static org.openqar.rules.Codes.PROGRAMME_AIM;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the learner's next programme on other training, and the next aim of any kind, that began on
 * or after the end of an aim (qar-rules 3.9 X-XFER, 9.22). An aim whose AimType or ProgType keeps
 * it out of every report is never a next aim (9.11).
 */
final class NextAims {
  private final List<Chain> aims;
  private final List<Chain> programmes;

  /** For each programme, the place of the next one on other training. */
  private final int[] nextOther;

  /**
   * Sorts the aims of one learner.
   *
   * @param chains all aims of one person at one provider
   */
  NextAims(List<Chain> chains) {
    this.aims =
        chains.stream()
            .filter(chain -> chain.start() != null && chain.values().inSomeReport())
            .sorted(Comparator.comparing(Chain::start).thenComparing(Chain::id))
            .toList();
    this.programmes = aims.stream().filter(NextAims::isProgramme).toList();
    this.nextOther = new int[programmes.size()];
    for (int place = programmes.size() - 1; place >= 0; place--) {
      boolean last = place + 1 == programmes.size();
      nextOther[place] =
          last || !sameProgramme(place, programmes.get(place + 1))
              ? place + 1
              : nextOther[place + 1];
    }
  }

  /**
   * Returns the next programme on other training; null if there is none or the aim has not ended.
   */
  Chain programmeAfter(Chain chain) {
    LocalDate end = chain.values().dates().actualEnd();
    int place = end == null ? programmes.size() : from(programmes, end);
    if (place < programmes.size() && sameProgramme(place, chain)) {
      place = nextOther[place];
    }
    return place < programmes.size() ? programmes.get(place) : null;
  }

  /** Returns the next aim of any kind; null if there is none or the aim has not ended. */
  Chain aimAfter(Chain chain) {
    LocalDate end = chain.values().dates().actualEnd();
    int place = end == null ? aims.size() : from(aims, end);
    if (place < aims.size() && aims.get(place).id().equals(chain.id())) {
      place++;
    }
    return place < aims.size() ? aims.get(place) : null;
  }

  private boolean sameProgramme(int place, Chain chain) {
    return programmes.get(place).key().training().sameProgramme(chain.key().training());
  }

  private static boolean isProgramme(Chain chain) {
    Integer type = chain.key().training().aimType();
    return type != null && type == PROGRAMME_AIM;
  }

  /** Returns the place of the first aim that starts on a day or later. */
  private static int from(List<Chain> sorted, LocalDate day) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).start().isBefore(day)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

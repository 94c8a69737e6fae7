package org.openqar.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqar.matching.Said.Number;

/** Which providers share a learner. */
class MovedLearnersTest {
  @Test
  void whoMovedThroughThreeProvidersLinksAllThree() {
    MovedLearners moved = new MovedLearners();
    moved.add(new Number(2, "B"), new Number(1, "A"));
    moved.add(new Number(3, "C"), new Number(2, "B"));
    assertEquals(Set.of(Set.of(1, 2, 3)), moved.providers());
  }

  @Test
  void twoLearnersOfOneProviderLinkNothingMore() {
    MovedLearners moved = new MovedLearners();
    moved.add(new Number(2, "B"), new Number(1, "A"));
    moved.add(new Number(3, "D"), new Number(2, "C"));
    assertEquals(Set.of(Set.of(1, 2), Set.of(2, 3)), moved.providers());
    assertEquals(Set.of(1, 2), MovedLearners.reached(Set.of(1), moved.providers()));
    assertEquals(Set.of(1, 2, 3), MovedLearners.reached(Set.of(2), moved.providers()));
  }

  @Test
  void aNumberThatChangedWithinAProviderLinksNobody() {
    MovedLearners moved = new MovedLearners();
    moved.add(new Number(1, "B"), new Number(1, "A"));
    assertEquals(Set.of(), moved.providers());
  }
}

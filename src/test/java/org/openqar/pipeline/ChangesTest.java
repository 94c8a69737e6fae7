package org.openqar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqar.tables.ProviderScope;

class ChangesTest {
  private static final CountedReturn OF_ONE = new CountedReturn(1, 2024, 14, "one");
  private static final CountedReturn OF_ONE_AGAIN = new CountedReturn(1, 2024, 14, "one again");
  private static final CountedReturn OF_TWO = new CountedReturn(2, 2024, 14, "two");
  private static final CountedReturn OF_THREE = new CountedReturn(3, 2024, 14, "three");

  @Test
  void theSameReturnsChangeNobody() {
    assertTrue(new Changes().between(Set.of(OF_ONE, OF_TWO), Set.of(OF_TWO, OF_ONE)).isNone());
  }

  @Test
  void aNewerReturnANewOneAndOneThatIsGoneChangeTheirProviders() {
    assertEquals(
        ProviderScope.of(Set.of(1, 2, 3)),
        new Changes().between(Set.of(OF_ONE, OF_TWO), Set.of(OF_ONE_AGAIN, OF_THREE)));
  }

  @Test
  void theSameContentAsAnotherReturnIsAChange() {
    assertEquals(
        ProviderScope.of(Set.of(1)),
        new Changes().between(Set.of(OF_ONE), Set.of(new CountedReturn(1, 2024, 13, "one"))));
  }

  @Test
  void linksAreFollowedThroughAnyNumberOfStepsEitherWay() {
    Changes changes = new Changes();
    changes.link(List.of(OF_TWO), Map.of("two", List.of(1)));
    changes.link(2, 5);
    changes.link(5, 6);
    changes.link(7, 8);
    assertEquals(
        ProviderScope.of(Set.of(1, 2, 5, 6)),
        changes.between(Set.of(OF_ONE, OF_TWO), Set.of(OF_ONE_AGAIN, OF_TWO)));
  }

  @Test
  void aLinkOfTheReturnThatWasReplacedStillCounts() {
    Changes changes = new Changes();
    changes.link(Set.of(OF_ONE), Map.of("one", List.of(3)));
    changes.link(Set.of(OF_ONE_AGAIN), Map.of("one", List.of(3)));
    assertEquals(
        ProviderScope.of(Set.of(1, 3)), changes.between(Set.of(OF_ONE), Set.of(OF_ONE_AGAIN)));
  }
}

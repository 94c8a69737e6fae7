package org.openqar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqar.tables.ProviderScope;

class ChangesTest {
  private static final CountedReturn OF_ONE = returned(1, "one");
  private static final CountedReturn OF_ONE_AGAIN = returned(1, "one again");
  private static final CountedReturn OF_TWO = returned(2, "two");
  private static final CountedReturn OF_THREE = returned(3, "three");

  @Test
  void theSameReturnsChangeNobody() {
    assertTrue(Changes.between(Set.of(OF_ONE, OF_TWO), Set.of(OF_TWO, OF_ONE)).isNone());
  }

  @Test
  void aNewerReturnANewOneAndOneThatIsGoneChangeTheirProviders() {
    assertEquals(
        ProviderScope.of(Set.of(1, 2, 3)),
        Changes.between(Set.of(OF_ONE, OF_TWO), Set.of(OF_ONE_AGAIN, OF_THREE)));
  }

  @Test
  void theSameContentAsAnotherReturnIsAChange() {
    assertEquals(
        ProviderScope.of(Set.of(1)),
        Changes.between(Set.of(OF_ONE), Set.of(new CountedReturn(1, 2024, 13, "one"))));
  }

  private static CountedReturn returned(int ukprn, String content) {
    return new CountedReturn(ukprn, 2024, 14, content);
  }
}

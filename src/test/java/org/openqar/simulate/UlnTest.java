package org.openqar.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UlnTest {

  /** Validation rule ULN_04, worked on the number in the published sample file. */
  @Test
  void thePublishedSampleHasAValidCheckDigit() {
    assertEquals(1_061_484_016L % 10, 10 - Uln.remainder(1_061_484_016L / 10));
  }

  @Test
  void everyNumberHasAValidCheckDigitAndIsItsOwn() {
    IntStream.range(0, 20_000)
        .forEach(
            learner -> {
              long uln = Uln.of(learner);
              int remainder = Uln.remainder(uln / 10);
              assertNotEquals(0, remainder);
              assertEquals(10 - remainder, uln % 10);
              assertEquals(10, String.valueOf(uln).length());
            });
    assertEquals(20_000, IntStream.range(0, 20_000).mapToLong(Uln::of).distinct().count());
  }
}

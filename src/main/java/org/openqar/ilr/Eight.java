package org.openqar.ilr;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time. What is found of each byte is its highest bit, those of the first byte
 * being the lowest.
 */
final class Eight {
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x80 * ONES;
  private static final long LOW = 0x7F * ONES;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Eight() {}

  /** The eight bytes from a place on. */
  static long at(byte[] bytes, int from) {
    return (long) LONGS.get(bytes, from);
  }

  /** Which of the bytes are this one. */
  static long are(long eight, int one) {
    long difference = eight ^ one * ONES;
    return ~((difference & LOW) + LOW | difference | LOW);
  }

  /** Which of the bytes are ASCII and below this one. */
  static long below(long eight, int one) {
    return ~((eight & LOW) + (0x80 - one) * ONES | eight) & HIGH;
  }

  /** Which of the bytes are beyond ASCII. */
  static long beyondAscii(long eight) {
    return eight & HIGH;
  }

  /** All but what was found. */
  static long others(long found) {
    return ~found & HIGH;
  }

  /** How many bytes stand before the first found; 8 if none is. */
  static int before(long found) {
    return Long.numberOfTrailingZeros(found) >>> 3;
  }

  /** The first bytes, so many of them, and zeros; fewer than eight. */
  static long first(long eight, int count) {
    return eight & (1L << 8 * count) - 1;
  }
}

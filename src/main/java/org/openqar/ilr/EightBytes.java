package org.openqar.ilr;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tests eight bytes at a time. The highest bit of each byte of a result says whether the test holds
 * for that byte. The first byte is the lowest.
 */
final class EightBytes {
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x80 * ONES;
  private static final long LOW = 0x7F * ONES;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private EightBytes() {}

  /** Returns the eight bytes from an offset. */
  static long at(byte[] bytes, int from) {
    return (long) LONGS.get(bytes, from);
  }

  /** Finds the bytes that equal this one. */
  static long are(long eight, int one) {
    long difference = eight ^ one * ONES;
    return ~((difference & LOW) + LOW | difference | LOW);
  }

  /** Finds the ASCII bytes below this one. */
  static long below(long eight, int one) {
    return ~((eight & LOW) + (0x80 - one) * ONES | eight) & HIGH;
  }

  /** Finds the bytes beyond ASCII. */
  static long beyondAscii(long eight) {
    return eight & HIGH;
  }

  /** Returns all bytes that a test did not find. */
  static long others(long found) {
    return ~found & HIGH;
  }

  /** Returns the number of bytes before the first found; 8 if none is found. */
  static int before(long found) {
    return Long.numberOfTrailingZeros(found) >>> 3;
  }

  /** Returns the first {@code count} bytes, followed by zeros. The count is below eight. */
  static long first(long eight, int count) {
    return eight & (1L << 8 * count) - 1;
  }
}

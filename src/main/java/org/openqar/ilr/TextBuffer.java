package org.openqar.ilr;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.spark.unsafe.types.UTF8String;

/** The text of one element, joined from its pieces. */
final class TextBuffer {
  private final int limit;
  private char[] text = new char[256];
  private int length;

  TextBuffer(int limit) {
    this.limit = limit;
  }

  void clear() {
    length = 0;
  }

  /** Adds a piece; false if the text would grow over the limit. */
  boolean append(char[] source, int start, int count) {
    if (count > limit - length) {
      return false;
    }
    if (length + count > text.length) {
      text = Arrays.copyOf(text, Math.max(length + count, Math.min(limit, 2 * text.length)));
    }
    System.arraycopy(source, start, text, length, count);
    length += count;
    return true;
  }

  /** The text without XML white space at its ends, or null if nothing is left. */
  UTF8String value() {
    int from = start();
    return utf8(from, end(from));
  }

  /** What the text becomes without white space at its ends, or null if nothing is left. */
  UTF8String value(UnaryOperator<String> becomes) {
    UTF8String value = value();
    return value == null ? null : UTF8String.fromString(becomes.apply(value.toString()));
  }

  /** The outward part of the postcode that the text is, or null if there is none. */
  UTF8String outward() {
    int from = start();
    return utf8(from, from + OutwardPostcode.length(text, from, end(from)));
  }

  private int start() {
    int from = 0;
    while (from < length && isSpace(text[from])) {
      from++;
    }
    return from;
  }

  private int end(int from) {
    int to = length;
    while (to > from && isSpace(text[to - 1])) {
      to--;
    }
    return to;
  }

  private UTF8String utf8(int from, int to) {
    if (from == to) {
      return null;
    }
    byte[] bytes = new byte[to - from];
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c >= 0x80) {
        return UTF8String.fromString(new String(text, from, to - from));
      }
      bytes[i - from] = (byte) c;
    }
    return UTF8String.fromBytes(bytes);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }
}

package org.openqar.ilr;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.spark.unsafe.types.UTF8String;

/** The text of one element, joined from its pieces. */
final class TextBuffer {
  private final int limit;
  private char[] text = new char[256];
  private int length;

  /** The bytes of the text, if the buffer only refers to them. */
  private byte[] ascii;

  private int asciiFrom;
  private int asciiTo;

  TextBuffer(int limit) {
    this.limit = limit;
  }

  void clear() {
    length = 0;
    ascii = null;
  }

  /** Adds a piece. Returns false if the text would grow over the limit. */
  boolean append(char[] source, int start, int count) {
    if (!makeRoom(count)) {
      return false;
    }
    System.arraycopy(source, start, text, length, count);
    length += count;
    return true;
  }

  /**
   * Refers to an ASCII text as the whole text, without copying it. The bytes must not change until
   * the caller asks for the value. Returns false if the text is longer than the limit.
   */
  boolean refer(byte[] source, int from, int to) {
    ascii = source;
    asciiFrom = from;
    asciiTo = to;
    return to - from <= limit;
  }

  private boolean makeRoom(int count) {
    if (count > limit - length) {
      return false;
    }
    if (length + count > text.length) {
      text = Arrays.copyOf(text, Math.max(length + count, Math.min(limit, 2 * text.length)));
    }
    return true;
  }

  /** Returns the text without XML white space at its ends, or null if nothing is left. */
  UTF8String value() {
    if (ascii != null) {
      return valueOfAscii();
    }
    int from = start();
    return utf8(from, end(from));
  }

  /**
   * Returns what a function makes of the text without white space at its ends, or null if nothing
   * is left.
   */
  UTF8String value(UnaryOperator<String> becomes) {
    UTF8String value = value();
    return value == null ? null : UTF8String.fromString(becomes.apply(value.toString()));
  }

  /** Returns the outward part of a postcode, or null if there is none. */
  UTF8String outward() {
    if (ascii != null) {
      char[] copy = new String(ascii, asciiFrom, asciiTo - asciiFrom, ISO_8859_1).toCharArray();
      ascii = null;
      append(copy, 0, copy.length);
    }
    int from = start();
    return utf8(from, from + OutwardPostcode.length(text, from, end(from)));
  }

  private UTF8String valueOfAscii() {
    int from = asciiFrom;
    int to = asciiTo;
    while (from < to && isSpace((char) ascii[from])) {
      from++;
    }
    while (to > from && isSpace((char) ascii[to - 1])) {
      to--;
    }
    return from == to ? null : UTF8String.fromBytes(Arrays.copyOfRange(ascii, from, to));
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

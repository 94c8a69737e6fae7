package org.openqar.ilr;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds the names of the vocabulary by the bytes of a tag. */
final class PlainNames {
  /** The number of bytes after a name that a search may look at. */
  static final int PADDING = 8;

  private final Name[] names;
  private final int shift;

  /** A name. */
  static final class Name {
    private final String text;
    private final int length;

    /**
     * Its bytes in groups of eight. The last group of a long name is its last eight bytes. The only
     * group of a short name holds all its bytes.
     */
    private final long[] words;

    private final int lastWord;

    private Name(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      byte[] padded = Arrays.copyOf(bytes, bytes.length + PADDING);
      this.text = text.intern();
      length = bytes.length;
      lastWord = Math.max(0, length - 8);
      words = new long[(length + 7) / 8];
      for (int i = 0; i < words.length; i++) {
        words[i] = EightBytes.at(padded, Math.min(8 * i, lastWord));
      }
    }

    /** Returns the interned text. */
    String text() {
      return text;
    }

    int length() {
      return length;
    }

    /**
     * Whether the name is at this place, whatever follows it.
     *
     * @param bytes with {@link #PADDING} zeros after the content
     */
    boolean isAt(byte[] bytes, int from) {
      if (length < 8) {
        return EightBytes.first(EightBytes.at(bytes, from), length) == words[0];
      }
      int last = words.length - 1;
      for (int i = 0; i < last; i++) {
        if (EightBytes.at(bytes, from + 8 * i) != words[i]) {
          return false;
        }
      }
      return EightBytes.at(bytes, from + lastWord) == words[last];
    }
  }

  private PlainNames(int places) {
    names = new Name[places];
    shift = Long.numberOfLeadingZeros(places) + 1;
  }

  static PlainNames of(Vocabulary vocabulary) {
    PlainNames all = new PlainNames(Integer.highestOneBit(vocabulary.names().size()) * 8);
    for (String text : vocabulary.names()) {
      Name name = new Name(text);
      int place = all.place(name.words[0], name.words[name.words.length - 1], name.length);
      while (all.names[place] != null) {
        place = place + 1 & all.names.length - 1;
      }
      all.names[place] = name;
    }
    return all;
  }

  /**
   * Returns the name from this place to the end of the tag's name, or null if the vocabulary has no
   * such name.
   *
   * @param bytes with {@link #PADDING} zeros after the content
   */
  Name at(byte[] bytes, int from) {
    int to = from;
    long ends;
    do {
      long eight = EightBytes.at(bytes, to);
      ends = EightBytes.are(eight, '>') | EightBytes.below(eight, '0');
      to += EightBytes.before(ends);
    } while (ends == 0);
    int length = to - from;
    if (length == 0) {
      return null;
    }
    long first = EightBytes.at(bytes, from);
    int place =
        length < 8
            ? place(EightBytes.first(first, length), EightBytes.first(first, length), length)
            : place(first, EightBytes.at(bytes, to - 8), length);
    Name name = names[place];
    while (name != null && !(name.length == length && name.isAt(bytes, from))) {
      place = place + 1 & names.length - 1;
      name = names[place];
    }
    return name;
  }

  private int place(long first, long last, int length) {
    long mixed = (first * 0x9E3779B97F4A7C15L ^ last + length) * 0xC2B2AE3D27D4EB4FL;
    return (int) (mixed >>> shift);
  }
}

package org.openqar.ilr;

import java.io.Serializable;

/**
 * What one reader reads of a file: all of it, or the learners between two offsets.
 *
 * <p>A part is read as a document of its own: unless it is the first, the file's head goes before
 * it; unless it is the last, the root's end tag after it.
 *
 * @param number 0, 1, 2 and so on in the order of the file
 * @param from where it begins: the file's first byte, or the start tag of a Learner
 * @param to where the next part begins, or {@link #END}
 * @param head how many bytes stand before the file's first record
 * @param rootEnd the end tag of the root
 */
record FilePart(IlrFile file, int number, long from, long to, long head, String rootEnd)
    implements Serializable {
  static final long END = Long.MAX_VALUE;

  /** All of a file. */
  static FilePart whole(IlrFile file) {
    return new FilePart(file, 0, 0, END, 0, "");
  }

  boolean isWhole() {
    return from == 0 && to == END;
  }

  boolean isFirst() {
    return from == 0;
  }

  boolean isLast() {
    return to == END;
  }

  /** Where the root's end tag stands in what is read of the part, or {@link #END}. */
  long rootEndAt() {
    if (isLast()) {
      return END;
    }
    return isFirst() ? to : head + to - from;
  }

  /** About how many bytes of XML reading it means. */
  long work() {
    return isWhole() ? file.work() : Math.min(to, file.bytes()) - from;
  }
}

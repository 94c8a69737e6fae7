package org.openqar.ilr;

import java.io.Serializable;

/**
 * What one reader reads of a file: all of it, or the learners between two offsets.
 *
 * <p>A part is read as a document of its own. The file's head goes before every part except the
 * first, and the root's end tag goes after every part except the last.
 *
 * @param number 0, 1, 2 and so on in the order of the file
 * @param from where it begins: the file's first byte, or the start tag of a Learner
 * @param to where the next part begins, or {@link #END}
 * @param head the number of bytes before the file's first record
 * @param rootEnd the end tag of the root
 */
record FilePart(IlrFile file, int number, long from, long to, long head, String rootEnd)
    implements Serializable {
  static final long END = Long.MAX_VALUE;

  /** Returns all of a file as one part. */
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

  /** Returns the offset of the root's end tag within the bytes of the part, or {@link #END}. */
  long rootEndAt() {
    if (isLast()) {
      return END;
    }
    return isFirst() ? to : head + to - from;
  }

  /** Returns about how many bytes of XML the part has. */
  long work() {
    return isWhole() ? file.work() : Math.min(to, file.bytes()) - from;
  }
}

package org.openqar.simulate;

/**
 * The years that have returns, and which of them are read for the last one.
 *
 * @param first the first year with returns
 * @param last the last year with returns, the year reported
 */
record Window(int first, int last) {

  private static final int YEARS_READ = 5;

  /** The first year whose returns are read: at most five years are. */
  int firstRead() {
    return Math.max(first, last - YEARS_READ + 1);
  }

  Years read() {
    return new Years(firstRead(), last);
  }

  Years written() {
    return new Years(first, last);
  }

  /** The years read, some of them left out at either end. */
  Years read(int leaveOutFirst, int leaveOutLast) {
    return new Years(firstRead() + leaveOutFirst, last - leaveOutLast);
  }

  /** The year from which the merged provider's learners are returned by the survivor. */
  int mergerYear() {
    return Math.max(firstRead() + 1, last - 2);
  }

  boolean hasMerger() {
    return mergerYear() <= last;
  }
}

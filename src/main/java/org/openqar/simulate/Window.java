package org.openqar.simulate;

/**
 * The years that have returns, and those that a run reads for the last one.
 *
 * @param first the first year with returns
 * @param last the last year with returns, the reported year
 */
record Window(int first, int last) {

  private static final int YEARS_READ = 5;

  /** Returns the first year whose returns a run reads. It reads at most five years. */
  int firstRead() {
    return Math.max(first, last - YEARS_READ + 1);
  }

  StoryYears read() {
    return new StoryYears(firstRead(), last);
  }

  StoryYears written() {
    return new StoryYears(first, last);
  }

  /** Returns the years that a run reads, without some at either end. */
  StoryYears read(int leaveOutFirst, int leaveOutLast) {
    return new StoryYears(firstRead() + leaveOutFirst, last - leaveOutLast);
  }

  /** Returns the year from which the survivor returns the merged provider's learners. */
  int mergerYear() {
    return Math.max(firstRead() + 1, last - 2);
  }

  boolean hasMerger() {
    return mergerYear() <= last;
  }
}

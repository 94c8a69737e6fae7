package org.openqar.simulate;

/** A range of academic years, both ends included. Empty if the first is after the last. */
record StoryYears(int from, int to) {

  boolean isEmpty() {
    return from > to;
  }

  boolean contains(int year) {
    return from <= year && year <= to;
  }
}

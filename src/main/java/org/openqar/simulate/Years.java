package org.openqar.simulate;

/** Academic years from one to another, both included; empty when the first is after the last. */
record Years(int from, int to) {

  boolean isEmpty() {
    return from > to;
  }

  boolean contains(int year) {
    return from <= year && year <= to;
  }
}

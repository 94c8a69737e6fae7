package org.openqar.reference;

/** Spark reads files as they are read without it, and refuses the same. */
class LargeReferenceFilesTest extends ReferenceFilesTest {
  @Override
  long small() {
    return 0;
  }
}

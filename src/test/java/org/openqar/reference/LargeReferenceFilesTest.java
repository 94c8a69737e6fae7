package org.openqar.reference;

/** With Spark, files give the same rows and the same refusals as without it. */
class LargeReferenceFilesTest extends ReferenceFilesTest {
  @Override
  long small() {
    return 0;
  }
}

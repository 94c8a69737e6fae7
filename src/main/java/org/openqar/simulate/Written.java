package org.openqar.simulate;

/**
 * The amount written of a sector's returns.
 *
 * @param files return files of all kinds
 * @param learners learner records in them
 * @param aims learning delivery records in them
 * @param bytes their size on disk
 */
public record Written(long files, long learners, long aims, long bytes) {

  static final Written NOTHING = new Written(0, 0, 0, 0);

  Written plus(Written more) {
    return new Written(
        files + more.files, learners + more.learners, aims + more.aims, bytes + more.bytes);
  }
}

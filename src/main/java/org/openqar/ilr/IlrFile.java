package org.openqar.ilr;

import java.io.Serializable;
import java.util.Locale;

/**
 * One file to read.
 *
 * @param path as Hadoop writes it, such as {@code file:/returns/2425/R14/ILR.xml}
 * @param bytes its size as stored
 */
record IlrFile(String path, long bytes) implements Serializable {
  private static final int USUAL_ZIP_RATIO = 12;

  boolean isArchive() {
    return path.toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  /** About how many bytes of XML reading it means. */
  long work() {
    return isArchive() ? bytes * USUAL_ZIP_RATIO : bytes;
  }
}

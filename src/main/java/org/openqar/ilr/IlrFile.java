package org.openqar.ilr;

import java.io.Serializable;
import java.util.Locale;

/**
 * One file to read.
 *
 * @param path the path as Hadoop writes it, such as {@code file:/returns/2425/R14/ILR.xml}
 * @param bytes its size as stored
 * @param root the folder below which it was found, written in the same way; only folders below it
 *     describe the file, and no link may lead out of it. Null if the path named the file itself
 */
record IlrFile(String path, long bytes, String root) implements Serializable {
  private static final int USUAL_RATIO = 12;

  /** A file whose own name was given. */
  IlrFile(String path, long bytes) {
    this(path, bytes, null);
  }

  static boolean isXml(String name) {
    return hasEnding(name, ".xml");
  }

  static boolean isArchive(String name) {
    return isZip(name) || isGzip(name);
  }

  private static boolean isZip(String name) {
    return hasEnding(name, ".zip");
  }

  private static boolean isGzip(String name) {
    return hasEnding(name, ".gz");
  }

  private static boolean hasEnding(String name, String ending) {
    return name.toLowerCase(Locale.ROOT).endsWith(ending);
  }

  boolean isXml() {
    return isXml(path);
  }

  boolean isArchive() {
    return isArchive(path);
  }

  boolean isZip() {
    return isZip(path);
  }

  /** Returns about how many bytes of XML the file has. */
  long work() {
    return isArchive() ? bytes * USUAL_RATIO : bytes;
  }
}

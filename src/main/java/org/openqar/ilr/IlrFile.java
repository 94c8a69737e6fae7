package org.openqar.ilr;

import java.io.Serializable;
import java.util.Locale;

/**
 * One file to read.
 *
 * @param path as Hadoop writes it, such as {@code file:/returns/2425/R14/ILR.xml}
 * @param bytes its size as stored
 * @param root the folder it was found below, written likewise: only folders below it tell of the
 *     file, and no link may lead out of it; null if the file was given by its own name
 */
record IlrFile(String path, long bytes, String root) implements Serializable {
  private static final int USUAL_RATIO = 12;

  /** A file given by its own name. */
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

  /** About how many bytes of XML reading it means. */
  long work() {
    return isArchive() ? bytes * USUAL_RATIO : bytes;
  }
}

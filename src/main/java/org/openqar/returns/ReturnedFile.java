package org.openqar.returns;

import java.util.Locale;
import java.util.Optional;

/**
 * A file as it was found, with its header as returned.
 *
 * @param sourceFile where it lies
 * @param contentHash SHA-256 of the XML
 * @param bytes size of the XML
 * @param folderReturn 1 to 14 where it lies in an Rnn folder
 * @param folderYear four digits where it lies in a year folder
 * @param innerName of a ZIP: the XML's own name
 * @param problem why its header could not be read
 */
public record ReturnedFile(
    String sourceFile,
    String contentHash,
    long bytes,
    Optional<Integer> folderReturn,
    Optional<String> folderYear,
    Optional<String> innerName,
    Header header,
    Optional<Problem> problem) {

  /** The header's elements; null where the file has none. */
  public record Header(
      String namespace,
      String year,
      String filePreparationDate,
      String ukprn,
      String learningProviderUkprn,
      String serialNo,
      String software) {}

  /** Why a file cannot be read. */
  public record Problem(String code, Integer line, String message) {}

  /** Whether it is a ZIP of an XML that is named otherwise. */
  boolean holdsAnotherName() {
    return innerName.filter(inner -> !stem(inner).equals(stem(name()))).isPresent();
  }

  private static String stem(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[.](XML|ZIP|XML[.]GZ)$", "");
  }

  /** The name without its folders. */
  public String name() {
    return sourceFile.substring(sourceFile.lastIndexOf('/') + 1);
  }
}

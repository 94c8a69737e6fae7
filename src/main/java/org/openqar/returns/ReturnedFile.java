package org.openqar.returns;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file as found, with its header as returned.
 *
 * @param sourceFile the path
 * @param contentHash SHA-256 of the XML
 * @param bytes size of the XML
 * @param folderReturn 1 to 14 if the file is in an Rnn folder
 * @param folderYear four digits if the file is in a year folder
 * @param innerName the XML's own name if the file is a ZIP
 * @param problem why the header could not be read
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

  /** The elements of the header. Each is null if the file lacks it. */
  public record Header(
      String namespace,
      String year,
      String filePreparationDate,
      String ukprn,
      String learningProviderUkprn,
      String serialNo,
      String software,
      String dateTime) {
    private static final Pattern MADE =
        Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2}).*");

    /**
     * Returns when the file was made, and its serial number, as sixteen digits like those of a name
     * that follows the pattern. Empty if the header states no time.
     */
    public String stamp() {
      Matcher made = MADE.matcher(dateTime == null ? "" : dateTime.strip());
      return made.matches() ? made.replaceAll("$1$2$3$4$5$6") + serial() : "";
    }

    private String serial() {
      String serial = serialNo == null ? "" : serialNo.strip();
      return serial.matches("[0-9]{1,2}") ? "0".repeat(2 - serial.length()) + serial : "";
    }
  }

  /** Why a file cannot be read. */
  public record Problem(String code, Integer line, String message) {}

  /** Whether the file is a ZIP whose XML has another name. */
  boolean holdsAnotherName() {
    return innerName.filter(inner -> !stem(inner).equals(stem(name()))).isPresent();
  }

  /** Whether the name follows the pattern. */
  boolean isProperlyNamed() {
    return FileName.of(name()).filter(FileName::complete).isPresent();
  }

  private static String stem(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[.](XML|ZIP|XML[.]GZ)$", "");
  }

  /** Returns the name without its folders. */
  public String name() {
    return sourceFile.substring(sourceFile.lastIndexOf('/') + 1);
  }
}

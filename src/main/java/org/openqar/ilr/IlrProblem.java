package org.openqar.ilr;

/**
 * Why a file could not be read as an ILR return: a stable code, and the sentence that says what was
 * expected, what was found and what to do. No sentence holds anything of a learner.
 */
public enum IlrProblem {
  EMPTY_FILE("an ILR return in XML", "an empty file", Advice.EXPORT_AGAIN),
  NOT_WELL_FORMED("well-formed XML", "%s", Advice.EXPORT_AGAIN),
  DOCTYPE("an ILR return without a DOCTYPE", "a DOCTYPE", "remove the DOCTYPE or export it again"),
  WRONG_ROOT(
      "an ILR return, whose root element is Message",
      "the root element %s",
      "leave this file out if it is not an ILR return"),
  HEADER_MISSING(
      "a Header with CollectionDetails/Year and Source/UKPRN before the learners",
      "no %s",
      Advice.EXPORT_AGAIN),
  NO_LEARNER("at least one Learner", "none", "export the return again with its learners"),
  ZIP_CORRUPT("a ZIP archive", "an archive that cannot be unpacked", "zip the return again"),
  ZIP_NOT_ONE_XML("a ZIP archive holding exactly one XML file", "%s", "zip each return by itself"),
  ZIP_PROTECTED(
      "a ZIP archive without a password",
      "one protected by a password",
      "zip the return again without a password"),
  ZIP_TOO_LARGE(
      "a ZIP archive that expands within the limits",
      "%s",
      "check where the archive came from and put the XML file in its place"),
  TEXT_TOO_LONG(
      "texts of at most %s characters",
      "a longer one",
      "correct the element in the software that made the return and export it again"),
  TOO_DEEP("elements at most %s levels deep", "a deeper one", Advice.EXPORT_AGAIN),
  UNREADABLE(
      "a file that can be read",
      "an input error (%s)",
      "check that the file is there and that you may read it, then run again");

  private final String expected;
  private final String found;
  private final String advice;

  IlrProblem(String expected, String found, String advice) {
    this.expected = expected;
    this.found = found;
    this.advice = advice;
  }

  /** The code, such as {@code not_well_formed}, under which the problem is stored and counted. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * The sentence.
   *
   * @param file the file, as the reader names it
   * @param line 1-based, or 0 where no place is known
   * @param column 1-based
   * @param detail what fills the gap in the sentence, where it has one; never content of a learner
   */
  String sentence(String file, int line, int column, Object detail) {
    String place = line > 0 ? ", line " + line + ", column " + column : "";
    return (file + place + ": expected ")
        + (expected.formatted(detail) + ", found " + found.formatted(detail))
        + ("; " + advice + ".");
  }

  private static final class Advice {
    static final String EXPORT_AGAIN = "export the return again from the software that made it";
  }
}

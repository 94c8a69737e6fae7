package org.openqar.ilr;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Why a file could not be read as an ILR return: a stable code, and a sentence that says what was
 * expected, what was found and what to do. No sentence reveals anything about a learner. A sentence
 * may have one gap, written {@code {a description}}, which the file fills.
 */
public enum IlrProblem {
  EMPTY_FILE("an ILR return in XML", "an empty file", Advice.EXPORT_AGAIN),
  NOT_WELL_FORMED("well-formed XML", "{what breaks it}", Advice.EXPORT_AGAIN),
  ENCODING_UNKNOWN(
      "XML in an encoding such as UTF-8, UTF-16, Windows-1252 or ISO-8859-1",
      "one with another or a wrong declaration",
      Advice.EXPORT_AGAIN),
  DOCTYPE("an ILR return without a DOCTYPE", "a DOCTYPE", "remove the DOCTYPE or export it again"),
  WRONG_ROOT(
      "an ILR return, whose root element is Message",
      "the root element {name}",
      "leave this file out if it is not an ILR return"),
  HEADER_MISSING(
      "a Header with CollectionDetails/Year and Source/UKPRN before the learners",
      "no {element}",
      Advice.EXPORT_AGAIN),
  NO_LEARNER(
      "at least one Learner", "none", "export the return again with its learners", "Entity_1"),
  TEXT_TOO_LONG(
      "texts and mark-up of at most {limit}",
      "a longer piece",
      "correct the element in the software that made the return and export it again"),
  TOO_DEEP("elements at most {number} levels deep", "a deeper one", Advice.EXPORT_AGAIN),
  TOO_MANY_ATTRIBUTES(
      "elements with at most {number} attributes and namespace declarations",
      "one with more",
      Advice.EXPORT_AGAIN),
  TOO_MANY_NAMES(
      "at most {number} names that are not of the ILR",
      "more",
      "leave this file out if it is not an ILR return"),
  RECORD_TOO_LARGE(
      "learners and destinations of at most {number} bytes each",
      "a larger one",
      Advice.EXPORT_AGAIN),
  SPLIT_POINT(
      "learners side by side, so that the file can be read in parts",
      "one within another element where it was split",
      "read it again with the option splitBytes set to 0"),
  ZIP_CORRUPT(
      "a ZIP archive", "one that is corrupt or invalid", Advice.ZIP_AGAIN, Rule.ZIP_CORRUPT),
  ZIP_TRUNCATED(
      "a whole ZIP archive",
      "one that is cut short",
      "copy or transfer the archive again",
      Rule.ZIP_CORRUPT),
  ZIP_NO_XML(Rule.ONE_XML, "none", Advice.ZIP_AGAIN, Rule.ZIP_EMPTY),
  ZIP_SEVERAL_XML(Rule.ONE_XML, "{number}", "zip each return by itself", Rule.ZIP_EMPTY),
  ZIP_IN_ZIP(Rule.ONE_XML, "an archive within it", "zip the XML file itself", Rule.ZIP_EMPTY),
  ZIP_PROTECTED(
      "a ZIP archive that can be processed",
      "one that is password protected",
      "zip the return again without a password",
      "Protected ZIP file"),
  ZIP_UNSAFE_NAME(
      "a ZIP archive whose entries stay within it",
      "an entry named by an absolute path, a drive, a backslash or a step upwards",
      "check where the archive came from and zip the XML file itself"),
  ZIP_TOO_LARGE("a ZIP archive within the limits", "{an excess}", Advice.CHECK_ORIGIN),
  GZIP_CORRUPT("a gzip file", "one that is {damage}", "compress the return again"),
  GZIP_TOO_LARGE("a gzip file within the limits", "{an excess}", Advice.CHECK_ORIGIN),
  LINK_OUT_OF_ROOT(
      "a file within the folder that is read",
      "a symbolic link that leads out of it",
      "put the file itself in its place, or read the folder that it is in"),
  UNREADABLE(
      "a file that can be read",
      "an input error ({kind})",
      "check that the file is there and that you may read it, then run again");

  /** The problems that stop the reader inside a file. The others concern the file as a whole. */
  private static final Set<IlrProblem> BREAKS =
      EnumSet.of(
          NOT_WELL_FORMED,
          TEXT_TOO_LONG,
          TOO_DEEP,
          TOO_MANY_ATTRIBUTES,
          TOO_MANY_NAMES,
          RECORD_TOO_LARGE,
          ZIP_CORRUPT,
          ZIP_TOO_LARGE,
          GZIP_CORRUPT,
          GZIP_TOO_LARGE,
          UNREADABLE);

  private final String expected;
  private final String found;
  private final String advice;
  private final String rule;

  IlrProblem(String expected, String found, String advice) {
    this(expected, found, advice, "");
  }

  IlrProblem(String expected, String found, String advice, String rule) {
    this.expected = expected;
    this.found = found;
    this.advice = advice;
    this.rule = rule;
  }

  /**
   * Returns the code, such as {@code not_well_formed}, by which tables store and count the problem.
   */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what was expected, perhaps with a gap. */
  public String expected() {
    return expected;
  }

  /** Returns what was found instead, perhaps with a gap. */
  public String found() {
    return found;
  }

  /** Returns what to do. */
  public String advice() {
    return advice;
  }

  /** Returns the name of the official file rule behind this problem, or an empty text. */
  public String rule() {
    return rule;
  }

  /** Returns the sentence without file and place, with its gap unfilled. */
  public String template() {
    return finding() + "; " + advice + ".";
  }

  /** Whether the problem stops the reader inside a file, so that what it saw before matters. */
  boolean breaksOff() {
    return BREAKS.contains(this);
  }

  /**
   * Returns the sentence.
   *
   * @param file the file, as the reader names it
   * @param line 1-based, or 0 if the place is unknown
   * @param column 1-based
   * @param detail fills the gap in the sentence, if it has one; never a learner's data
   * @param seen what the reader saw of the file before the problem, or null
   */
  String sentence(String file, int line, int column, Object detail, String seen) {
    String place = line > 0 ? ", line " + line + ", column " + column : "";
    return (file + place + ": " + filled(finding(), detail))
        + (seen == null ? "" : "; " + seen)
        + ("; " + advice + ".");
  }

  private String finding() {
    return "expected "
        + expected
        + ", found "
        + found
        + (rule.isEmpty() ? "" : " (rule " + rule + meaning() + ")");
  }

  /** Adds what a rule's official name leaves open. */
  private String meaning() {
    return rule.equals(Rule.ZIP_EMPTY) && this != ZIP_NO_XML
        ? ", which stands for any number of XML files but one"
        : "";
  }

  private static String filled(String sentence, Object detail) {
    int gap = sentence.indexOf('{');
    return gap < 0
        ? sentence
        : sentence.substring(0, gap) + detail + sentence.substring(sentence.indexOf('}') + 1);
  }

  private static final class Advice {
    static final String EXPORT_AGAIN = "export the return again from the software that made it";
    static final String ZIP_AGAIN = "zip the return again";
    static final String CHECK_ORIGIN =
        "check where the archive came from and put the XML file in its place";
  }

  /** Names and words of the official file rules. */
  private static final class Rule {
    static final String ZIP_CORRUPT = "ZIP_CORRUPT";
    static final String ZIP_EMPTY = "ZIP_EMPTY";
    static final String ONE_XML = "a ZIP archive that contains only one XML file";
  }
}

package org.openqar.returns;

import java.util.Locale;

/**
 * The faults and oddities of a readable file, a learner or an aim. A file that cannot be read has a
 * code of {@link org.openqar.ilr.IlrProblem} instead.
 */
public enum IssueCode {
  HEADER_UKPRN(Severity.FILE, "Header/Source/UKPRN is not 8 digits", ""),
  HEADER_YEAR(
      Severity.FILE,
      "Header/CollectionDetails/Year is not four digits of two consecutive years",
      ""),
  NAMESPACE(Severity.FILE, "The namespace is not that of an ILR year", "Namespace Mismatch"),
  NAMESPACE_CONFLICT(
      Severity.SETTLED, "The namespace is of another year than the header", "Namespace Mismatch"),
  PROVIDER_CONFLICT(Severity.SETTLED, "LearningProvider/UKPRN is not the header's", "UKPRN_03"),
  NAME_CONFLICT(
      Severity.SETTLED,
      "The name follows the pattern and states another provider or year than the return",
      "Filename_4, Header_3"),
  FOLDER_CONFLICT(Severity.SETTLED, "The file is in the folder of another year", ""),
  NO_RETURN_NUMBER(
      Severity.FILE, "The file is in no Rnn folder and its FilePreparationDate cannot be read", ""),
  SAME_IDENTITY(
      Severity.FILE,
      "Two files of different content claim the same provider, year, time and serial number: both are refused",
      "Filename_2"),
  CHANGED_MEANWHILE(Severity.FILE, "The file changed while the run read it", ""),
  IDENTICAL_COPY(Severity.WARNING, "Another file has the same content and is read instead", ""),
  NAME_PATTERN(
      Severity.WARNING, "The name does not follow the pattern; the header counts", "Filename_1"),
  NAME_DISAGREES(
      Severity.WARNING,
      "A name that does not follow the pattern states another provider or year; the header counts",
      ""),
  ZIP_NAME(
      Severity.WARNING,
      "The XML in a ZIP has another name than the ZIP",
      "ZIP_INCONSISTENT_FILENAME"),
  PREPARATION_DATE(Severity.WARNING, "FilePreparationDate is not a day that exists", ""),
  PREPARED_BEFORE_YEAR(Severity.WARNING, "FilePreparationDate is before the start of the year", ""),
  RETURN_BY_DATE(Severity.WARNING, "The file is in no Rnn folder; its date gives the return", ""),
  UNKNOWN_ELEMENT(Severity.WARNING, "An element is in no ILR year we know; the run skipped it", ""),
  ELEMENT_CASE(Severity.WARNING, "An element differs in upper or lower case; the run read it", ""),
  MIXED_NAMESPACES(
      Severity.WARNING, "Elements are in several namespaces; the run read all of them", ""),
  LEARNER_UNIDENTIFIED(
      Severity.LEARNER,
      "A learner has neither LearnRefNumber nor a usable ULN: the run leaves out the learner's aims",
      ""),
  MISSING(Severity.AIM, "The aim lacks a value that is needed to judge or name it", ""),
  UNREADABLE(
      Severity.AIM_OR_WARNING,
      "A value cannot be read: a day that does not exist, a letter for a code",
      ""),
  END_BEFORE_START(Severity.AIM, "The planned or actual end is before the start", "");

  /** What an issue means for its file, learner or aim. */
  public enum Severity {
    FILE("file", "the file is refused"),
    SETTLED("file", "the file is refused, or accepted with a warning if a setting says so"),
    LEARNER("learner", "the learner's aims are refused"),
    AIM("aim", "the aim is excluded, or in no report"),
    AIM_OR_WARNING("aim", "the aim is excluded if the value decides, otherwise the value is empty"),
    WARNING("warning", "everything readable is read");

    private final String label;
    private final String consequence;

    Severity(String label, String consequence) {
      this.label = label;
      this.consequence = consequence;
    }

    /** Returns the name used in {@code return_issue}. */
    public String label() {
      return label;
    }

    /** Returns what happens to the file, learner or aim. */
    public String consequence() {
      return consequence;
    }
  }

  private final Severity severity;
  private final String meaning;
  private final String rule;

  IssueCode(Severity severity, String meaning, String rule) {
    this.severity = severity;
    this.meaning = meaning;
    this.rule = rule;
  }

  /** Returns the name used in {@code return_issue}, such as {@code name_conflict}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Severity severity() {
    return severity;
  }

  /** Returns the fault in general terms, without the particulars of a file. */
  public String meaning() {
    return meaning;
  }

  /** Returns the official file rules behind this issue, or an empty text. */
  public String rule() {
    return rule;
  }
}

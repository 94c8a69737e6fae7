package org.openqar.returns;

import java.util.Locale;

/**
 * What can be wrong or odd with a file that can be read, with a learner or with an aim. A file that
 * cannot be read has a code of {@link org.openqar.ilr.IlrProblem} instead.
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
      "The name follows the pattern and tells another provider or year than the return",
      "Filename_4, Header_3"),
  FOLDER_CONFLICT(Severity.SETTLED, "The file lies in the folder of another year", ""),
  NO_RETURN_NUMBER(
      Severity.FILE, "It lies in no Rnn folder and its FilePreparationDate cannot be read", ""),
  SAME_IDENTITY(
      Severity.FILE,
      "Another file with other content claims the same provider, year, time and serial number: both are refused",
      "Filename_2"),
  CHANGED_MEANWHILE(Severity.FILE, "The file changed while the run read it", ""),
  IDENTICAL_COPY(
      Severity.WARNING, "The content is that of another file, which is read instead", ""),
  NAME_PATTERN(
      Severity.WARNING, "The name does not follow the pattern; the header counts", "Filename_1"),
  NAME_DISAGREES(
      Severity.WARNING,
      "A name that does not follow the pattern tells another provider or year; the header counts",
      ""),
  ZIP_NAME(
      Severity.WARNING,
      "The XML in a ZIP is named otherwise than the ZIP",
      "ZIP_INCONSISTENT_FILENAME"),
  PREPARATION_DATE(Severity.WARNING, "FilePreparationDate is not a day that exists", ""),
  PREPARED_BEFORE_YEAR(Severity.WARNING, "FilePreparationDate lies before the year began", ""),
  RETURN_BY_DATE(Severity.WARNING, "The file lies in no Rnn folder; its date tells the return", ""),
  UNKNOWN_ELEMENT(Severity.WARNING, "An element is in no ILR year we know; it was passed over", ""),
  ELEMENT_CASE(Severity.WARNING, "An element is spelt in another case; it was read", ""),
  MIXED_NAMESPACES(Severity.WARNING, "Elements are in several namespaces; all were read", ""),
  LEARNER_UNIDENTIFIED(
      Severity.LEARNER,
      "A learner has neither LearnRefNumber nor a usable ULN: the learner's aims are in no aim",
      ""),
  MISSING(
      Severity.AIM,
      "A value is missing without which the aim cannot be judged, or has no name",
      ""),
  UNREADABLE(
      Severity.AIM_OR_WARNING,
      "A value cannot be read: a day that does not exist, a letter for a code",
      ""),
  END_BEFORE_START(Severity.AIM, "The planned or actual end lies before the start", "");

  /** What an issue means for what it is about. */
  public enum Severity {
    FILE("file", "the file is refused"),
    SETTLED("file", "the file is refused, or accepted with a warning where a setting says so"),
    LEARNER("learner", "the learner's aims are refused"),
    AIM("aim", "the aim is excluded, or in no report"),
    AIM_OR_WARNING("aim", "the aim is excluded where the value decides, else the value is empty"),
    WARNING("warning", "what can be read is read");

    private final String label;
    private final String consequence;

    Severity(String label, String consequence) {
      this.label = label;
      this.consequence = consequence;
    }

    /** As {@code return_issue} has it. */
    public String label() {
      return label;
    }

    /** What becomes of it. */
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

  /** As {@code return_issue} has it, such as {@code name_conflict}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Severity severity() {
    return severity;
  }

  /** What is wrong, without the particulars of a file. */
  public String meaning() {
    return meaning;
  }

  /** The official file rules that it is a case of, or an empty text. */
  public String rule() {
    return rule;
  }
}

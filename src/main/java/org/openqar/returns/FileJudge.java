package org.openqar.returns;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqar.calendar.AcademicYear;
import org.openqar.config.Settings.ProviderConflict;
import org.openqar.config.Settings.YearConflict;
import org.openqar.returns.JudgedFile.Status;

/**
 * Decides, from one file alone, whether a run can use it, and to which provider, year and return it
 * belongs (qar-rules 9.2). If the name does not follow the pattern, the header decides, with a
 * warning. If the name follows the pattern and contradicts the header, the file is refused, unless
 * a setting says which of them counts.
 */
final class FileJudge {
  private static final Pattern NAMESPACE = Pattern.compile("(?:.*/)?ILR/(20[0-9]{2})-([0-9]{2})");
  private static final String WRONG = "one of them is wrong.";

  private final CountingRules rules;
  private final List<FileIssue> issues;

  /**
   * @param issues takes the findings
   */
  FileJudge(CountingRules rules, List<FileIssue> issues) {
    this.rules = rules;
    this.issues = issues;
  }

  JudgedFile judge(ReturnedFile file) {
    Optional<FileName> name = FileName.of(file.name());
    ReturnedFile.Header header = file.header();
    Integer ukprn = ukprn(header.ukprn());
    AcademicYear year = year(header);
    LocalDate prepared = day(header.filePreparationDate());
    String stamp = stamp(name, header, prepared);
    Integer number = file.folderReturn().orElse(null);
    if (number == null && year != null && prepared != null) {
      number = rules.calendar().returnOf(year, prepared);
    }
    JudgedFile judged =
        new JudgedFile(
            file, ukprn, year, number, prepared, stamp, Status.ACCEPTED, Optional.empty(), false);
    List<Conflict> conflicts = conflicts(judged, name);
    Optional<FileIssue> refusal = refusal(judged, conflicts);
    if (refusal.isPresent()) {
      issues.add(refusal.get());
      return judged.refused(refusal.get().message());
    }
    conflicts.forEach(
        conflict -> warning(file, conflict.field(), conflict.code(), conflict.message()));
    warn(judged, name);
    return judged;
  }

  /**
   * Returns when the file was made: from a name that follows the pattern, otherwise from the
   * header, otherwise from whatever there is.
   */
  private static String stamp(
      Optional<FileName> name, ReturnedFile.Header header, LocalDate prepared) {
    Optional<String> named = name.map(it -> it.stamp() + it.serial());
    if (name.filter(FileName::complete).isPresent()) {
      return named.get();
    }
    return Optional.of(header.stamp())
        .filter(it -> !it.isEmpty())
        .or(() -> named)
        .orElse(prepared == null ? "" : prepared.toString().replace("-", ""));
  }

  private AcademicYear year(ReturnedFile.Header header) {
    AcademicYear ofHeader =
        AcademicYear.isCode(header.year()) ? AcademicYear.ofCode(header.year()) : null;
    return rules.yearConflict() == YearConflict.NAMESPACE
        ? namespaceYear(header.namespace()).orElse(ofHeader)
        : ofHeader;
  }

  private Optional<FileIssue> refusal(JudgedFile judged, List<Conflict> conflicts) {
    ReturnedFile file = judged.file();
    ReturnedFile.Header header = file.header();
    if (file.problem().isPresent()) {
      ReturnedFile.Problem problem = file.problem().get();
      return Optional.of(
          FileIssue.refusal(file, problem.line(), problem.code(), problem.message()));
    }
    if (judged.ukprn() == null) {
      return refusal(
          file,
          IssueCode.HEADER_UKPRN,
          "Header/Source/UKPRN must be 8 digits; correct it and return again.");
    }
    if (judged.year() == null) {
      return refusal(
          file,
          IssueCode.HEADER_YEAR,
          "Header/CollectionDetails/Year must be four digits of two consecutive years, such as"
              + " 2425; correct it and return again.");
    }
    if (namespaceYear(header.namespace()).isEmpty()) {
      return refusal(
          file,
          IssueCode.NAMESPACE,
          ("The namespace %s is not that of an ILR year, such as ESFA/ILR/2024-25 (rule Namespace"
                  + " Mismatch); correct it and return again.")
              .formatted(shown(header.namespace())));
    }
    for (Conflict conflict : conflicts) {
      if (!conflict.settled()) {
        return refusal(file, conflict.code(), conflict.message());
      }
    }
    if (judged.returnNumber() == null) {
      return refusal(
          file,
          IssueCode.NO_RETURN_NUMBER,
          "Its return number is unknown: it is in no Rnn folder and its FilePreparationDate"
              + " cannot be read; put it into the folder of its return.");
    }
    return Optional.empty();
  }

  /**
   * Two places in a file that state different years or providers.
   *
   * @param settled whether a setting decides which of them counts
   */
  private record Conflict(String field, IssueCode code, String message, boolean settled) {}

  private Conflict yearConflict(String field, IssueCode code, String differs, String otherwise) {
    boolean settled = rules.yearConflict() == YearConflict.NAMESPACE;
    String end = settled ? "the namespace counts." : otherwise;
    return new Conflict(field, code, differs + "; " + end, settled);
  }

  private Conflict providerConflict(String field, IssueCode code, String differs) {
    boolean settled = rules.providerConflict() == ProviderConflict.HEADER;
    String end = settled ? "the header counts." : WRONG;
    return new Conflict(field, code, differs + "; " + end, settled);
  }

  /** Returns no conflict if the file states no year or no provider. */
  private List<Conflict> conflicts(JudgedFile judged, Optional<FileName> name) {
    if (judged.ukprn() == null || judged.year() == null) {
      return List.of();
    }
    ReturnedFile file = judged.file();
    ReturnedFile.Header header = file.header();
    List<Conflict> found = new ArrayList<>();
    Optional<AcademicYear> ofNamespace = namespaceYear(header.namespace());
    if (ofNamespace.isPresent() && !ofNamespace.get().code().equals(header.year())) {
      found.add(
          yearConflict(
              "Year",
              IssueCode.NAMESPACE_CONFLICT,
              "The namespace %s is not that of year %s, which the header names"
                  .formatted(shown(header.namespace()), shown(header.year())),
              WRONG));
    }
    if (header.learningProviderUkprn() != null
        && !judged.ukprn().equals(ukprn(header.learningProviderUkprn()))) {
      found.add(
          providerConflict(
              "UKPRN",
              IssueCode.PROVIDER_CONFLICT,
              "LearningProvider/UKPRN %s is not the header's %d (rule UKPRN_03)"
                  .formatted(number(header.learningProviderUkprn()), judged.ukprn())));
    }
    name.filter(FileName::complete).ifPresent(it -> found.addAll(conflicts(judged, it)));
    if (file.folderYear().isPresent() && !file.folderYear().get().equals(judged.year().code())) {
      found.add(
          yearConflict(
              "folder",
              IssueCode.FOLDER_CONFLICT,
              "The file is in folder %s but is a return of %s"
                  .formatted(file.folderYear().get(), judged.year().code()),
              "move it to the folder of its year."));
    }
    return found;
  }

  private List<Conflict> conflicts(JudgedFile judged, FileName name) {
    List<Conflict> found = new ArrayList<>();
    if (!judged.year().code().equals(name.year())) {
      found.add(
          yearConflict(
              "file name",
              IssueCode.NAME_CONFLICT,
              "The name says year %s, the return %s (rule Filename_4)"
                  .formatted(name.year(), judged.year().code()),
              WRONG));
    }
    if (!judged.ukprn().equals(name.ukprn())) {
      found.add(
          providerConflict(
              "file name",
              IssueCode.NAME_CONFLICT,
              "The name says provider %d, the header %d (rule Header_3)"
                  .formatted(name.ukprn(), judged.ukprn())));
    }
    return found;
  }

  private void warn(JudgedFile judged, Optional<FileName> name) {
    ReturnedFile file = judged.file();
    if (name.isEmpty()) {
      warning(
          file,
          "file name",
          IssueCode.NAME_PATTERN,
          "The name is not ILR-<UKPRN>-<YYYY>-<date>-<time>-<nn>.xml (rule Filename_1); accepted on"
              + " its header.");
    } else if (!name.get().complete()) {
      String missing = name.get().serial().isEmpty() ? "it lacks the serial number" : "it has more";
      warning(
          file,
          "file name",
          IssueCode.NAME_PATTERN,
          "The name does not follow ILR-<UKPRN>-<YYYY>-<date>-<time>-<nn>.xml (rule Filename_1): %s;"
                  .formatted(missing)
              + " accepted on its header.");
      if (!judged.ukprn().equals(name.get().ukprn())
          || !judged.year().code().equals(name.get().year())) {
        warning(
            file,
            "file name",
            IssueCode.NAME_DISAGREES,
            "The name says provider %d and year %s, the header %d and %s; the header counts."
                .formatted(
                    name.get().ukprn(), name.get().year(), judged.ukprn(), judged.year().code()));
      }
    }
    if (file.holdsAnotherName()) {
      warning(
          file,
          "file name",
          IssueCode.ZIP_NAME,
          "The XML in the ZIP has another name than the ZIP (rule ZIP_INCONSISTENT_FILENAME); the"
              + " ZIP's name counts.");
    }
    if (judged.prepared() == null) {
      warning(
          file,
          "FilePreparationDate",
          IssueCode.PREPARATION_DATE,
          "FilePreparationDate is not a day that exists; its return number is that of its folder.");
    } else if (judged.prepared().isBefore(judged.year().firstDay())) {
      warning(
          file,
          "FilePreparationDate",
          IssueCode.PREPARED_BEFORE_YEAR,
          "FilePreparationDate %s is before the start of %s; the file counts as %s."
              .formatted(judged.prepared(), judged.year(), judged.label()));
    } else if (file.folderReturn().isEmpty()) {
      warning(
          file,
          "FilePreparationDate",
          IssueCode.RETURN_BY_DATE,
          "The file is in no Rnn folder; its preparation date %s makes it %s."
              .formatted(judged.prepared(), judged.label()));
    }
  }

  private void warning(ReturnedFile file, String field, IssueCode code, String message) {
    issues.add(FileIssue.warning(file, field, null, code, message));
  }

  private static Optional<FileIssue> refusal(ReturnedFile file, IssueCode code, String message) {
    return Optional.of(FileIssue.refusal(file, code, message));
  }

  private static Optional<AcademicYear> namespaceYear(String namespace) {
    Matcher matcher = NAMESPACE.matcher(namespace == null ? "" : namespace);
    return matcher.matches()
        ? Optional.of(new AcademicYear(Integer.parseInt(matcher.group(1))))
            .filter(year -> year.code().endsWith(matcher.group(2)))
        : Optional.empty();
  }

  private static Integer ukprn(String text) {
    return text != null && text.matches("[1-9][0-9]{7}") ? Integer.valueOf(text) : null;
  }

  private static LocalDate day(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Returns a wrong provider number, if it is a number at all. */
  private static String number(String text) {
    return text.matches("[0-9]{1,9}") ? text : "(no number)";
  }

  private static String shown(String text) {
    String plain = String.valueOf(text);
    return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
  }
}

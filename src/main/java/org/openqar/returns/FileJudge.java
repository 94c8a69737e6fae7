package org.openqar.returns;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqar.calendar.AcademicYear;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.returns.JudgedFile.Status;

/**
 * Says of one file by itself whether it can be used, and which provider, year and return it is of
 * (qar-rules 9.2). A name that does not follow the pattern is accepted on its header with a
 * warning; one that follows it but contradicts the header is refused.
 */
final class FileJudge {
  private static final Pattern NAMESPACE = Pattern.compile("(?:.*/)?ILR/(20[0-9]{2})-([0-9]{2})");

  private final CollectionCalendar calendar;
  private final List<FileIssue> issues;

  /**
   * @param issues takes what is found
   */
  FileJudge(CollectionCalendar calendar, List<FileIssue> issues) {
    this.calendar = calendar;
    this.issues = issues;
  }

  JudgedFile judge(ReturnedFile file) {
    Optional<FileName> name = FileName.of(file.name());
    Integer ukprn = ukprn(file.header().ukprn());
    AcademicYear year =
        AcademicYear.isCode(file.header().year())
            ? AcademicYear.ofCode(file.header().year())
            : null;
    LocalDate prepared = day(file.header().filePreparationDate());
    String stamp =
        name.map(n -> n.stamp() + n.serial())
            .orElse(prepared == null ? "" : prepared.toString().replace("-", ""));
    Integer number = file.folderReturn().orElse(null);
    if (number == null && year != null && prepared != null) {
      number = calendar.returnOf(year, prepared);
    }
    JudgedFile judged =
        new JudgedFile(
            file, ukprn, year, number, prepared, stamp, Status.ACCEPTED, Optional.empty());
    Optional<FileIssue> refusal = refusal(judged, name);
    if (refusal.isPresent()) {
      issues.add(refusal.get());
      return judged.refused(refusal.get().message());
    }
    warn(judged, name);
    return judged;
  }

  private static Optional<FileIssue> refusal(JudgedFile judged, Optional<FileName> name) {
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
          "header_ukprn",
          "Header/Source/UKPRN must be 8 digits; correct it and return again.");
    }
    if (judged.year() == null) {
      return refusal(
          file,
          "header_year",
          "Header/CollectionDetails/Year must be four digits of two consecutive years, such as"
              + " 2425; correct it and return again.");
    }
    if (!namespaceYear(header.namespace()).equals(Optional.of(judged.year()))) {
      return refusal(
          file,
          "namespace_conflict",
          "The namespace %s is not that of %s, which the header names; one of them is wrong."
              .formatted(shown(header.namespace()), judged.year()));
    }
    if (header.learningProviderUkprn() != null
        && !judged.ukprn().equals(ukprn(header.learningProviderUkprn()))) {
      return refusal(
          file,
          "provider_conflict",
          "LearningProvider/UKPRN %s is not the header's %d (rule UKPRN_03)."
              .formatted(
                  header.learningProviderUkprn().matches("[0-9]{1,9}")
                      ? header.learningProviderUkprn()
                      : "(no number)",
                  judged.ukprn()));
    }
    if (name.filter(FileName::complete).isPresent() && !agrees(name.get(), judged)) {
      return refusal(
          file,
          "name_conflict",
          "The name says provider %d and year %s, the header %d and %s (rules Filename_4, Header_3)."
              .formatted(
                  name.get().ukprn(), name.get().year(), judged.ukprn(), judged.year().code()));
    }
    if (file.folderYear().isPresent() && !file.folderYear().get().equals(judged.year().code())) {
      return refusal(
          file,
          "folder_conflict",
          "It lies in folder %s but is a return of %s; move it to the folder of its year."
              .formatted(file.folderYear().get(), judged.year().code()));
    }
    if (judged.returnNumber() == null) {
      return refusal(
          file,
          "no_return_number",
          "Its return number is unknown: it lies in no Rnn folder and its FilePreparationDate"
              + " cannot be read; put it into the folder of its return.");
    }
    return Optional.empty();
  }

  private void warn(JudgedFile judged, Optional<FileName> name) {
    ReturnedFile file = judged.file();
    if (name.isEmpty()) {
      warning(
          file,
          "file name",
          "name_pattern",
          "The name is not ILR-<UKPRN>-<YYYY>-<date>-<time>-<nn>.xml (rule Filename_1); accepted on"
              + " its header.");
    } else if (!name.get().complete()) {
      String missing = name.get().serial().isEmpty() ? "it lacks the serial number" : "it has more";
      warning(
          file,
          "file name",
          "name_pattern",
          "The name does not follow ILR-<UKPRN>-<YYYY>-<date>-<time>-<nn>.xml (rule Filename_1): %s;"
                  .formatted(missing)
              + " accepted on its header.");
      if (!agrees(name.get(), judged)) {
        warning(
            file,
            "file name",
            "name_disagrees",
            "The name says provider %d and year %s, the header %d and %s; the header counts."
                .formatted(
                    name.get().ukprn(), name.get().year(), judged.ukprn(), judged.year().code()));
      }
    }
    if (judged.prepared() == null) {
      warning(
          file,
          "FilePreparationDate",
          "preparation_date",
          "FilePreparationDate is not a day that exists; its return number is that of its folder.");
    } else if (judged.prepared().isBefore(judged.year().firstDay())) {
      warning(
          file,
          "FilePreparationDate",
          "prepared_before_year",
          "FilePreparationDate %s lies before %s began; it is taken as %s."
              .formatted(judged.prepared(), judged.year(), judged.label()));
    } else if (file.folderReturn().isEmpty()) {
      warning(
          file,
          "FilePreparationDate",
          "return_by_date",
          "It lies in no Rnn folder; by its preparation date %s it is %s."
              .formatted(judged.prepared(), judged.label()));
    }
  }

  private void warning(ReturnedFile file, String field, String code, String message) {
    issues.add(FileIssue.warning(file, field, null, code, message));
  }

  private static Optional<FileIssue> refusal(ReturnedFile file, String code, String message) {
    return Optional.of(FileIssue.refusal(file, null, code, message));
  }

  private static boolean agrees(FileName name, JudgedFile judged) {
    return judged.ukprn().equals(name.ukprn()) && judged.year().code().equals(name.year());
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

  private static String shown(String text) {
    String plain = String.valueOf(text);
    return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
  }
}

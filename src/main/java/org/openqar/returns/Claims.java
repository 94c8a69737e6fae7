package org.openqar.returns;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqar.returns.JudgedFile.Status;

/**
 * Files of other content that claim to be one return: nobody knows which counts, so all of them are
 * refused (rule Filename_2). What a file is, its header tells: provider, year, when it was made and
 * its serial number. A name adds to that only where it tells files apart whose headers are alike,
 * as when somebody corrects a file by hand and gives it the next serial number; a name that a
 * browser or a person made of another, such as {@code … (2).xml}, does not.
 */
final class Claims {
  private Claims() {}

  /** The files, those that claim one identity refused. */
  static List<JudgedFile> withoutClashes(List<JudgedFile> judged, List<FileIssue> issues) {
    Map<String, List<JudgedFile>> byHeader =
        judged.stream()
            .filter(file -> file.status() == Status.ACCEPTED)
            .collect(groupingBy(Claims::ofHeader));
    Map<JudgedFile, JudgedFile> refused = new HashMap<>();
    for (List<JudgedFile> alike : byHeader.values()) {
      for (JudgedFile file : alike) {
        String others =
            alike.stream()
                .filter(other -> other != file && !areToldApart(file, other))
                .map(other -> other.file().sourceFile())
                .sorted()
                .collect(joining(", "));
        if (!others.isEmpty()) {
          String message =
              "It claims the same provider, year, time and serial number as %s, with other content (rule Filename_2); keep the right one, or give it the next serial number in its name."
                  .formatted(others);
          issues.add(FileIssue.refusal(file.file(), IssueCode.SAME_IDENTITY, message));
          refused.put(file, file.refused(message));
        }
      }
    }
    return judged.stream().map(file -> refused.getOrDefault(file, file)).toList();
  }

  private static String ofHeader(JudgedFile file) {
    String made = file.file().header().stamp();
    return "%d/%s/%d/%s"
        .formatted(
            file.ukprn(),
            file.year().code(),
            file.returnNumber(),
            made.isEmpty() ? file.prepared() + " " + file.file().header().serialNo() : made);
  }

  /** Whether both names tell when the files were made, and differ in it. */
  private static boolean areToldApart(JudgedFile one, JudgedFile other) {
    Optional<String> first = ofName(one);
    Optional<String> second = ofName(other);
    return first.isPresent() && second.isPresent() && !first.equals(second);
  }

  private static Optional<String> ofName(JudgedFile file) {
    return FileName.of(file.file().name())
        .filter(name -> !name.serial().isEmpty())
        .map(name -> name.stamp() + name.serial());
  }
}

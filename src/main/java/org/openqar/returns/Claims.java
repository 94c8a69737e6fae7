package org.openqar.returns;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqar.returns.JudgedFile.Status;

/**
 * Refuses files of different content that claim to be the same return, because nobody knows which
 * of them counts (rule Filename_2). The header identifies a file: provider, year, time and serial
 * number. If headers are alike, the names decide. So somebody can correct a file by hand and give
 * it the next serial number. A name that a browser or a person derives from another, such as {@code
 * … (2).xml}, does not make a file different.
 */
final class Claims {
  private Claims() {}

  /** Returns the files. Those that claim the same identity are refused. */
  static List<JudgedFile> withoutClashes(List<JudgedFile> judged, List<FileIssue> issues) {
    Map<String, List<JudgedFile>> byHeader =
        judged.stream()
            .filter(file -> file.status() == Status.ACCEPTED)
            .collect(groupingBy(Claims::readHeader));
    Map<JudgedFile, JudgedFile> refused = new HashMap<>();
    for (List<JudgedFile> alike : byHeader.values()) {
      for (JudgedFile file : alike) {
        String others =
            alike.stream()
                .filter(other -> other != file && !differByName(file, other))
                .map(other -> other.file().sourceFile())
                .sorted()
                .collect(joining(", "));
        if (!others.isEmpty()) {
          String message =
              "The file claims the same provider, year, time and serial number as %s, but its content differs (rule Filename_2); keep the right one, or give it the next serial number in its name."
                  .formatted(others);
          issues.add(FileIssue.refusal(file.file(), IssueCode.SAME_IDENTITY, message));
          refused.put(file, file.refused(message));
        }
      }
    }
    return judged.stream().map(file -> refused.getOrDefault(file, file)).toList();
  }

  private static String readHeader(JudgedFile file) {
    String made = file.file().header().stamp();
    return "%d/%s/%d/%s"
        .formatted(
            file.ukprn(),
            file.year().code(),
            file.returnNumber(),
            made.isEmpty() ? file.prepared() + " " + file.file().header().serialNo() : made);
  }

  /** Whether both names state when the files were made, and the two times differ. */
  private static boolean differByName(JudgedFile one, JudgedFile other) {
    Optional<String> first = readName(one);
    Optional<String> second = readName(other);
    return first.isPresent() && second.isPresent() && !first.equals(second);
  }

  private static Optional<String> readName(JudgedFile file) {
    return FileName.of(file.file().name())
        .filter(name -> !name.serial().isEmpty())
        .map(name -> name.stamp() + name.serial());
  }
}

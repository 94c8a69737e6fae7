package org.openqar.messages;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words why a file system refused. Its own messages repeat the path or leave it out. */
public final class Reason {
  private Reason() {}

  /**
   * One kind of failure.
   *
   * @param told matches the message of a Java or Hadoop file system
   * @param means the same in our words
   */
  private record Known(Pattern told, String means) {}

  private static final List<Known> KNOWN =
      List.of(
          known("No space left on device|Disk quota exceeded", "no space is left"),
          known("Permission denied|AccessControlException|Access is denied", "access is denied"),
          known("Read-only file system", "the file system can only be read"),
          known(
              "Mkdirs failed to create|Parent path is not a directory|Not a directory",
              "a folder on its way is a file or cannot be made"),
          known("Is a directory|is a directory", "it is a folder"),
          known(
              "No FileSystem for scheme|UnsupportedFileSystemException",
              "no file system of that kind is known here"),
          known(
              "UnknownHostException|Connection refused|ConnectException",
              "its server cannot be reached"),
          known("No such file or directory|does not exist", "it is not there"));

  private static final int LONGEST = 200;

  /** Returns the reason as part of a sentence, without a full stop. */
  public static String of(IOException failure) {
    return known(failure).orElseGet(() -> plain(failure));
  }

  /** Returns the reason if a person can do something about it, and otherwise empty. */
  public static Optional<String> known(IOException failure) {
    if (failure instanceof FileSystemException) {
      if (failure instanceof NoSuchFileException) {
        return Optional.of("it is not there");
      } else if (failure instanceof AccessDeniedException) {
        return Optional.of("access is denied");
      } else if (failure instanceof NotDirectoryException) {
        return Optional.of("it is not a folder");
      } else if (failure instanceof FileAlreadyExistsException) {
        return Optional.of("a file of that name is in the way");
      }
    }
    String told = failure.getClass().getSimpleName() + " " + failure.getMessage();
    return KNOWN.stream()
        .filter(one -> one.told().matcher(told).find())
        .map(Known::means)
        .findFirst()
        .or(
            () ->
                failure instanceof FileNotFoundException
                    ? Optional.of("it is not there")
                    : Optional.empty());
  }

  private static String plain(IOException failure) {
    String told =
        failure instanceof FileSystemException ofPath && ofPath.getReason() != null
            ? ofPath.getReason()
            : failure.getMessage();
    if (told == null || told.isBlank()) {
      return failure.getClass().getSimpleName();
    }
    Matcher line = Pattern.compile("^\\s*(.*?)[.\\s]*(\\R|$)").matcher(told);
    String first = line.find() ? line.group(1) : told;
    return first.length() <= LONGEST ? first : first.substring(0, LONGEST) + "…";
  }

  private static Known known(String told, String means) {
    return new Known(Pattern.compile(told), means);
  }
}

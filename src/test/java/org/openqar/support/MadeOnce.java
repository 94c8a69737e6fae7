package org.openqar.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Folders that the first test JVM of a build that needs them makes, and the others copy. */
final class MadeOnce {
  private static final Path ALL = Path.of("target/sample-runs");

  /** Which build this is; a test JVM without one stands for itself. */
  private static final String BUILD =
      System.getProperty("tests.build", "alone-" + ProcessHandle.current().pid());

  private MadeOnce() {}

  /** Makes what shall lie in a folder that is not there yet. */
  interface Maker {
    void make(Path folder) throws IOException;
  }

  /**
   * The folder of this name, of which nothing may be changed.
   *
   * @param maker is asked unless another JVM of this build was
   */
  static Path folder(String name, Maker maker) throws IOException {
    Path build = Files.createDirectories(ALL.resolve(BUILD));
    Path folder = build.resolve(name);
    Path whole = build.resolve(name + ".whole");
    try (FileChannel door =
            FileChannel.open(
                build.resolve(name + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock alone = door.lock()) {
      if (alone.isValid() && !Files.exists(whole)) {
        maker.make(folder);
        Files.createFile(whole);
      }
    }
    return folder;
  }

  /** A copy of a folder that is this JVM's own. */
  static Path ownCopy(Path folder) throws IOException {
    Path own = Files.createTempDirectory(ALL, "copy");
    copy(folder, own);
    return own;
  }

  /** What lies in a folder, in another one as well. */
  static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to);
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : files.skip(1).toList()) {
          Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.openqar.reports.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.openqar.messages.UserException;

/** A file that appears, or replaces another, only when it is complete. */
final class NewFile {
  private final Path target;
  private final Configuration hadoop;

  private NewFile(Path target, Configuration hadoop) {
    this.target = target;
    this.hadoop = hadoop;
  }

  static NewFile at(String path, Configuration hadoop) {
    return new NewFile(new Path(path), hadoop);
  }

  /** Writes a file. */
  @FunctionalInterface
  interface Writing<T> {
    T write(FileSystem files, Path file) throws IOException;
  }

  /**
   * @return the result of writing
   * @throws UncheckedIOException if it cannot be written
   */
  <T> T write(Writing<T> writing) {
    Path beside = sibling(target.getName() + "." + UUID.randomUUID());
    try {
      FileSystem files = target.getFileSystem(hadoop);
      if (files.exists(target) && files.getFileStatus(target).isDirectory()) {
        throw new IOException("it is a folder; give the name of a file");
      }
      try {
        T written = writing.write(files, beside);
        files.delete(target, false);
        if (!files.rename(beside, target)) {
          throw new IOException("the new file could not be put in its place");
        }
        return written;
      } finally {
        files.delete(beside, false);
        // Deletes Hadoop's checksum of a local file, which nothing reads.
        files.delete(sibling(target.getName() + ".crc"), false);
      }
    } catch (IOException e) {
      throw UserException.io(
          "%s cannot be written".formatted(target),
          e,
          "check that the disk has room and that you may write there");
    }
  }

  /** Returns a hidden path beside the target. */
  private Path sibling(String name) {
    return new Path(target.getParent(), "." + name);
  }
}

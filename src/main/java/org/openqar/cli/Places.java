package org.openqar.cli;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsAction;
import org.openqar.messages.UserException;

/** Checks, before a command starts work, that it can write its results. Writes nothing. */
final class Places {
  private final Configuration hadoop;
  private final String option;

  /**
   * @param option the option that chooses another place
   */
  Places(Configuration hadoop, String option) {
    this.hadoop = hadoop;
    this.option = option;
  }

  /** Refuses a folder that cannot be made or written to. */
  void refuseUnwritableFolder(String folder) {
    refuse(folder, true);
  }

  /** Refuses a file that cannot be written or replaced. */
  void refuseUnwritableFile(String file) {
    refuse(file, false);
  }

  private void refuse(String place, boolean asFolder) {
    try {
      Path path = new Path(place);
      FileSystem files = path.getFileSystem(hadoop);
      if (files.exists(path) && files.getFileStatus(path).isDirectory() != asFolder) {
        throw cannot(
            place, asFolder ? "it is a file" : "it is a folder", asFolder ? "folder" : "file");
      }
      Path there = asFolder ? path : path.getParent();
      while (there != null && !files.exists(there)) {
        there = there.getParent();
      }
      if (there == null) {
        return;
      }
      if (!files.getFileStatus(there).isDirectory()) {
        throw cannot(place, there.toUri().getPath() + " is a file", asFolder ? "folder" : "file");
      }
      if (!isWritable(files, there)) {
        throw cannot(
            place, "you may not write to " + there.toUri().getPath(), asFolder ? "folder" : "file");
      }
    } catch (IOException | IllegalArgumentException e) {
      throw UserException.io(
          place + " cannot be written",
          e instanceof IOException io ? io : new IOException(e.getMessage(), e),
          "give another %s with %s".formatted(asFolder ? "folder" : "file", option));
    }
  }

  private static boolean isWritable(FileSystem files, Path folder) throws IOException {
    if (files.getScheme().equals("file")) {
      return Files.isWritable(java.nio.file.Path.of(folder.toUri().getPath()));
    }
    try {
      files.access(folder, FsAction.WRITE);
      return true;
    } catch (org.apache.hadoop.security.AccessControlException e) {
      return false;
    }
  }

  private UserException cannot(String place, String why, String what) {
    return UserException.failed(
        "%s cannot be written, because %s: give another %s with %s."
            .formatted(place, why, what, option));
  }
}

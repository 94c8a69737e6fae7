package org.openqar.ilr;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Finds the files that paths mean. A file is itself; a folder is every file in it, at any depth,
 * named .xml or .zip; a pattern is what it matches. Hidden names ({@code _} or {@code .} first) are
 * passed over unless named in full. A file that several paths mean is read once.
 */
final class Listing {
  private final Configuration hadoop;
  private final Map<String, IlrFile> found = new TreeMap<>();

  private Listing(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * The files, in the order of their paths.
   *
   * @throws IllegalArgumentException if a path is not there or a pattern matches nothing
   */
  static List<IlrFile> of(List<String> paths, Configuration hadoop) {
    Listing listing = new Listing(hadoop);
    try {
      for (String path : paths) {
        listing.addPath(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "A path of the ilr source could not be listed: " + e.getMessage(), e);
    }
    return List.copyOf(listing.found.values());
  }

  static boolean isHidden(String name) {
    return name.startsWith("_") || name.startsWith(".");
  }

  private void addPath(String given) throws IOException {
    Path path = new Path(given);
    FileSystem files = path.getFileSystem(hadoop);
    FileStatus exact = statusOf(files, path);
    if (exact != null && exact.isFile()) {
      addFile(exact);
    } else if (exact != null) {
      addFolder(files, exact.getPath());
    } else {
      addMatches(files, path, given);
    }
  }

  private void addMatches(FileSystem files, Path pattern, String given) throws IOException {
    FileStatus[] matches = files.globStatus(pattern);
    if (matches == null || matches.length == 0) {
      throw new IllegalArgumentException(
          "Path %s does not exist; give the ilr source a file, a folder or a pattern that does."
              .formatted(given));
    }
    for (FileStatus match : matches) {
      addListed(files, match);
    }
  }

  private void addFolder(FileSystem files, Path folder) throws IOException {
    for (FileStatus child : files.listStatus(folder)) {
      addListed(files, child);
    }
  }

  private void addListed(FileSystem files, FileStatus status) throws IOException {
    String name = status.getPath().getName();
    if (isHidden(name)) {
      return;
    }
    if (status.isDirectory()) {
      addFolder(files, status.getPath());
    } else if (isReturn(name)) {
      addFile(status);
    }
  }

  private void addFile(FileStatus status) {
    IlrFile file = new IlrFile(status.getPath().toString(), status.getLen());
    found.put(file.path(), file);
  }

  private static boolean isReturn(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xml") || lower.endsWith(".zip");
  }

  private static FileStatus statusOf(FileSystem files, Path path) throws IOException {
    try {
      return files.getFileStatus(path);
    } catch (FileNotFoundException e) {
      return null;
    }
  }
}

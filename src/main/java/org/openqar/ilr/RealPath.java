package org.openqar.ilr;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * Finds where files on this machine are, behind symbolic links. Other file systems have no links.
 */
final class RealPath {
  private RealPath() {}

  /** Returns the path without links, or null if the file system is not on this machine. */
  static java.nio.file.Path of(FileSystem files, Path path) throws IOException {
    File local = local(files, path);
    return local == null ? null : local.toPath().toRealPath();
  }

  static boolean isLink(FileSystem files, Path path) {
    File local = local(files, path);
    return local != null && Files.isSymbolicLink(local.toPath());
  }

  /** Returns the names of links in a folder that lead nowhere, which Hadoop does not list. */
  static List<String> brokenLinks(FileSystem files, Path folder) throws IOException {
    File local = local(files, folder);
    if (local == null) {
      return List.of();
    }
    try (Stream<java.nio.file.Path> children = Files.list(local.toPath())) {
      return children
          .filter(it -> Files.isSymbolicLink(it) && Files.notExists(it))
          .map(it -> it.getFileName().toString())
          .toList();
    }
  }

  /** Whether a path is in a folder, after following the links of both. */
  static boolean isWithin(FileSystem files, Path path, Path folder) throws IOException {
    java.nio.file.Path real = of(files, path);
    return real == null || real.startsWith(of(files, folder));
  }

  private static File local(FileSystem files, Path path) {
    if (files instanceof LocalFileSystem local) {
      return local.pathToFile(path);
    }
    return files instanceof RawLocalFileSystem raw ? raw.pathToFile(path) : null;
  }
}

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

/** Where files of this machine lie behind symbolic links; other file systems have none. */
final class RealPath {
  private RealPath() {}

  /** The path without links, or null if the file system is not of this machine. */
  static java.nio.file.Path of(FileSystem files, Path path) throws IOException {
    File local = local(files, path);
    return local == null ? null : local.toPath().toRealPath();
  }

  static boolean isLink(FileSystem files, Path path) {
    File local = local(files, path);
    return local != null && Files.isSymbolicLink(local.toPath());
  }

  /** The names of links in a folder that lead nowhere, which Hadoop does not list. */
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

  /** Whether a path, its links followed, lies in a folder, its links followed. */
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

package org.openqar.ilr;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.openqar.messages.UserException;

/**
 * Finds the files of paths. A path to a file means that file. A folder means every file in it, at
 * any depth, named .xml, .zip or .xml.gz. A pattern means what it matches. Hidden names ({@code _}
 * or {@code .} first) are skipped unless given in full. A file that several paths mean is read
 * once.
 *
 * <p>A folder is the root of what is found in it. The root of a pattern is the folder before its
 * first sign. A file given by name has no root. A folder that links lead to is listed once, by its
 * own name if it has one. A link that leads out of its root, or a link in a folder that leads
 * nowhere, is listed as itself, so that its reader refuses it.
 */
final class Listing {
  private static final String SIGNS = "*?[{\\";

  private final Configuration hadoop;
  private final boolean hasBase;
  private final Path base;
  private final Map<String, IlrFile> found = new TreeMap<>();
  private final Set<String> others = new TreeSet<>();

  /** Looks up the base once, however many paths are below it. */
  private Listing(Configuration hadoop, String basePath) throws IOException {
    this.hadoop = hadoop;
    this.hasBase = basePath != null;
    this.base = hasBase ? base(new Path(basePath)) : null;
  }

  /**
   * Returns the files, in the order of their paths.
   *
   * @param basePath the root of all files, or null
   * @throws UserException if a path does not exist, a pattern matches nothing, or a file is not
   *     below the base path
   */
  static List<IlrFile> of(List<String> paths, String basePath, Configuration hadoop) {
    return made(paths, basePath, hadoop).files();
  }

  /** Returns the same listing together with what it skipped. */
  static Listing made(List<String> paths, String basePath, Configuration hadoop) {
    try {
      Listing listing = new Listing(hadoop, basePath);
      for (String path : paths) {
        listing.addPath(path);
      }
      return listing;
    } catch (IOException e) {
      throw UserException.io(
          String.join(", ", paths) + " cannot be listed",
          e,
          "check that it is there and that you may read it");
    }
  }

  List<IlrFile> files() {
    return List.copyOf(found.values());
  }

  /** Returns the files found whose names are not those of returns, such as spreadsheets. */
  Set<String> others() {
    return Set.copyOf(others);
  }

  static boolean isHidden(String name) {
    return name.startsWith("_") || name.startsWith(".");
  }

  private void addPath(String given) throws IOException {
    Path path = new Path(given);
    FileSystem files = path.getFileSystem(hadoop);
    FileStatus exact = statusOf(files, path);
    if (base != null && !isPattern(path) && leadsNowhere(files, path, exact)) {
      new Tree(files, base).addFile(files.makeQualified(path).toString(), 0);
    } else if (exact != null && exact.isFile()) {
      new Tree(files, base).addFile(exact);
    } else {
      Tree tree = new Tree(files, hasBase ? base : base(path));
      if (exact != null) {
        tree.addFolder(exact.getPath());
      } else {
        for (FileStatus match : matches(files, path, given)) {
          tree.add(match);
        }
      }
      tree.addLinked();
    }
  }

  /** Returns a folder itself, the folder from which a pattern starts, or null for a file. */
  private Path base(Path path) throws IOException {
    FileStatus exact = statusOf(path.getFileSystem(hadoop), path);
    if (exact != null) {
      return exact.isFile() ? null : exact.getPath();
    }
    return isPattern(path) ? fixedPart(path) : path;
  }

  private static boolean isPattern(Path path) {
    return path.toUri().getPath().chars().anyMatch(sign -> SIGNS.indexOf(sign) >= 0);
  }

  /**
   * Whether a path below a base is gone, or is a link to a folder outside. Its reader then says so.
   */
  private boolean leadsNowhere(FileSystem files, Path path, FileStatus exact) throws IOException {
    return !files.makeQualified(path).equals(files.makeQualified(base))
        && (exact == null
            || exact.isDirectory()
                && RealPath.isLink(files, path)
                && !RealPath.isWithin(files, path, base));
  }

  private static FileStatus[] matches(FileSystem files, Path pattern, String given)
      throws IOException {
    FileStatus[] matches = files.globStatus(pattern);
    if (matches == null || matches.length == 0) {
      throw UserException.failed(
          "Path %s does not exist; give a file, a folder or a pattern that does.".formatted(given));
    }
    return matches;
  }

  /** Returns the folder before the first sign of a pattern. */
  private static Path fixedPart(Path pattern) {
    String path = pattern.toUri().getPath();
    int sign = 0;
    while (sign < path.length() && SIGNS.indexOf(path.charAt(sign)) < 0) {
      sign++;
    }
    int end = path.lastIndexOf('/', sign - 1);
    String folder = end < 0 ? "." : end == 0 ? "/" : path.substring(0, end);
    return new Path(pattern.toUri().getScheme(), pattern.toUri().getAuthority(), folder);
  }

  private static FileStatus statusOf(FileSystem files, Path path) throws IOException {
    try {
      return files.getFileStatus(path);
    } catch (FileNotFoundException e) {
      return null;
    }
  }

  /** The files below one root. */
  private final class Tree {
    private final FileSystem files;
    private final Path root;
    private final Set<java.nio.file.Path> listed = new HashSet<>();
    private final Deque<FileStatus> links = new ArrayDeque<>();

    /**
     * @param root null if the path has none
     */
    Tree(FileSystem files, Path root) {
      this.files = files;
      this.root = root == null ? null : files.makeQualified(root);
    }

    void addFolder(Path folder) throws IOException {
      java.nio.file.Path real = RealPath.of(files, folder);
      if (real == null || listed.add(real)) {
        for (FileStatus child : files.listStatus(folder)) {
          add(child);
        }
        for (String name : RealPath.brokenLinks(files, folder)) {
          if (!isHidden(name) && (isReturn(name) || name.indexOf('.') < 0)) {
            addFile(files.makeQualified(new Path(folder, name)).toString(), 0);
          }
        }
      }
    }

    void add(FileStatus status) throws IOException {
      String name = status.getPath().getName();
      if (isHidden(name)) {
        return;
      }
      if (status.isFile() && !isReturn(name)) {
        others.add(status.getPath().toString());
        return;
      }
      if (RealPath.isLink(files, status.getPath())) {
        links.add(status);
      } else if (status.isDirectory()) {
        addFolder(status.getPath());
      } else {
        addFile(status);
      }
    }

    /** Adds links last, so that what they lead to is known by its own name first. */
    void addLinked() throws IOException {
      while (!links.isEmpty()) {
        FileStatus link = links.remove();
        if (link.isDirectory() && RealPath.isWithin(files, link.getPath(), root)) {
          addFolder(link.getPath());
        } else {
          addFile(link);
        }
      }
    }

    void addFile(FileStatus status) {
      addFile(status.getPath().toString(), status.getLen());
    }

    private void addFile(String path, long bytes) {
      found.putIfAbsent(path, new IlrFile(path, bytes, rootOf(path)));
    }

    private String rootOf(String path) {
      if (root != null && !path.startsWith(root.isRoot() ? root.toString() : root + "/")) {
        throw UserException.failed(
            "Path %s is not below %s, the basePath of the ilr source; give one that does."
                .formatted(path, root));
      }
      return root == null ? null : root.toString();
    }
  }

  private static boolean isReturn(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return IlrFile.isXml(lower) || lower.endsWith(".zip") || lower.endsWith(".xml.gz");
  }
}

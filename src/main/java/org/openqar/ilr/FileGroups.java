package org.openqar.ilr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Groups the parts to read into tasks of about equal work. Neighbours stay together. Paths sort by
 * year, return and provider, so the output of one task covers few of them.
 */
final class FileGroups {
  /** About how many bytes of XML a task reads, unless one file is larger. */
  static final long WORK_OF_GROUP = 32L << 20;

  private FileGroups() {}

  /**
   * Returns the groups, the one with the most work first.
   *
   * @param parts in the order of their paths
   * @param tasks how many run at once; there are at least this many groups if there are enough
   *     files
   */
  static List<List<FilePart>> of(List<FilePart> parts, int tasks) {
    List<List<FilePart>> groups = cut(parts, inWholeRounds(work(parts), tasks));
    while (groups.size() < Math.min(tasks, parts.size())) {
      cutLongest(groups);
    }
    groups.sort(Comparator.<List<FilePart>>comparingLong(FileGroups::work).reversed());
    return List.copyOf(groups);
  }

  /**
   * Returns the number of groups. Each task gets the same number, so that none is idle at the end.
   */
  private static long inWholeRounds(long work, int tasks) {
    long groups = (work + WORK_OF_GROUP - 1) / WORK_OF_GROUP;
    return Math.max(1, (groups + tasks - 1) / tasks) * tasks;
  }

  /**
   * Puts each file where the middle of its work would be if all work were cut into equal pieces.
   */
  private static List<List<FilePart>> cut(List<FilePart> parts, long pieces) {
    TreeMap<Long, List<FilePart>> groups = new TreeMap<>();
    double all = work(parts);
    long before = 0;
    for (FilePart part : parts) {
      double middle = before + work(part) / 2.0;
      groups.computeIfAbsent((long) (middle / all * pieces), it -> new ArrayList<>()).add(part);
      before += work(part);
    }
    return new ArrayList<>(groups.values());
  }

  private static void cutLongest(List<List<FilePart>> groups) {
    List<FilePart> longest = groups.stream().max(Comparator.comparingInt(List::size)).orElseThrow();
    groups.remove(longest);
    groups.addAll(cut(longest, 2));
  }

  private static long work(List<FilePart> parts) {
    return parts.stream().mapToLong(FileGroups::work).sum();
  }

  /**
   * Returns the work of a file. Even an empty file takes some, so that empty files are spread too.
   */
  private static long work(FilePart part) {
    return part.work() + 1;
  }
}

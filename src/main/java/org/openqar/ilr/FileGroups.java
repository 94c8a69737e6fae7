package org.openqar.ilr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Packs files into groups of about equal work, one group for each task. */
final class FileGroups {
  /** About how many bytes of XML a task reads, unless one file is larger. */
  static final long WORK_OF_GROUP = 32L << 20;

  private FileGroups() {}

  /**
   * The groups, that with the most work first.
   *
   * @param tasks how many run at once: there are at least so many groups, files permitting
   */
  static List<List<IlrFile>> of(List<IlrFile> files, int tasks) {
    if (files.isEmpty()) {
      return List.of();
    }
    long work = files.stream().mapToLong(IlrFile::work).sum();
    long wanted = Math.max((work + WORK_OF_GROUP - 1) / WORK_OF_GROUP, tasks);
    PriorityQueue<Group> groups = new PriorityQueue<>(Comparator.comparingLong(it -> it.work));
    for (long i = 0; i < Math.min(wanted, files.size()); i++) {
      groups.add(new Group());
    }
    List<IlrFile> largestFirst = new ArrayList<>(files);
    largestFirst.sort(
        Comparator.comparingLong(IlrFile::work).reversed().thenComparing(IlrFile::path));
    for (IlrFile file : largestFirst) {
      Group group = groups.remove();
      group.add(file);
      groups.add(group);
    }
    return groups.stream()
        .sorted(Comparator.<Group>comparingLong(it -> it.work).reversed())
        .map(it -> List.copyOf(it.files))
        .toList();
  }

  private static final class Group {
    private final List<IlrFile> files = new ArrayList<>();
    private long work;

    void add(IlrFile file) {
      files.add(file);
      // A file takes some work however small it is, so that empty ones are spread too.
      work += file.work() + 1;
    }
  }
}

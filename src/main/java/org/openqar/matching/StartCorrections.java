package org.openqar.matching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.openqar.matching.AimKey.TrainingKey;

/**
 * Finds starts that a provider corrected from one year's return to the next (qar-rules 3.4, 9.8).
 * This is the second pass. Two runs of records that differ only in their start are one aim on three
 * conditions: the later run first appears in the return after the last one with the earlier run;
 * both have the same planned end and the same restart indicator; and the new start is not after the
 * end. If several runs fit, two are one aim only if each has the nearest start to the other.
 */
final class StartCorrections {
  private StartCorrections() {}

  /** The key of an aim without its start. */
  private record Course(String learner, TrainingKey training) {
    static Course of(Keyed record) {
      return new Course(record.key().learner(), record.key().training());
    }
  }

  /** The records of one course with one start. */
  private static final class Run {
    private final LocalDate start;
    private Keyed oldest;
    private Keyed newest;

    Run(Keyed first) {
      start = first.delivery().start();
      oldest = first;
      newest = first;
    }

    void add(Keyed record) {
      oldest = Keyed.BACKWARDS.compare(record, oldest) > 0 ? record : oldest;
      newest = Keyed.ORDER.compare(record, newest) > 0 ? record : newest;
    }

    /** Whether this run continues an earlier one under another start. */
    boolean corrects(Run earlier) {
      Delivery before = earlier.newest.delivery();
      Delivery after = oldest.delivery();
      LocalDate end = before.dates().actualEnd();
      return oldest.year() == earlier.newest.year() + 1
          && !start.equals(earlier.start)
          && before.dates().plannedEnd() != null
          && before.dates().plannedEnd().equals(after.dates().plannedEnd())
          && before.restart() == after.restart()
          && (end == null || !start.isAfter(end));
    }

    long daysTo(Run other) {
      return Math.abs(ChronoUnit.DAYS.between(start, other.start));
    }
  }

  /** Gives each record the start under which a provider first returned its aim. */
  static List<Keyed> follow(List<Keyed> records) {
    Map<Course, Map<LocalDate, LocalDate>> firstStarts = new HashMap<>();
    courses(records)
        .forEach(
            (course, runs) -> {
              Map<LocalDate, LocalDate> first = firstStarts(runs);
              if (!first.isEmpty()) {
                firstStarts.put(course, first);
              }
            });
    if (firstStarts.isEmpty()) {
      return records;
    }
    List<Keyed> followed = new ArrayList<>(records.size());
    for (Keyed record : records) {
      Map<LocalDate, LocalDate> ofCourse = firstStarts.get(Course.of(record));
      LocalDate first = ofCourse == null ? null : ofCourse.get(record.delivery().start());
      followed.add(first == null ? record : record.with(record.key().withStart(first)));
    }
    return followed;
  }

  private static Map<Course, List<Run>> courses(List<Keyed> records) {
    Map<Course, Map<LocalDate, Run>> courses = new HashMap<>();
    for (Keyed record : records) {
      if (record.readableInFinalReturn()) {
        courses
            .computeIfAbsent(Course.of(record), any -> new HashMap<>())
            .computeIfAbsent(record.delivery().start(), any -> new Run(record))
            .add(record);
      }
    }
    Map<Course, List<Run>> several = new HashMap<>();
    courses.forEach(
        (course, runs) -> {
          if (runs.size() > 1) {
            several.put(course, List.copyOf(runs.values()));
          }
        });
    return several;
  }

  /** Maps each corrected start of a course to the first start of its aim. */
  private static Map<LocalDate, LocalDate> firstStarts(List<Run> runs) {
    Map<LocalDate, LocalDate> previous = new HashMap<>();
    for (Run later : runs) {
      Run earlier = nearest(later, runs, later::corrects);
      if (earlier != null && nearest(earlier, runs, other -> other.corrects(earlier)) == later) {
        previous.put(later.start, earlier.start);
      }
    }
    Map<LocalDate, LocalDate> first = new HashMap<>();
    for (LocalDate corrected : previous.keySet()) {
      LocalDate start = corrected;
      for (int step = 0; step < previous.size() && previous.containsKey(start); step++) {
        start = previous.get(start);
      }
      first.put(corrected, start);
    }
    return first;
  }

  /** Returns the nearest run. If several are equally near, the one that starts first wins. */
  private static Run nearest(Run run, List<Run> runs, Predicate<Run> fits) {
    return runs.stream()
        .filter(fits)
        .min(Comparator.comparingLong(run::daysTo).thenComparing(other -> other.start))
        .orElse(null);
  }
}

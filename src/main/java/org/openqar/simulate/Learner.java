package org.openqar.simulate;

import java.util.List;

/**
 * One learner with everything that happens to them.
 *
 * @param home the provider where they enrolled
 * @param number their number among the provider's learners, from 0
 * @param ordinal their number among the sector's learners, from 0
 * @param journey the journey they live
 * @param person who they are
 * @param aims their programme aims, in the order in which they began
 * @param course a stand-alone course, null without one
 * @param numbers how their numbers change
 * @param window the years with returns
 */
record Learner(
    Provider home,
    int number,
    int ordinal,
    Journey journey,
    Person person,
    List<AimStory> aims,
    Course course,
    Numbers numbers,
    Window window) {
  /** LearnerFAM NLM of a learner who came with a contract. */
  private static final int CONTRACT_MOVED = 18;

  /** Returns who the learner is in the return of a year. */
  Identity identityIn(int year) {
    boolean renumbered = numbers.isRenumberedIn(year);
    boolean namesPrevious = numbers.namesPreviousIn(year);
    return new Identity(
        ukprnIn(year),
        renumbered ? newReference() : reference(),
        namesPrevious ? reference() : null,
        previousUkprnIn(year),
        isAfterMerger(year) ? home.ukprn() : null,
        isTakenOverIn(year) ? CONTRACT_MOVED : null,
        year >= numbers.ulnKnownFrom() ? Uln.of(ordinal) : Uln.UNKNOWN);
  }

  /** Returns the provider at which their aims count, whichever provider returned them. */
  int countedAt() {
    return numbers.movesIn() == null ? home.survivor() : home.successor();
  }

  private int ukprnIn(int year) {
    if (numbers.isMovedIn(year)) {
      return home.successor();
    }
    return isAfterMerger(year) ? home.mergedInto() : home.ukprn();
  }

  private Integer previousUkprnIn(int year) {
    boolean merged = home.isMerged() && year == window.mergerYear() && isReturnedIn(year - 1);
    return isTakenOverIn(year) || merged ? home.ukprn() : null;
  }

  private boolean isTakenOverIn(int year) {
    return numbers.movesIn() != null && year == numbers.movesIn();
  }

  private boolean isAfterMerger(int year) {
    return !home.existsIn(year, window);
  }

  boolean isReturnedIn(int year) {
    return aims.stream().anyMatch(aim -> !aim.in(year).isEmpty());
  }

  /** Makes a reference number. Some providers use leading zeros, some letters, some lower case. */
  private String reference() {
    return switch (home.rank() % 3) {
      case 0 -> "%04d%06d".formatted(home.rank(), number);
      case 1 -> "L%04d%06d".formatted(home.rank(), number);
      default -> "ap%04d%05d".formatted(home.rank(), number);
    };
  }

  private String newReference() {
    return "N%04d%06d".formatted(home.rank(), number);
  }
}

package org.openqar.publish;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.openqar.messages.UserException;

/**
 * How figures are made fit to be published. A policy is public: what it hides stays hidden from
 * readers who know it.
 *
 * @param name as the command line has it
 * @param base counts are rounded half up to its multiples; 1 leaves them as they are
 * @param low a count from one to below it is {@code low}, and a rate with fewer above or below its
 *     line is {@code x}, nought included; 0 without either
 * @param ratesOfRounded rates are computed from the rounded counts, and so tell nothing new
 * @param smallest with fewer leavers or fewer achievers a cell is hidden; 0 hides none
 * @param providers a national cell to which fewer providers contribute is hidden; 0 hides none
 * @param secondary whether further cells are hidden so that no sum gives a hidden one away
 * @param width how many values in a row a protected count can have at least, for a reader who works
 *     out what the sums tell of each count; 0 promises nothing
 * @param together the same for a reader who solves all sums of all counts together
 */
public record Policy(
    String name,
    int base,
    int low,
    boolean ratesOfRounded,
    int smallest,
    int providers,
    boolean secondary,
    int width,
    int together)
    implements Serializable {

  /** The Department's own practice (qar-rules 5.2); it describes no secondary suppression. */
  public static final Policy DFE_NARTS = new Policy("dfe-narts", 10, 5, false, 0, 0, false, 0, 0);

  /** Nothing that is published, and nothing computed from it, tells of a few learners. */
  public static final Policy STRICT = new Policy("strict", 10, 0, true, 10, 3, true, 5, 3);

  /** The counts as they are, for who may see them. */
  public static final Policy NONE = new Policy("none", 1, 0, false, 0, 0, false, 0, 0);

  private static final List<Policy> ALL = List.of(DFE_NARTS, STRICT, NONE);

  /**
   * A policy by name.
   *
   * @throws UserException if there is none, naming those that are
   */
  public static Policy named(String name) {
    return ALL.stream()
        .filter(policy -> policy.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                UserException.usage(
                    "There is no policy %s; the policies are %s."
                        .formatted(
                            name,
                            ALL.stream().map(Policy::name).collect(Collectors.joining(", ")))));
  }

  /** Whether it hides cells. */
  boolean hides() {
    return smallest > 0 || providers > 0;
  }
}

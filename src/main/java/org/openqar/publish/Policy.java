package org.openqar.publish;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.openqar.messages.UserException;

/**
 * Decides how to round and hide figures for publication. A policy is public: what it hides stays
 * hidden from readers who know it.
 *
 * @param name the name on the command line
 * @param base the base to whose multiples counts are rounded half up; 1 for no rounding
 * @param low a count from one to below this is {@code low}. A rate whose numerator or denominator
 *     is below this, a numerator of zero included, is {@code x}. 0 for neither
 * @param ratesOfRounded whether rates are computed from the rounded counts, so that they reveal
 *     nothing new
 * @param smallest the fewest leavers and the fewest achievers of a shown cell; 0 hides none
 * @param providers the fewest providers that contribute to a shown national cell; 0 hides none
 * @param secondary whether to hide further cells so that no sum gives a hidden one away
 * @param width the fewest consecutive values that a protected count can have for a reader who works
 *     out each count from the sums; 0 promises nothing
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

  /** Nothing published, and nothing computed from it, reveals anything about a few learners. */
  public static final Policy STRICT = new Policy("strict", 10, 0, true, 10, 3, true, 5, 3);

  /** The true counts, for people who may see them. */
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

  /** Whether the policy hides cells. */
  boolean hides() {
    return smallest > 0 || providers > 0;
  }
}

package org.openqar.reports;

import java.util.Optional;
import org.openqar.privacy.PseudonymKey;
import org.openqar.privacy.Pseudonyms;

/**
 * A learner to look for, in the words of the tables.
 *
 * @param shown the name of the learner in the explanation; never a real number if the tables hold
 *     pseudonyms
 * @param reference the text to find as LearnRefNumber
 * @param uln the text to find as ULN; empty if it cannot be a ULN
 * @param keyCheck identifies the given key; empty if there is none
 */
public record SoughtLearner(
    String shown, String reference, Optional<String> uln, Optional<String> keyCheck) {

  /** Seeks a learner by numbers that are the same in the tables. */
  public static SoughtLearner as(String number) {
    return new SoughtLearner(number, number, Optional.of(number), Optional.empty());
  }

  /**
   * Seeks a learner of whose numbers the tables hold pseudonyms. A pseudonym is sought unchanged.
   */
  public static SoughtLearner under(PseudonymKey key, String number) {
    if (Pseudonyms.isOne(number)) {
      return new SoughtLearner(number, number, Optional.of(number), Optional.of(key.check()));
    }
    Pseudonyms pseudonyms = new Pseudonyms(key);
    String reference = pseudonyms.reference(number);
    Optional<String> uln =
        Pseudonyms.isUln(number) ? Optional.of(pseudonyms.uln(number)) : Optional.empty();
    return new SoughtLearner(
        "pseudonym " + uln.orElse(reference), reference, uln, Optional.of(key.check()));
  }
}

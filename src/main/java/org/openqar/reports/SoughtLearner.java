package org.openqar.reports;

import java.util.Optional;
import org.openqar.privacy.PseudonymKey;
import org.openqar.privacy.Pseudonyms;

/**
 * A learner to look for, in the words of the tables.
 *
 * @param shown how the explanation names the learner; never a real number where tables hold
 *     pseudonyms
 * @param reference as LearnRefNumber
 * @param uln as ULN; empty where it can be none
 * @param keyCheck tells the key that was given from others; empty without one
 */
public record SoughtLearner(
    String shown, String reference, Optional<String> uln, Optional<String> keyCheck) {

  /** One whose numbers are in the tables as they were returned, or as they stand there. */
  public static SoughtLearner as(String number) {
    return new SoughtLearner(number, number, Optional.of(number), Optional.empty());
  }

  /** One of whose numbers the tables hold pseudonyms; a pseudonym is looked for as it is. */
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

package org.openqar.privacy;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands in place of learners' numbers: HMAC-SHA-256 under a key, as 64 lower-case hexadecimal
 * digits. Equal numbers give equal pseudonyms in every return, year and provider; numbers of
 * different kinds never do. For one thread.
 */
public final class Pseudonyms {
  /** The ULN that many learners share because theirs is not known: it names no one. */
  private static final String UNKNOWN_ULN = "9999999999";

  /** Stands in place of a text that is no ULN. */
  private static final String UNREADABLE_ULN = "unreadable";

  private static final Pattern TEN_DIGITS = Pattern.compile("[1-9][0-9]{9}");

  private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{64}");

  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  public Pseudonyms(PseudonymKey key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  /** Whether a text is the ULN of one learner: ten digits, the first not 0, not all of them 9. */
  public static boolean isUln(String text) {
    String plain = text.trim();
    return TEN_DIGITS.matcher(plain).matches() && !plain.equals(UNKNOWN_ULN);
  }

  /** Whether a text is a pseudonym. */
  public static boolean isOne(String text) {
    return PSEUDONYM.matcher(text).matches();
  }

  /**
   * Of a ULN: the pseudonym of a learner's own, the unknown 9999999999 as it is, and {@code
   * unreadable} for any other text.
   */
  public String uln(String text) {
    if (isUln(text)) {
      return of("uln:", text);
    }
    return text.trim().equals(UNKNOWN_ULN) ? UNKNOWN_ULN : UNREADABLE_ULN;
  }

  /** Of a LearnRefNumber, now or previous. */
  public String reference(String text) {
    return of("reference:", text);
  }

  /** Of a SWSupAimId, the number that an aim has in the provider's own system. */
  public String aim(String text) {
    return of("aim:", text);
  }

  String check() {
    return of("check:", "");
  }

  private String of(String kind, String text) {
    mac.update(kind.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(mac.doFinal(text.trim().getBytes(StandardCharsets.UTF_8)));
  }
}

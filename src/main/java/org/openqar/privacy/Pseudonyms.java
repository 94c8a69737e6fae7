package org.openqar.privacy;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces learners' numbers with pseudonyms: HMAC-SHA-256 under a key, as 64 lower-case
 * hexadecimal digits. Equal numbers give equal pseudonyms in every return, year and provider.
 * Numbers of different kinds never do. Not safe for use by several threads.
 */
public final class Pseudonyms {
  /** The ULN of every learner whose own is unknown. It identifies nobody. */
  private static final String UNKNOWN_ULN = "9999999999";

  /** Replaces a text that is not a ULN. */
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
   * Returns the pseudonym of a learner's ULN. The unknown ULN 9999999999 stays as it is, and any
   * other text becomes {@code unreadable}.
   */
  public String uln(String text) {
    if (isUln(text)) {
      return of("uln:", text);
    }
    return text.trim().equals(UNKNOWN_ULN) ? UNKNOWN_ULN : UNREADABLE_ULN;
  }

  /** Returns the pseudonym of a present or previous LearnRefNumber. */
  public String reference(String text) {
    return of("reference:", text);
  }

  /** Returns the pseudonym of a SWSupAimId, the number of an aim in the provider's own system. */
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

package org.openqar.rules.common;

/** Sentences about aims with an unreadable AimType or ProgType (qar-rules 9.11). */
public final class Readable {
  private Readable() {}

  public static final String AIM_TYPE =
      "Its AimType is missing or cannot be read, so nobody can tell which report it belongs to.";

  public static final String PROG_TYPE =
      "Its ProgType cannot be read, so nobody can tell which report it belongs to.";
}

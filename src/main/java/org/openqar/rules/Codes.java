package org.openqar.rules;

/** ILR codes by the names that rules use (docs/reference/qar-rules.md, 1.3). */
public final class Codes {
  private Codes() {}

  public static final int PROGRAMME_AIM = 1;

  public static final int APPRENTICESHIP_STANDARD = 25;

  /** FundModel of apprenticeships since 1 May 2017. */
  public static final int APPRENTICESHIPS = 36;

  public static final int CONTINUING = 1;
  public static final int COMPLETED = 2;
  public static final int WITHDRAWN = 3;

  /** Retired; the extracts still show it. Read as withdrawn with reason 40. */
  public static final int TRANSFERRED = 4;

  public static final int PLANNED_BREAK = 6;

  public static final int ACHIEVED = 1;
  public static final int OUTCOME_NOT_YET_KNOWN = 8;
}

package org.openqar.rules;

/** ILR codes by the names that rules use (docs/reference/qar-rules.md, 1.3). */
public final class Codes {
  private Codes() {}

  public static final int PROGRAMME_AIM = 1;

  public static final int COMPONENT_AIM = 3;

  /** An aim that is not part of a programme. */
  public static final int COURSE = 4;

  /** The core aim of a study programme; a course in everything else. */
  public static final int CORE_AIM = 5;

  public static final int TRAINEESHIP = 24;
  public static final int APPRENTICESHIP_STANDARD = 25;

  /** Funding of the trailblazer pilots, and of other adult learning. */
  public static final int OTHER_ADULT = 81;

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

  public static final int EMPLOYED = 10;
  public static final int LOOKING_FOR_WORK = 11;
  public static final int NOT_LOOKING_FOR_WORK = 12;
}

package org.openqar.rules;

/** ILR codes under the names that rules use (docs/reference/qar-rules.md, 1.3). */
public final class Codes {
  private Codes() {}

  public static final int PROGRAMME_AIM = 1;

  public static final int COMPONENT_AIM = 3;

  /** An aim outside a programme. */
  public static final int COURSE = 4;

  /** The core aim of a study programme. In all other respects it is a course. */
  public static final int CORE_AIM = 5;

  public static final int TRAINEESHIP = 24;
  public static final int APPRENTICESHIP_STANDARD = 25;

  /** ProgType of a T Level's foundation year, and of a T Level. */
  public static final int T_LEVEL_FOUNDATION_YEAR = 30;

  public static final int T_LEVEL = 31;

  public static final int SKILLS_BOOTCAMP = 32;

  /** ProgType of short training that is part of an apprenticeship, from 2026/27. */
  public static final int APPRENTICESHIP_UNIT = 34;

  public static final int COMMUNITY_LEARNING = 10;

  /** FundModel that replaced community learning in 2024/25. */
  public static final int TAILORED_LEARNING = 11;

  /** FundModel of the trailblazer pilots and of other adult learning. */
  public static final int OTHER_ADULT = 81;

  /** FundModel of apprenticeships from 1 May 2017. */
  public static final int APPRENTICESHIPS = 36;

  public static final int SKILLS_BOOTCAMPS = 37;

  /** FundModel of {@link #APPRENTICESHIP_UNIT}. */
  public static final int APPRENTICESHIP_UNITS = 39;

  public static final int EUROPEAN_SOCIAL_FUND = 70;

  public static final int NOT_FUNDED = 99;

  public static final int CONTINUING = 1;
  public static final int COMPLETED = 2;
  public static final int WITHDRAWN = 3;

  /** Retired, but the extracts still have it. The rules read it as withdrawn with reason 40. */
  public static final int TRANSFERRED = 4;

  public static final int PLANNED_BREAK = 6;

  public static final int ACHIEVED = 1;
  public static final int OUTCOME_NOT_YET_KNOWN = 8;

  public static final int EMPLOYED = 10;
  public static final int LOOKING_FOR_WORK = 11;
  public static final int NOT_LOOKING_FOR_WORK = 12;
}

package org.openqar.breakdowns;

import java.util.List;
import java.util.stream.Stream;

/** All breakdowns. CONTRIBUTING, "Adding a breakdown", says how to add one. */
public final class Breakdowns {
  private Breakdowns() {}

  /** The breakdowns, in the order of their columns in {@code qar_aim} and in published files. */
  public static final List<Breakdown> ALL =
      Stream.concat(
              Stream.of(
                  AgeBand.AGE_BAND,
                  Level.LEVEL,
                  DetailedLevel.DETAILED_LEVEL,
                  SubjectArea.FIRST_TIER,
                  SubjectArea.SECOND_TIER,
                  KindOfProgramme.KIND,
                  Programme.PROGRAMME,
                  ProviderType.PROVIDER_TYPE,
                  Region.REGION,
                  FundingType.FUNDING_TYPE,
                  Sex.SEX,
                  Ethnicity.ETHNICITY,
                  LearningDifficulty.LEARNING_DIFFICULTY,
                  LocalSkillsArea.LOCAL_SKILLS_AREA,
                  PriorAttainment.PRIOR_ATTAINMENT,
                  Deprivation.DEPRIVATION,
                  Partner.PARTNER,
                  Campus.CAMPUS),
              OwnCode.ALL.stream())
          .toList();

  /** Pairs of breakdowns whose cells combine both. */
  static final List<List<Breakdown>> CROSSED =
      List.of(
          List.of(SubjectArea.FIRST_TIER, Level.LEVEL),
          List.of(SubjectArea.FIRST_TIER, AgeBand.AGE_BAND),
          List.of(Level.LEVEL, AgeBand.AGE_BAND),
          List.of(Programme.PROGRAMME, AgeBand.AGE_BAND),
          List.of(ProviderType.PROVIDER_TYPE, Level.LEVEL));

  /**
   * Returns the breakdown with a column.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Breakdown named(String name) {
    return ALL.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no breakdown " + name));
  }
}

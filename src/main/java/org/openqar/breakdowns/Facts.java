package org.openqar.breakdowns;

import static org.openqar.rules.Value.column;
import static org.openqar.rules.Value.first;

import java.util.List;
import org.openqar.rules.Codes;
import org.openqar.rules.Condition;
import org.openqar.rules.ReportType.Provision;
import org.openqar.rules.ReportTypes;
import org.openqar.rules.Term;
import org.openqar.rules.Value;

/**
 * The words of the breakdowns: the facts of a judged row of {@code aim}, and the values of its
 * look-ups under the names here.
 */
public final class Facts {
  private Facts() {}

  // --- as judged -----------------------------------------------------------------------------

  static final Condition OF_APPRENTICESHIPS = of(Provision.APPRENTICESHIPS, "apprenticeships");

  static final Condition OF_EDUCATION =
      of(Provision.EDUCATION_AND_TRAINING, "education and training");

  // --- as returned ---------------------------------------------------------------------------

  static final Condition PROGRAMME_AIM =
      returned("AimType", "aim_type").is(Codes.PROGRAMME_AIM).called("a programme aim");

  static final Term PROG_TYPE = returned("ProgType", "prog_type");

  static final Condition OF_STANDARD =
      PROG_TYPE.is(Codes.APPRENTICESHIP_STANDARD).called("of a standard");

  static final Term SEX = returned("Sex", "sex");
  static final Term ETHNICITY = new Term("Ethnicity", new Value.WholeNumber(column("ethnicity")));
  static final Term LLDD_HEALTH_PROB = returned("LLDDHealthProb", "lldd_health_prob");
  static final Term CONTRACT = returned("LearnDelFAM ACT", "apprenticeship_contract");

  // --- age -----------------------------------------------------------------------------------

  private static final Value START =
      first(column("orig_learn_start_date"), column("learn_start_date"));

  /**
   * Whole years at the original start, or at the start if there is none. In education and training,
   * whole years on 31 August of the academic year of that day.
   */
  public static final Value AGE_AT_START =
      new Value.WholeYears(
          column("date_of_birth"),
          new Value.Choice(
              List.of(
                  new Value.When(OF_EDUCATION, new Value.EndOfAugust(START)),
                  new Value.When(Condition.always(), START))));

  /** The worked-out value of {@link #AGE_AT_START}. */
  static final Term AGE = new Term("age at start", column("age_at_start"));

  // --- looked up -----------------------------------------------------------------------------

  /** The level of a standard or framework, 2 to 7. */
  public static final String PROGRAMME_LEVEL = "programme_level";

  /**
   * The notional level of an aim in LARS, in upper case: E for entry, H for higher, or a number.
   */
  public static final String AIM_LEVEL = "aim_level";

  /** The notional level as a whole number, rounded down; empty if it is not a number. */
  public static final String AIM_LEVEL_NUMBER = "aim_level_number";

  public static final String FIRST_TIER = "ssa_t1_of_learning";
  public static final String SECOND_TIER = "ssa_t2_of_learning";
  public static final String TYPE_OF_PROVIDER = "type_of_provider";
  public static final String REGION_OF_PROVIDER = "region_of_provider";
  public static final String REGION_OF_DELIVERY = "region_of_delivery";

  public static final String SKILLS_AREA_OF_DELIVERY = "skills_area_of_delivery";

  /** 1 to 5. 1 is the most deprived. */
  public static final String FIFTH_OF_HOME = "deprivation_fifth_of_home";

  static Term returned(String element, String column) {
    return new Term(element, column(column));
  }

  private static Condition of(Provision provision, String words) {
    return new Term("report", column("report_type"))
        .in(ReportTypes.names(provision))
        .called("in " + words);
  }
}

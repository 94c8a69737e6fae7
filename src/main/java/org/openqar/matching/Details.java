package org.openqar.matching;

import java.time.LocalDate;
import java.util.List;

/**
 * What matching does not read: it goes with the record into the aim that the record is the newest
 * of.
 *
 * @param empOutcome EmpOutcome
 * @param ldmCodes LearnDelFAM LDM codes, each once, in order
 * @param employerContribution what the employer paid less what was paid back, in pounds
 * @param contract newest LearnDelFAM ACT code
 * @param priorLevel the latest PriorLevel that applied by the start
 * @param priorLevelYear the academic year of its return, whose code list it is of
 * @param postcode outward part of DelLocPostCode
 * @param homePostcode outward part of PostcodePrior
 * @param monitoring the provider's own six codes, each at its place; null where they were not read
 */
public record Details(
    Integer fundModel,
    Integer partnerUkprn,
    Integer empOutcome,
    boolean loan,
    List<String> ldmCodes,
    long employerContribution,
    String contract,
    LocalDate dateOfBirth,
    String sex,
    String ethnicity,
    String lldd,
    Integer priorLevel,
    Integer priorLevelYear,
    String postcode,
    String homePostcode,
    String campus,
    List<String> monitoring) {}

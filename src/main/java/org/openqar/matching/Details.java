package org.openqar.matching;

import java.time.LocalDate;
import java.util.List;

/**
 * The values that matching does not read. They go with the newest record into its aim.
 *
 * @param empOutcome EmpOutcome
 * @param ldmCodes LearnDelFAM LDM codes, each once, in order
 * @param employerContribution the employer's payments less repayments, in pounds
 * @param contract the newest LearnDelFAM ACT code
 * @param priorLevel the latest PriorLevel that applied by the start
 * @param priorLevelYear the academic year of the return with that PriorLevel, which decides the
 *     code list
 * @param postcode outward part of DelLocPostCode
 * @param homePostcode outward part of PostcodePrior
 * @param monitoring the provider's own six codes, each at its place; null if the run did not read
 *     them
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

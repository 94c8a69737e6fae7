package org.openqar.simulate;

/**
 * Who a learner is in one year's return.
 *
 * @param ukprn the provider that makes the return
 * @param reference LearnRefNumber
 * @param previousReference PrevLearnRefNumber, null for none
 * @param previousUkprn PrevUKPRN, null for none
 * @param preMergerUkprn PMUKPRN, null for none
 * @param migration LearnerFAM NLM, null for none
 * @param uln ULN
 */
record Identity(
    int ukprn,
    String reference,
    String previousReference,
    Integer previousUkprn,
    Integer preMergerUkprn,
    Integer migration,
    long uln) {}

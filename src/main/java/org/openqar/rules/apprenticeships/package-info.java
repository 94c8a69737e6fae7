/**
 * The two report types of apprenticeships, and the rules that only they have. Their identifiers
 * begin with {@code APP-}.
 *
 * <p>In come the words of the rules and the shared rules. Out go two lists of rules, for programme
 * aims and for component aims. Nothing here judges an aim, reads a file or knows an engine. Start
 * reading at {@link org.openqar.rules.apprenticeships.ApprenticeshipProgramme}.
 */
package org.openqar.rules.apprenticeships;

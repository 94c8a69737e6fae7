/**
 * The report type of education and training, and the rules that only it has. Their identifiers
 * begin with {@code EDU-}.
 *
 * <p>In come the words of the rules and the shared rules. Out goes one list of rules. Traineeships
 * use some of its exclusions too. Nothing here judges an aim, reads a file or knows an engine.
 * Start reading at {@link org.openqar.rules.education.EducationAndTraining}.
 */
package org.openqar.rules.education;

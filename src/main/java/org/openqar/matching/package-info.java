/**
 * Matching: one learner's returned records become aims (qar-rules 3.2 to 3.7, 9), in plain Java.
 *
 * <p>In come the records of one learner at one provider ({@link
 * org.openqar.matching.LearnerRecords}), in any order. Out come the aims that a final return has
 * ({@link org.openqar.matching.MatchedAim}), each with its history and with what the learner's
 * other records say about it. Nothing here judges an aim, reads a file or knows Spark; so every
 * step can be tried on a few literal records.
 *
 * <p>Start reading at {@link org.openqar.matching.Matcher}: it calls the steps in the order in
 * which the specification tells them.
 *
 * <ol>
 *   <li>Who is who: {@link org.openqar.matching.WhoIsWho} follows numbers that changed and learners
 *       who moved ({@code NumberChanges}): each {@code Change} takes some records and leaves
 *       others, {@code UnfinishedAims} tells which aims go along. It finds the ULN of records
 *       without one. It needs the records of other learners, so it comes before the walk; {@link
 *       org.openqar.matching.Learners} then parts the gathered records.
 *   <li>Which aim a record is: its key ({@code Keyed}, {@code AimKey}), blank pathways ({@code
 *       Pathways}), starts that were corrected ({@code StartCorrections}), and records of which it
 *       cannot be read ({@code Doubts}).
 *   <li>One aim out of the records with one key: {@code Chains}. Of several in one return {@link
 *       org.openqar.matching.Precedence} tells which counts; R04 can stand in a final return's
 *       place ({@code LateReports}).
 *   <li>What one aim says about another: {@code Restarts} of breaks, and {@code NextAims}.
 * </ol>
 */
package org.openqar.matching;

/**
 * Matching: one learner's returned records become aims (qar-rules 3.2 to 3.7, 9), in plain Java.
 *
 * <p>In come the records of one learner at one provider ({@link
 * org.openqar.matching.LearnerRecords}), in any order. Out go the aims that a final return shows
 * ({@link org.openqar.matching.MatchedAim}), each with its history and with what the learner's
 * other records say about it. Nothing here judges an aim, reads a file or knows Spark, so every
 * step can be tried on a few literal records.
 *
 * <p>Start reading at {@link org.openqar.matching.Matcher}, which calls the steps in the order of
 * the specification:
 *
 * <ol>
 *   <li>Who is who. {@link org.openqar.matching.WhoIsWho} follows numbers that changed and learners
 *       who moved ({@code NumberChanges}). Each {@code Change} takes some records and leaves
 *       others, and {@code UnfinishedAims} decides which aims move with them. It also finds the ULN
 *       of records without one. It needs the records of other learners, so it comes before the
 *       walk. {@link org.openqar.matching.Learners} then divides the gathered records.
 *   <li>Which aim a record belongs to: its key ({@code Keyed}, {@code AimKey}), blank pathways
 *       ({@code Pathways}), corrected starts ({@code StartCorrections}), and records in doubt
 *       ({@code UnreadableRecords}).
 *   <li>One aim from the records with one key: {@code Chains}. If one return has several, {@link
 *       org.openqar.matching.Precedence} decides which counts. R04 can replace a final return
 *       ({@code LateReports}).
 *   <li>What one aim says about another: {@code Restarts} of breaks, and {@code NextAims}.
 * </ol>
 */
package org.openqar.matching;

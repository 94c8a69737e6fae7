package org.openqar.ilr;

/** What reading a file shows of the file itself. */
final class Findings {
  final NameTally unknownElements = new NameTally();
  final NameTally caseSlips = new NameTally();
  final NameTally namespaces = new NameTally();
  long learners;
  long aims;
  long destinations;

  /** Of the learner whose end came last: its number in the file and its line; 0 before any. */
  long lastLearnerNo;

  int lastLearnerLine;
  String innerName;
  IlrReadException problem;
  String contentHash;
  Long bytes;

  /** What was seen up to here, as a clause of a sentence. */
  String seen() {
    if (learners == 0) {
      return "no learner begins before it";
    }
    String counts =
        "before it begin %s, %s and %s"
            .formatted(
                count(learners, "learner"), count(aims, "aim"), count(destinations, "destination"));
    return lastLearnerNo == 0
        ? counts + ", and no learner is whole"
        : counts
            + ", and the last whole learner is number %d, at line %d"
                .formatted(lastLearnerNo, lastLearnerLine);
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}

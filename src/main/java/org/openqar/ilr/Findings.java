package org.openqar.ilr;

/** What reading a file shows of the file itself. */
final class Findings {
  NameTally unknownElements = new NameTally();
  NameTally caseSlips = new NameTally();
  NameTally namespaces = new NameTally();
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

  /** How many lines end in what was read, once it is read to its end. */
  Integer lines;

  /** Forgets the names met in the head of a file, which are found by who reads its first part. */
  void forgetNames() {
    unknownElements = new NameTally();
    caseSlips = new NameTally();
    namespaces = new NameTally();
  }

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

package org.openqar.ilr;

/** What reading a file shows about the file itself. */
final class Findings {
  NameTally unknownElements = new NameTally();
  NameTally caseSlips = new NameTally();
  NameTally namespaces = new NameTally();
  long learners;
  long aims;
  long destinations;

  /** The number in the file, and the line, of the last learner that ended; 0 before any. */
  long lastLearnerNo;

  int lastLearnerLine;
  String innerName;
  IlrReadException problem;
  String contentHash;
  Long bytes;

  /** The number of lines that end in the text, known once it has been read to its end. */
  Integer lines;

  /** Forgets the names in the head of a file. The reader of the first part reports them. */
  void forgetNames() {
    unknownElements = new NameTally();
    caseSlips = new NameTally();
    namespaces = new NameTally();
  }

  /** Says what was seen so far, as a clause of a sentence. */
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

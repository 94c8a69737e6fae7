package org.openqar.returns;

import java.io.Serializable;
import java.util.List;

/**
 * What all rows of one file have in common, known before it is read.
 *
 * @param starts where each of its parts begins; empty for a file that is read whole
 */
record Placement(String returnId, int ukprn, int fundingYear, int returnNumber, List<Start> starts)
    implements Serializable {

  /** What of a file lies before one of its parts, in which numbers and lines count anew. */
  record Start(long learners, long destinations, int lines) implements Serializable {
    static final Start OF_FILE = new Start(0, 0, 0);

    Start after(long moreLearners, long moreDestinations, int moreLines) {
      return new Start(learners + moreLearners, destinations + moreDestinations, lines + moreLines);
    }
  }

  static Placement of(JudgedFile judged, List<Start> starts) {
    return new Placement(
        judged.file().contentHash(),
        judged.ukprn(),
        judged.year().start(),
        judged.returnNumber(),
        List.copyOf(starts));
  }

  /** Whether the file is read whole. */
  boolean isWhole() {
    return starts.isEmpty();
  }

  /** Where a part begins; a part that nobody counted on begins the file. */
  Start start(int part) {
    return part < starts.size() ? starts.get(part) : Start.OF_FILE;
  }
}

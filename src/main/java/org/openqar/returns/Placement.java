package org.openqar.returns;

import java.io.Serializable;
import java.util.List;

/**
 * What all rows of one file share, known before the run reads it.
 *
 * @param starts where each of its parts begins; empty for a file that is read whole
 */
record Placement(String returnId, int ukprn, int fundingYear, int returnNumber, List<Start> starts)
    implements Serializable {

  /**
   * The numbers of learners, destinations and lines of a file before one of its parts, where the
   * counts begin again.
   */
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

  /** Whether the run reads the file whole. */
  boolean isWhole() {
    return starts.isEmpty();
  }

  /** Returns where a part begins. A part without a count starts at the beginning of the file. */
  Start start(int part) {
    return part < starts.size() ? starts.get(part) : Start.OF_FILE;
  }
}

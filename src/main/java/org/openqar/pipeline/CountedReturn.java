package org.openqar.pipeline;

import java.util.List;

/**
 * A return that counts, by content.
 *
 * @param linkedUkprns the providers that its PrevUKPRN and PMUKPRN name
 */
record CountedReturn(
    int ukprn, int fundingYear, int returnNumber, String returnId, List<Integer> linkedUkprns) {

  CountedReturn {
    linkedUkprns = List.copyOf(linkedUkprns);
  }
}

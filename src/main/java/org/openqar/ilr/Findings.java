package org.openqar.ilr;

/** What reading a file shows of the file itself. */
final class Findings {
  final NameTally unknownElements;
  final NameTally caseSlips;
  final NameTally namespaces;
  long learners;
  long aims;
  long destinations;
  IlrReadException problem;
  String contentHash;
  Long bytes;

  Findings(IlrLimits limits) {
    unknownElements = new NameTally(limits);
    caseSlips = new NameTally(limits);
    namespaces = new NameTally(limits);
  }
}

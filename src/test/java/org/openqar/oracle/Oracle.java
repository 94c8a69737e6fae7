package org.openqar.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * A second reading of the specification, without Spark: simple loops over returned records. Clause
 * numbers are those of docs/reference/qar-rules.md.
 *
 * @param verdicts each aim in each report that it is in
 * @param chains the aims, those that only R04 shows too
 * @param inNoReport records that no report can hold
 */
record Oracle(List<Verdict> verdicts, List<Chain> chains, List<ReturnedAim> inNoReport) {

  /** Whether the specification leaves open which record of an aim counts (3.4). */
  boolean leftOpen() {
    return chains.stream().anyMatch(Chain::leftOpen);
  }

  static Oracle of(Sector sector, Switches switches, int reportYear) {
    return of(sector, switches, Window.of(reportYear, switches));
  }

  static Oracle of(Sector sector, Switches switches, Window window) {
    List<Seen> records =
        sector.aims().stream()
            .filter(aim -> window.loaded(aim.year(), aim.returnNumber()))
            .map(Seen::new)
            .toList();
    Providers providers =
        new Providers(sector.mergers(), sector.finalReturns(), window.reportYear());
    Matching matching = new Matching(records, providers, switches);
    List<Verdict> verdicts = new ArrayList<>();
    for (Chain chain : matching.chains) {
      if (chain.inFinalReturns()) {
        for (ReportType type : ReportType.values()) {
          Judge judge = new Judge(window, sector, switches, providers, matching, type, chain);
          if (judge.inScope()) {
            verdicts.add(judge.verdict());
          }
        }
      }
    }
    return new Oracle(
        verdicts, matching.chains, matching.inNoReport.stream().map(seen -> seen.source).toList());
  }
}

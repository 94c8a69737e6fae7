package org.openqar.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openqar.calendar.AcademicYear;
import org.openqar.config.Settings;
import org.openqar.messages.UserException;
import org.openqar.rules.Edition;

/** Finds the runs that supply the figures of a history that is kept as published. */
final class KeptFigures {
  private KeptFigures() {}

  /**
   * Returns the ids of the runs, oldest first; none if the history is computed.
   *
   * @throws UserException if one of them is not in the warehouse
   */
  static List<String> runs(RunLog log, Settings settings, Edition edition) {
    Set<String> reportTypes = edition.history().asPublished();
    if (reportTypes.isEmpty()) {
      return List.of();
    }
    List<String> ids = new ArrayList<>();
    for (int year = settings.firstReportedYear(); year < settings.reportYear(); year++) {
      String published = new AcademicYear(year).edition();
      LoggedRun run =
          log.newest(published, year, one -> one.ran(Stages.MEASURES))
              .filter(one -> log.ownRowsStand(one, List.of(Stages.MEASURES)))
              .orElseThrow(() -> notPublished(reportTypes, published));
      ids.add(run.id());
    }
    return ids;
  }

  private static UserException notPublished(Set<String> reportTypes, String edition) {
    return UserException.failed(
        "The history of %s is kept as published, and the figures of edition %s are not in this warehouse: ./qar run --edition %s --report-year %s makes them."
            .formatted(String.join(", ", reportTypes), edition, edition, edition.substring(0, 4)));
  }
}

package org.openqar.oracle;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that some providers returned, and the reference data that go with it.
 *
 * @param aims the returned aims
 * @param destinations the returned destinations
 * @param finalReturns the final returns that exist, an empty one too
 * @param mergers which provider became part of which
 * @param aimClasses learning aim class codes by aim reference; empty where the file tells none
 * @param foundationStandards standard codes of foundation apprenticeships
 */
record Sector(
    List<ReturnedAim> aims,
    List<Destination> destinations,
    Set<ProviderYear> finalReturns,
    List<Merger> mergers,
    Map<String, String> aimClasses,
    Set<Integer> foundationStandards) {

  /** A provider's academic year. */
  record ProviderYear(int ukprn, int year) {}

  /** {@code old} is part of {@code survivor} from an academic year on. */
  record Merger(int old, int survivor, int fromYear) {}

  /** One DPOutcome of a learner in one return. */
  record Destination(
      int ukprn,
      int year,
      int returnNumber,
      String learnRefNumber,
      String uln,
      String outType,
      String outCode,
      String outStartDate) {}
}

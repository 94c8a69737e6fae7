package org.openqar.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds a sector record by record. */
final class SectorBuilder {
  private final List<ReturnedAim> aims = new ArrayList<>();
  private final List<Sector.Destination> destinations = new ArrayList<>();
  private final Set<Sector.ProviderYear> finalReturns = new HashSet<>();
  private final List<Sector.Merger> mergers = new ArrayList<>();
  private final Map<String, String> aimClasses = new HashMap<>();
  private final Set<Integer> foundationStandards = new HashSet<>();

  /** Adds an aim of a learner who has a record of the return alone. */
  SectorBuilder aim(
      int ukprn,
      int year,
      int returnNumber,
      Map<String, String> learner,
      Set<String> learnerFams,
      Map<String, String> delivery,
      Set<String> fams,
      List<ReturnedAim.Employment> employment) {
    aims.add(
        new ReturnedAim(
            ukprn,
            year,
            returnNumber,
            aims.size() + 1,
            learner,
            learnerFams,
            delivery,
            fams,
            employment,
            List.of()));
    return this;
  }

  SectorBuilder destination(Sector.Destination destination) {
    destinations.add(destination);
    return this;
  }

  SectorBuilder finalReturns(int ukprn, int from, int to) {
    for (int year = from; year <= to; year++) {
      finalReturns.add(new Sector.ProviderYear(ukprn, year));
    }
    return this;
  }

  SectorBuilder missing(int ukprn, int year) {
    finalReturns.remove(new Sector.ProviderYear(ukprn, year));
    return this;
  }

  SectorBuilder merger(int old, int survivor, int fromYear) {
    mergers.add(new Sector.Merger(old, survivor, fromYear));
    return this;
  }

  SectorBuilder aimClass(String learnAimRef, String code) {
    aimClasses.put(learnAimRef, code);
    return this;
  }

  SectorBuilder foundation(int stdCode) {
    foundationStandards.add(stdCode);
    return this;
  }

  Sector sector() {
    return new Sector(aims, destinations, finalReturns, mergers, aimClasses, foundationStandards);
  }

  /** Elements by name, in pairs; one without text is left out. */
  static Map<String, String> elements(Object... pairs) {
    Map<String, String> elements = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i + 1] != null) {
        elements.put((String) pairs[i], pairs[i + 1].toString());
      }
    }
    return elements;
  }
}

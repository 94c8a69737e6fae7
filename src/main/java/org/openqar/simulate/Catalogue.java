package org.openqar.simulate;

import java.util.ArrayList;
import java.util.List;

/** All journeys, in the order in which the README lists them. */
final class Catalogue {

  static final List<Journey> JOURNEYS = all();

  private Catalogue() {}

  private static List<Journey> all() {
    List<Journey> all = new ArrayList<>();
    all.addAll(Endings.journeys());
    all.addAll(Withdrawals.journeys());
    all.addAll(Transfers.journeys());
    all.addAll(Breaks.journeys());
    all.addAll(Reporting.journeys());
    all.addAll(Identities.journeys());
    all.addAll(Frameworks.journeys());
    all.addAll(Traineeships.journeys());
    return List.copyOf(all);
  }

  static List<Journey> at(Provider provider, Window window) {
    return JOURNEYS.stream().filter(journey -> journey.fits(provider, window)).toList();
  }
}

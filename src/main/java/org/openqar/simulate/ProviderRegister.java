package org.openqar.simulate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The sector's providers: a few large ones, many small ones, and one that merges into another. */
final class ProviderRegister {

  private static final int FIRST_UKPRN = 10_000_100;
  private static final int SURVIVOR_RANK = 1;
  private static final int MERGED_RANK = 3;
  private static final double MEAN_TARGET = 0.61;
  private static final double TARGET_SPREAD = 0.12;

  private static final List<String> TYPES =
      List.of(
          "Private Sector Public Funded",
          "General FE College incl Tertiary",
          "Private Sector Public Funded",
          "Other Public Funded i.e LA's and HE",
          "Private Sector Public Funded",
          "General FE College incl Tertiary",
          "Sixth Form College",
          "Special College",
          "Schools");

  private static final List<String> PLACES =
      List.of(
          "Ashmere",
          "Brackenford",
          "Coldwick",
          "Dunmarsh",
          "Elmsworthy",
          "Fernholt",
          "Greywater",
          "Hartlebourne",
          "Inglecombe",
          "Kestrelby",
          "Larkhaven",
          "Millbourne",
          "Netherfold",
          "Oakenshaw",
          "Pendlewick",
          "Quarrydale",
          "Rookhampton",
          "Silverbeck",
          "Thornaby Vale",
          "Umberleigh Cross",
          "Westerholme",
          "Yarrowby");

  private final List<Provider> byRank;

  ProviderRegister(Sector sector, Window window) {
    Dice dice = Dice.of(sector.seed(), 1);
    int[] sizes = sizes(sector.providers(), sector.learners(), dice);
    List<Integer> ukprns = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      ukprns.add(FIRST_UKPRN + i);
    }
    Collections.shuffle(ukprns, dice.random());
    boolean merges = sizes.length > MERGED_RANK && window.hasMerger();

    List<Provider> providers = new ArrayList<>();
    int before = 0;
    for (int rank = 0; rank < sizes.length; rank++) {
      boolean merged = merges && rank == MERGED_RANK;
      int next = (rank + 1) % sizes.length;
      next = merges && next == MERGED_RANK ? next + 1 : next;
      boolean handsOver = !merged && sizes.length > 1;
      providers.add(
          new Provider(
              rank,
              ukprns.get(rank),
              name(rank),
              TYPES.get(rank % TYPES.size()),
              SimulatedRegion.values()[dice.between(0, SimulatedRegion.values().length - 1)],
              sizes[rank],
              before,
              Math.min(0.93, Math.max(0.2, MEAN_TARGET + TARGET_SPREAD * dice.gaussian())),
              merged ? ukprns.get(SURVIVOR_RANK) : null,
              handsOver ? ukprns.get(next % sizes.length) : null));
      before += sizes[rank];
    }
    byRank = List.copyOf(providers);
  }

  List<Provider> byRank() {
    return byRank;
  }

  List<Provider> byUkprn() {
    return byRank.stream()
        .sorted((one, other) -> Integer.compare(one.ukprn(), other.ukprn()))
        .toList();
  }

  /** Returns the providers whose learners may be in a provider's returns. */
  List<Provider> sourcesOf(Provider provider) {
    return byRank.stream()
        .filter(
            source ->
                source.ukprn() == provider.ukprn()
                    || isUkprn(source.mergedInto(), provider)
                    || isUkprn(source.successor(), provider))
        .toList();
  }

  private static boolean isUkprn(Integer ukprn, Provider provider) {
    return ukprn != null && ukprn == provider.ukprn();
  }

  private static String name(int rank) {
    String place = PLACES.get(rank % PLACES.size());
    int turn = rank / PLACES.size();
    String kind =
        switch (TYPES.get(rank % TYPES.size())) {
          case "General FE College incl Tertiary" -> "College";
          case "Sixth Form College" -> "Sixth Form College";
          case "Special College" -> "Specialist College";
          case "Schools" -> "School";
          case "Other Public Funded i.e LA's and HE" -> "Borough Council";
          default -> "Training Limited";
        };
    return turn == 0 ? "%s %s".formatted(place, kind) : "%s %s %d".formatted(place, kind, turn + 1);
  }

  /**
   * Returns the sizes of providers. The largest has a third of the learners and the smallest a
   * handful. From one to the next of the others the size shrinks by the same factor.
   */
  private static int[] sizes(int providers, int learners, Dice dice) {
    int[] sizes = new int[providers];
    if (providers == 1) {
      sizes[0] = learners;
      return sizes;
    }
    int smallest = dice.between(Sector.SMALLEST_PROVIDER, Sector.LARGEST_SMALL_PROVIDER - 1);
    sizes[0] = Math.max(learners / 3, smallest);
    int rest = learners - sizes[0];
    double low = smallest;
    double high = rest;
    for (int step = 0; step < 60; step++) {
      double second = (low + high) / 2;
      if (shrinking(sizes, second, smallest) > rest) {
        high = second;
      } else {
        low = second;
      }
    }
    sizes[1] += rest - shrinking(sizes, low, smallest);
    return sizes;
  }

  /** Fills in all sizes except the first, and returns their sum. */
  private static int shrinking(int[] sizes, double second, int smallest) {
    int sum = 0;
    int last = sizes.length - 1;
    for (int rank = 1; rank <= last; rank++) {
      double share = last == 1 ? 1 : StrictMath.sqrt((double) (last - rank) / (last - 1));
      sizes[rank] = (int) Math.floor(smallest * StrictMath.pow(second / smallest, share) + 1e-9);
      sum += sizes[rank];
    }
    return sum;
  }
}

package org.openqar.publish;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.openqar.breakdowns.Dimension;

/** Invented aims of invented providers, counted in every cell that is published. */
final class CountedSector {
  private static final List<String> COLUMNS = PublishableCells.columns();

  private static final List<Nesting> SUBJECTS =
      List.of(
          new Nesting(
              "ssa_t2",
              "ssa_t1",
              Map.of("A1", "A", "A2", "A", "B1", "B", "B2", "B", "B3", "B", "C1", "C")));

  private final Map<CellPlace, long[]> counted;
  private final Map<Integer, String> typeOf;
  private final List<Nesting> nestings;

  /**
   * @param providers how many there are
   * @param most aims that a provider has at most; most have far fewer
   */
  CountedSector(long seed, int providers, int most) {
    this(new TreeMap<>(CellPlace.ORDER), new HashMap<>(), SUBJECTS);
    Random dice = new Random(seed);
    for (int provider = 1; provider <= providers; provider++) {
      typeOf.put(provider, List.of("College", "Private", "Special").get(dice.nextInt(3)));
      double small = dice.nextDouble();
      int aims = 1 + (int) (most * small * small * small);
      double able = 0.3 + 0.7 * dice.nextDouble();
      double skew = 0.5 + 2.5 * dice.nextDouble();
      for (int aim = 0; aim < aims; aim++) {
        Map<String, String> values = new HashMap<>();
        values.put("age_band", pick(dice, skew, "16-18", "19-23", "24+"));
        values.put("level", pick(dice, skew, "Intermediate", "Advanced", "Higher"));
        values.put("ssa_t2", pick(dice, skew, "A1", "B1", "B2", "A2", "C1", "B3"));
        values.put("ssa_t1", values.get("ssa_t2").substring(0, 1));
        values.put("sex", pick(dice, skew, "Female", "Male"));
        values.put("lldd", pick(dice, 3, "no", "yes", "Unknown"));
        values.put("funding_type", pick(dice, skew, "Levy", "Other"));
        values.put("region", pick(dice, 2.5, "London", "North East", "South West", "Unknown"));
        boolean completed = dice.nextDouble() < able;
        boolean achieved = completed && dice.nextDouble() < 0.95;
        count(provider, values, 1, completed ? 1 : 0, achieved ? 1 : 0);
      }
    }
  }

  private static String pick(Random dice, double skew, String... values) {
    return values[(int) (values.length * Math.pow(dice.nextDouble(), skew))];
  }

  private CountedSector(
      Map<CellPlace, long[]> counted, Map<Integer, String> typeOf, List<Nesting> nestings) {
    this.counted = counted;
    this.typeOf = typeOf;
    this.nestings = nestings;
  }

  /** What was counted elsewhere: leavers, completers and achievers of each place. */
  static CountedSector of(
      Map<CellPlace, long[]> counted, Map<Integer, String> typeOf, List<Nesting> nestings) {
    return new CountedSector(counted, typeOf, nestings);
  }

  /** Without any aims yet. */
  static CountedSector empty() {
    return new CountedSector(new TreeMap<>(CellPlace.ORDER), new HashMap<>(), SUBJECTS);
  }

  /** Adds aims that have the same values. */
  CountedSector with(
      int provider,
      String type,
      Map<String, String> values,
      int leavers,
      int completers,
      int achievers) {
    typeOf.put(provider, type);
    count(provider, values, leavers, completers, achievers);
    return this;
  }

  private void count(
      int provider, Map<String, String> values, int leavers, int completers, int achievers) {
    for (Dimension dimension : PublishableCells.breakdowns()) {
      if (values.keySet().containsAll(dimension.columns())) {
        List<String> cell = new ArrayList<>();
        for (String column : COLUMNS) {
          cell.add(dimension.columns().contains(column) ? values.get(column) : "Total");
        }
        for (CellPlace place :
            List.of(
                new CellPlace(provider, "Total", cell),
                new CellPlace(CellPlace.NATION, "Total", cell),
                new CellPlace(CellPlace.NATION, typeOf.get(provider), cell))) {
          long[] counts = counted.computeIfAbsent(place, any -> new long[3]);
          counts[0] += leavers;
          counts[1] += completers;
          counts[2] += achievers;
        }
      }
    }
  }

  Sums sums() {
    return new Sums(
        COLUMNS,
        List.copyOf(counted.keySet()),
        counted.values().stream().map(c -> new TrueCounts(c[0], c[1], c[2])).toList(),
        typeOf,
        nestings);
  }

  Attack.Knowledge knowledge(Policy policy) {
    Map<String, String> types = new HashMap<>();
    typeOf.forEach((ukprn, type) -> types.put(String.valueOf(ukprn), type));
    return new Attack.Knowledge(policy, types, nestings);
  }

  Map<String, TrueCounts> truth() {
    Map<String, TrueCounts> truth = new HashMap<>();
    counted.forEach(
        (place, c) -> truth.put(cell(place, List.of()).key(), new TrueCounts(c[0], c[1], c[2])));
    return truth;
  }

  /** What a policy lets the public see of it. */
  List<PublishedCell> published(Policy policy) {
    Sums sums = sums();
    BitSet hidden = Suppression.hidden(sums, policy);
    List<PublishedCell> cells = new ArrayList<>();
    for (int cell = 0; cell < sums.cells(); cell++) {
      TrueCounts counts = sums.counts(cell);
      cells.add(
          cell(
              sums.place(cell),
              hidden.get(cell) ? Figures.hidden(counts) : Figures.of(counts, policy)));
    }
    return cells;
  }

  Findings attacked(Policy policy) {
    return Findings.of(published(policy), knowledge(policy), truth());
  }

  private static PublishedCell cell(CellPlace place, List<String> figures) {
    Map<String, String> filters = new HashMap<>();
    for (int c = 0; c < COLUMNS.size(); c++) {
      filters.put(COLUMNS.get(c), place.value(c));
    }
    filters.put(PublishableCells.PROVIDER_TYPE, place.providerType());
    Map<String, String> byColumn = new HashMap<>();
    for (int i = 0; i < figures.size(); i++) {
      byColumn.put(Indicator.values()[i].column(), figures.get(i));
    }
    return new PublishedCell(
        "invented",
        place.isNational() ? PublishedCell.NATION : String.valueOf(place.ukprn()),
        filters,
        byColumn);
  }
}

package org.openqar.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqar.publish.Sums.Sum;

/** Finds the cells nearest to a cell, by the sums that connect them. */
final class Neighbourhoods {
  /** The most cells in one neighbourhood. */
  private static final int MOST = 120;

  /**
   * Some cells and the sums among them.
   *
   * @param cells the positions of the cells; the cell at the centre comes first
   * @param relations the sums, by places in {@code cells}
   */
  record Neighbourhood(int[] cells, List<Relation> relations) {}

  /**
   * A sum.
   *
   * @param cells the whole, then its parts
   * @param exact whether the parts make up the whole
   */
  record Relation(int[] cells, boolean exact) {
    /** The sign of a term: 1 for a part and -1 for the whole. The terms add up to zero or less. */
    static int sign(int place) {
      return place == 0 ? -1 : 1;
    }
  }

  private final Relation[] relations;
  private final int[][] relationsOf;
  private final int[] placeOf;
  private final int[] metFor;
  private final int[] takenFor;
  private int turn;

  Neighbourhoods(Sums sums, Equations equations) {
    Map<List<Integer>, Relation> distinct = new LinkedHashMap<>();
    for (Sum sum : sums.all()) {
      if (!sum.exact() || sum.parts().length > 1) {
        int[] cells = new int[sum.parts().length + 1];
        cells[0] = equations.same(sum.whole());
        for (int i = 1; i < cells.length; i++) {
          cells[i] = equations.same(sum.parts()[i - 1]);
        }
        Arrays.sort(cells, 1, cells.length);
        distinct.putIfAbsent(
            Arrays.stream(cells).boxed().toList(), new Relation(cells, sum.exact()));
      }
    }
    relations = distinct.values().toArray(Relation[]::new);
    relationsOf = relationsOf(relations, sums.cells());
    placeOf = new int[sums.cells()];
    metFor = new int[sums.cells()];
    takenFor = new int[relations.length];
  }

  /** Returns the numbers of the relations that have each cell, in order. */
  static int[][] relationsOf(Relation[] relations, int cells) {
    int[] sizes = new int[cells];
    for (Relation relation : relations) {
      for (int cell : relation.cells()) {
        sizes[cell]++;
      }
    }
    int[][] relationsOf = new int[cells][];
    Arrays.setAll(relationsOf, cell -> new int[sizes[cell]]);
    for (int number = relations.length - 1; number >= 0; number--) {
      for (int cell : relations[number].cells()) {
        relationsOf[cell][--sizes[cell]] = number;
      }
    }
    return relationsOf;
  }

  /**
   * Returns the nearest cells.
   *
   * @param cell the first of those that have the same counts
   */
  Neighbourhood of(int cell) {
    turn++;
    int[] cells = new int[MOST];
    List<Relation> among = new ArrayList<>();
    int count = meet(cell, 0, cells);
    for (int next = 0; next < count && count < MOST; next++) {
      for (int number : relationsOf[cells[next]]) {
        Relation relation = relations[number];
        if (takenFor[number] != turn && count + strange(relation) <= MOST) {
          takenFor[number] = turn;
          int[] places = new int[relation.cells().length];
          for (int i = 0; i < places.length; i++) {
            count = meet(relation.cells()[i], count, cells);
            places[i] = placeOf[relation.cells()[i]];
          }
          among.add(new Relation(places, relation.exact()));
        }
      }
    }
    return new Neighbourhood(Arrays.copyOf(cells, count), among);
  }

  private int strange(Relation relation) {
    int strange = 0;
    for (int i = 0; i < relation.cells().length && strange < MOST; i++) {
      strange += metFor[relation.cells()[i]] == turn ? 0 : 1;
    }
    return strange;
  }

  private int meet(int cell, int count, int[] cells) {
    if (metFor[cell] == turn) {
      return count;
    }
    metFor[cell] = turn;
    placeOf[cell] = count;
    cells[count] = cell;
    return count + 1;
  }
}

package org.openqar.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.openqar.breakdowns.Dimension;

/**
 * Identifies a cell within one report type, measure and year.
 *
 * @param ukprn the provider, 0 for the nation
 * @param providerType the type of provider of a national cell; {@code Total} in a provider's cell
 * @param values one value for each column of the breakdowns, {@code Total} if the cell is not
 *     broken down by it
 */
record CellPlace(int ukprn, String providerType, List<String> values) {
  static final int NATION = 0;

  private static final String[] NO_VALUES = {};

  /** Orders the nation before providers, then by the values of the breakdowns. */
  static final Comparator<CellPlace> ORDER =
      Comparator.comparingInt(CellPlace::ukprn)
          .thenComparing(CellPlace::providerType)
          .thenComparing(
              CellPlace::values,
              (one, other) -> Arrays.compare(one.toArray(NO_VALUES), other.toArray(NO_VALUES)));

  boolean isNational() {
    return ukprn == NATION;
  }

  String value(int column) {
    return values.get(column);
  }

  boolean isBrokenDown(int column) {
    return !value(column).equals(Dimension.ALL_OF_IT);
  }

  /** Returns the same place with another value in a column. */
  CellPlace with(int column, String value) {
    List<String> others = new ArrayList<>(values);
    others.set(column, value);
    return new CellPlace(ukprn, providerType, List.copyOf(others));
  }

  /** Returns the nation's cell of the same breakdown. */
  CellPlace of(String nationalProviderType) {
    return new CellPlace(NATION, nationalProviderType, values);
  }
}

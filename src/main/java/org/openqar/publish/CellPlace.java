package org.openqar.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.openqar.breakdowns.Dimension;

/**
 * Which cell it is, within one report type, measure and year.
 *
 * @param ukprn the provider, 0 for the nation
 * @param providerType of the nation's cells; {@code Total} of a provider's
 * @param values one for each column that is broken down by, {@code Total} where it is not
 */
record CellPlace(int ukprn, String providerType, List<String> values) {
  static final int NATION = 0;

  private static final String[] NO_VALUES = {};

  /** Providers after the nation, then by what it is broken down by. */
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

  /** The same with another value in a column. */
  CellPlace with(int column, String value) {
    List<String> others = new ArrayList<>(values);
    others.set(column, value);
    return new CellPlace(ukprn, providerType, List.copyOf(others));
  }

  /** The nation's cell of the same breakdown. */
  CellPlace of(String nationalProviderType) {
    return new CellPlace(NATION, nationalProviderType, values);
  }
}

package org.openqar.tables;

import static org.apache.spark.sql.functions.col;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The providers whose rows a stage computes again. The stage keeps the rows of the others.
 *
 * @param some their UKPRNs; empty for every provider
 */
public record ProviderScope(Optional<Set<Integer>> some) {

  /** Every provider. */
  public static final ProviderScope ALL = new ProviderScope(Optional.empty());

  /** Some providers, or none. */
  public static ProviderScope of(Set<Integer> ukprns) {
    return new ProviderScope(Optional.of(new TreeSet<>(ukprns)));
  }

  /** Whether there is no provider to compute. */
  public boolean isNone() {
    return some.filter(Set::isEmpty).isPresent();
  }

  /** Returns the rows of these providers, by column {@code ukprn}. */
  public Dataset<Row> of(Dataset<Row> rows) {
    return of(rows, "ukprn");
  }

  /** Returns the rows of these providers, by a given column. */
  public Dataset<Row> of(Dataset<Row> rows, String column) {
    return some.map(ukprns -> rows.where(col(column).isin(ukprns.toArray()))).orElse(rows);
  }

  /** Returns the part of a range that belongs to these providers. */
  public KeyRange in(KeyRange range) {
    return some.map(range::ofProviders).orElse(range);
  }
}

package org.openqar.aims;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.openqar.matching.MovedLearners;
import org.openqar.matching.Providers;
import org.openqar.matching.Said.Number;
import org.openqar.tables.ProviderScope;

/**
 * Finds how far a changed return reaches: to the providers of learners who have, or had, a record
 * linked with one in the return. The links go by learner. Links between whole providers would reach
 * too far: in a real sector some learner has moved between nearly any two.
 */
final class LinkedProviders {
  private static final Column RETURNED = col("history").getField("returned_ukprn");

  private static final StructType PROVIDERS =
      new StructType().add("providers", DataTypes.createArrayType(DataTypes.IntegerType));

  private final Providers providers;
  private final Set<Integer> changed;
  private final Dataset<Row> before;
  private final Set<Set<Integer>> sharing;

  private LinkedProviders(
      Providers providers, Set<Integer> changed, Dataset<Row> before, Set<Set<Integer>> sharing) {
    this.providers = providers;
    this.changed = changed;
    this.before = before;
    this.sharing = sharing;
  }

  /**
   * Reads which providers share learners. It reads the present returns, and what the changed
   * providers returned before: a number that they have stopped naming may now be another
   * provider's.
   *
   * @param changed the providers whose returns have changed since the earlier run, as returned
   * @param before the aims of the earlier run
   */
  static LinkedProviders in(
      LearnerRows rows, ProviderScope changed, Dataset<Row> before, Providers providers) {
    Set<Integer> asReturned = changed.some().orElseThrow();
    Dataset<Row> ofChanged =
        before.where(
            col("ukprn")
                .isin(survivors(asReturned, providers).toArray())
                .or(arrays_overlap(RETURNED, array(literals(asReturned)))));
    return new LinkedProviders(providers, asReturned, ofChanged, sharing(rows.changes(ofChanged)));
  }

  private static Set<Set<Integer>> sharing(Dataset<Row> numbers) {
    MapPartitionsFunction<Row, Row> shared = LinkedProviders::shared;
    Set<Set<Integer>> sharing = new HashSet<>();
    numbers
        .distinct()
        .repartition(1)
        .mapPartitions(shared, Encoders.row(PROVIDERS))
        .collectAsList()
        .forEach(row -> sharing.add(new TreeSet<>(row.<Integer>getList(0))));
    return sharing;
  }

  /** Returns the providers whose aims a run must compute again. */
  ProviderScope touched() {
    Set<Integer> touched =
        new TreeSet<>(MovedLearners.reached(survivors(changed, providers), sharing));
    touched.addAll(changed);
    before
        .select(explode(array_union(array(col("ukprn")), RETURNED)))
        .distinct()
        .as(Encoders.INT())
        .collectAsList()
        .forEach(ukprn -> touched.add(providers.survivor(ukprn)));
    return ProviderScope.of(touched);
  }

  /** Returns the providers, as returned, whose records can be part of some providers' aims. */
  ProviderScope sources(ProviderScope touched) {
    Set<Integer> reached = MovedLearners.reached(touched.some().orElseThrow(), sharing);
    Set<Integer> sources = new TreeSet<>(reached);
    for (Integer old : providers.mergers().keySet()) {
      if (reached.contains(providers.survivor(old))) {
        sources.add(old);
      }
    }
    return ProviderScope.of(sources);
  }

  private static Set<Integer> survivors(Set<Integer> ukprns, Providers providers) {
    Set<Integer> survivors = new TreeSet<>();
    ukprns.forEach(ukprn -> survivors.add(providers.survivor(ukprn)));
    return survivors;
  }

  private static Column[] literals(Set<Integer> ukprns) {
    return ukprns.stream().map(ukprn -> lit(ukprn)).toArray(Column[]::new);
  }

  private static Iterator<Row> shared(Iterator<Row> numbers) {
    MovedLearners moved = new MovedLearners();
    numbers.forEachRemaining(
        row ->
            moved.add(
                new Number(row.getInt(0), row.getString(1)),
                new Number(row.getInt(2), row.getString(3))));
    List<Row> rows = new ArrayList<>();
    moved.providers().forEach(some -> rows.add(RowFactory.create((Object) some.toArray())));
    return rows.iterator();
  }
}

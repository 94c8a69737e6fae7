package org.openqar.aims;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.try_element_at;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.openqar.config.Settings;

/**
 * Which provider an aim belongs to after mergers, and for which years whoever answers for it made a
 * final return (qar-rules 3.2, 9.3, 9.4). Small enough for the driver: one row a provider.
 */
final class Providers {
  private final SparkSession spark;
  private final Map<Integer, Merger> mergers;
  private final Map<Integer, Set<Integer>> finalReturns;
  private final int firstYear;
  private final int lastYear;

  private record Merger(int survivor, int fromYear) {}

  private Providers(
      SparkSession spark,
      Map<Integer, Merger> mergers,
      Map<Integer, Set<Integer>> finalReturns,
      Settings settings) {
    this.spark = spark;
    this.mergers = mergers;
    this.finalReturns = finalReturns;
    this.firstYear = settings.firstLoadedYear();
    this.lastYear = settings.lastLoadedYear();
  }

  static Providers read(Dataset<Row> returnFiles, Dataset<Row> mergerRows, Settings settings) {
    Map<Integer, Merger> mergers = new HashMap<>();
    for (Row row :
        mergerRows
            .where(col("from_year").leq(lit(settings.reportYear())))
            .select("old_ukprn", "new_ukprn", "from_year")
            .collectAsList()) {
      mergers.put(row.getInt(0), new Merger(row.getInt(1), row.getInt(2)));
    }
    Map<Integer, Set<Integer>> finalReturns = new HashMap<>();
    for (Row row :
        returnFiles.where(col("is_final")).select("ukprn", "funding_year").collectAsList()) {
      finalReturns.computeIfAbsent(row.getInt(0), any -> new HashSet<>()).add(row.getInt(1));
    }
    return new Providers(returnFiles.sparkSession(), mergers, finalReturns, settings);
  }

  /** The survivor of a provider, through all its mergers; itself without one. */
  Column survivor(Column ukprn) {
    if (mergers.isEmpty()) {
      return ukprn;
    }
    Column[] survivors =
        new TreeSet<>(mergers.keySet())
            .stream()
                .flatMap(old -> Stream.of(lit(old), lit(inCharge(old, Integer.MAX_VALUE))))
                .toArray(Column[]::new);
    return coalesce(try_element_at(map(survivors), ukprn), ukprn);
  }

  /**
   * Adds the loaded years for which whoever answers for a provider made a final return: until its
   * merger it does so itself, afterwards the survivor.
   *
   * @param ukprn the provider as it was returned
   * @param name of the column of years
   */
  Dataset<Row> addFinalReturnYears(Dataset<Row> rows, Column ukprn, String name) {
    StructType schema =
        new StructType()
            .add("answered_ukprn", DataTypes.IntegerType, false)
            .add(name, DataTypes.createArrayType(DataTypes.IntegerType, false), false);
    Set<Integer> known = new TreeSet<>(finalReturns.keySet());
    known.addAll(mergers.keySet());
    List<Row> answered = new ArrayList<>();
    for (int provider : known) {
      List<Integer> years = new ArrayList<>();
      for (int year = firstYear; year <= lastYear; year++) {
        if (finalReturns.getOrDefault(inCharge(provider, year), Set.of()).contains(year)) {
          years.add(year);
        }
      }
      answered.add(RowFactory.create(provider, years.toArray(Integer[]::new)));
    }
    Dataset<Row> years = spark.createDataFrame(answered, schema);
    return rows.join(broadcast(years), ukprn.equalTo(col("answered_ukprn")), "left")
        .withColumn(name, coalesce(col(name), array().cast("array<int>")))
        .drop("answered_ukprn");
  }

  private int inCharge(int ukprn, int year) {
    int current = ukprn;
    Set<Integer> seen = new HashSet<>();
    while (mergers.containsKey(current)
        && mergers.get(current).fromYear() <= year
        && seen.add(current)) {
      current = mergers.get(current).survivor();
    }
    return current;
  }
}

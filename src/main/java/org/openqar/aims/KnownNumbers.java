package org.openqar.aims;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.openqar.matching.Known;
import org.openqar.matching.Owner;
import org.openqar.matching.Providers;
import org.openqar.matching.Said;
import org.openqar.matching.WhoIsWho;
import org.openqar.rules.Edition.MatchKey;
import org.openqar.tables.Returned;

/**
 * The reference numbers of which more is known than their records say ({@link WhoIsWho}), as a
 * small frame that records are looked up in: {@code known_ukprn}, {@code known_ref} and, year by
 * year from the first loaded one, what is known ({@code known_years}).
 *
 * <p>They are found by two narrow readings: which numbers changed, stand without a real ULN or are
 * shared by several, and what all final returns say of these. They are few, so that one task can
 * follow them from return to return.
 */
final class KnownNumbers {
  private static final StructType KNOWN =
      new StructType()
          .add("ukprn", DataTypes.IntegerType)
          .add("ref", DataTypes.StringType)
          .add("found_uln", DataTypes.StringType)
          .add("group", DataTypes.StringType)
          .add("since", DataTypes.IntegerType)
          .add("after", DataTypes.createArrayType(DataTypes.IntegerType));

  private static final StructType ROW =
      new StructType()
          .add("known_ukprn", DataTypes.IntegerType)
          .add("known_ref", DataTypes.StringType)
          .add("known_years", DataTypes.createArrayType(KNOWN));

  private final Providers providers;
  private final MatchKey key;

  KnownNumbers(Providers providers, MatchKey key) {
    this.providers = providers;
    this.key = key;
  }

  /**
   * Adds to records what is known of their numbers: {@code key_ukprn} and {@code key_ref}, the
   * number after mergers; {@code real_uln}; {@code known}, empty where nothing is; and {@code
   * group_ukprn} and {@code group}, by which the records of one learner are gathered.
   *
   * @param records with {@code year}, and as {@code returned_delivery} has them {@code ukprn},
   *     {@code learn_ref_number} and {@code uln}
   * @param numbers rows of {@link #found}
   */
  Dataset<Row> addTo(Dataset<Row> records, Dataset<Row> numbers) {
    Column same =
        col("key_ukprn").equalTo(col("known_ukprn")).and(col("key_ref").equalTo(col("known_ref")));
    Column known =
        get(col("known_years"), col("year").minus(lit(providers.firstYear()))).as("known");
    Column person =
        coalesce(concat(lit("ULN "), col("real_uln")), concat(lit("reference "), col("key_ref")));
    return numbered(records)
        .join(broadcast(numbers), same, "left")
        .select(col("*"), known)
        .drop("known_ukprn", "known_ref", "known_years")
        .select(
            col("*"),
            coalesce(col("known.ukprn"), col("key_ukprn")).as("group_ukprn"),
            coalesce(
                    col("known.group"),
                    when(
                        col("real_uln").isNull(),
                        coalesce(
                            concat(lit("ULN "), col("known.found_uln")),
                            concat(lit("reference "), col("known.ref")))),
                    person)
                .as("group"));
  }

  /**
   * The numbers of which more is known.
   *
   * @param deliveries of final returns and of R04, with what {@link #addTo} reads of them, {@code
   *     of_final_return}, and as {@code returned_delivery} has them {@code prev_learn_ref_number}
   *     and {@code prev_ukprn}
   * @param destinations the same of destinations, which name no previous number
   */
  Dataset<Row> found(Dataset<Row> deliveries, Dataset<Row> destinations) {
    Dataset<Row> told =
        numbered(deliveries)
            .select(
                said(
                    survivor(Returned.PREV_UKPRN.value()),
                    nullif(trim(col("prev_learn_ref_number")), lit("")),
                    lit(false)));
    Dataset<Row> ofDestinations =
        numbered(destinations)
            .where(key == MatchKey.LRN ? lit(true) : col("real_uln").isNull())
            .select(said(lit(null).cast("int"), lit(null).cast("string"), lit(true)));
    Dataset<Row> all = told.unionByName(ofDestinations);
    Dataset<Row> ofFinalReturns = all.where(col("of_final_return").and(col("key_ref").isNotNull()));
    Dataset<Row> sought = sought(all);
    Dataset<Row> said = ofFinalReturns.join(broadcast(sought), SOUGHT, "left_semi");
    if (key == MatchKey.LRN) {
      said = withAllOfTheirUlns(ofFinalReturns, said);
    }
    Providers ofRun = providers;
    MatchKey byKey = key;
    MapPartitionsFunction<Row, Row> resolve = rows -> resolved(rows, ofRun, byKey);
    return said.distinct().repartition(1).mapPartitions(resolve, Encoders.row(ROW));
  }

  /**
   * The changes that final returns tell, believed or not: a number, and the one before it.
   *
   * @param deliveries as {@link #found} takes them
   */
  Dataset<Row> changes(Dataset<Row> deliveries) {
    Column previousUkprn = coalesce(survivor(Returned.PREV_UKPRN.value()), survivor(col("ukprn")));
    return numbered(deliveries.where(col("of_final_return")))
        .select(
            col("key_ukprn"),
            col("key_ref"),
            previousUkprn.as("prev_ukprn"),
            nullif(trim(col("prev_learn_ref_number")), lit("")).as("prev_ref"))
        .where(col("key_ref").isNotNull().and(col("prev_ref").isNotNull()));
  }

  private static final Column SOUGHT =
      col("key_ukprn").equalTo(col("sought_ukprn")).and(col("key_ref").equalTo(col("sought_ref")));

  /** The numbers that changed, that stand without a real ULN, or that several persons share. */
  private Dataset<Row> sought(Dataset<Row> all) {
    Column own = struct(col("key_ukprn").as("sought_ukprn"), col("key_ref").as("sought_ref"));
    Column previous =
        struct(
            coalesce(col("prev_ukprn"), col("key_ukprn")).as("sought_ukprn"),
            col("prev_ref").as("sought_ref"));
    Dataset<Row> sought =
        all.where(col("real_uln").isNull().or(col("prev_ref").isNotNull()))
            .select(explode(array(own, previous)).as("sought"))
            .select("sought.*")
            .where(col("sought_ref").isNotNull());
    if (key == MatchKey.LRN) {
      sought =
          sought.unionByName(
              all.groupBy(col("key_ukprn").as("sought_ukprn"), col("key_ref").as("sought_ref"))
                  .agg(count_distinct(col("real_uln")).as("persons"))
                  .where(col("persons").gt(1).and(col("sought_ref").isNotNull()))
                  .drop("persons"));
    }
    return sought.distinct();
  }

  /** Who shares a number with somebody is followed under his other numbers too. */
  private static Dataset<Row> withAllOfTheirUlns(Dataset<Row> all, Dataset<Row> said) {
    Dataset<Row> sharing =
        said.where(col("real_uln").isNotNull())
            .select(col("key_ukprn").as("sharing_ukprn"), col("real_uln").as("sharing_uln"))
            .distinct();
    Column same =
        col("key_ukprn")
            .equalTo(col("sharing_ukprn"))
            .and(col("real_uln").equalTo(col("sharing_uln")));
    return said.unionByName(all.join(broadcast(sharing), same, "left_semi"));
  }

  private static Iterator<Row> resolved(Iterator<Row> rows, Providers providers, MatchKey key) {
    List<Said> said = new ArrayList<>();
    rows.forEachRemaining(row -> said.add(said(row)));
    List<Row> known = new ArrayList<>();
    WhoIsWho.of(said, providers, key)
        .forEach(
            (number, years) ->
                known.add(
                    RowFactory.create(
                        number.ukprn(),
                        number.reference(),
                        years.stream().map(KnownNumbers::row).toArray(Row[]::new))));
    return known.iterator();
  }

  private static Said said(Row row) {
    return new Said(
        row.getInt(0),
        row.getInt(1),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        row.isNullAt(5) ? null : row.getInt(5),
        row.getString(6),
        row.getBoolean(7));
  }

  private static Row row(Known known) {
    return known == null
        ? null
        : RowFactory.create(
            known.ukprn(),
            known.reference(),
            known.foundUln(),
            known.group(),
            known.move() == null ? null : known.move().since(),
            known.move() == null ? null : known.move().after().toArray());
  }

  /** Whose a record is, by its row of {@link #addTo}. */
  static Owner owner(Row known, int ukprn, String reference, String realUln) {
    if (known == null) {
      return new Owner(ukprn, reference, realUln, null, null, false);
    }
    Owner.Move move = known.isNullAt(4) ? null : new Owner.Move(known.getInt(4), known.getList(5));
    return new Owner(known.getInt(0), known.getString(1), realUln, known.getString(2), move, false);
  }

  private static Column[] said(Column previousUkprn, Column previousReference, Column destination) {
    return Stream.of(
            col("year"),
            col("ukprn"),
            col("key_ukprn"),
            col("key_ref"),
            col("real_uln"),
            previousUkprn.as("prev_ukprn"),
            previousReference.as("prev_ref"),
            destination.as("destination"),
            col("of_final_return"))
        .toArray(Column[]::new);
  }

  private Dataset<Row> numbered(Dataset<Row> records) {
    return records.select(
        col("*"),
        survivor(col("ukprn")).as("key_ukprn"),
        nullif(trim(col("learn_ref_number")), lit("")).as("key_ref"),
        Returned.realUln(col("uln")).as("real_uln"));
  }

  /** The survivor of a provider, through all its mergers; itself without one. */
  private Column survivor(Column ukprn) {
    if (providers.mergers().isEmpty()) {
      return ukprn;
    }
    Column[] survivors =
        new TreeSet<>(providers.mergers().keySet())
            .stream()
                .flatMap(old -> Stream.of(lit(old), lit(providers.survivor(old))))
                .toArray(Column[]::new);
    return coalesce(try_element_at(map(survivors), ukprn), ukprn);
  }
}

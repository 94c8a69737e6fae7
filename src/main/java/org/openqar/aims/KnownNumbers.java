package org.openqar.aims;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
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
import org.openqar.rules.Edition.Match;
import org.openqar.rules.Edition.MatchKey;
import org.openqar.tables.Returned;

/**
 * Finds the reference numbers about which other records say more than their own ({@link WhoIsWho}).
 * The result is a small frame in which records are looked up: {@code known_ukprn}, {@code
 * known_ref}, and {@code known_years}, with what is known for each year from the first loaded one.
 *
 * <p>Two narrow readings find them. The first finds the numbers that changed, lack a real ULN or
 * have several owners. The second reads all that final returns say about these. They are few, so
 * one task can follow them from return to return.
 */
final class KnownNumbers {
  private static final StructType KNOWN =
      new StructType()
          .add("ukprn", DataTypes.IntegerType)
          .add("ref", DataTypes.StringType)
          .add("found_uln", DataTypes.StringType)
          .add("group", DataTypes.StringType)
          .add("since", DataTypes.IntegerType)
          .add("after", DataTypes.createArrayType(DataTypes.IntegerType))
          .add("moved", DataTypes.StringType)
          .add("stayed", DataTypes.StringType)
          .add("aims", DataTypes.createArrayType(DataTypes.StringType))
          .add("ulns", DataTypes.createArrayType(DataTypes.StringType));

  private static final StructType ROW =
      new StructType()
          .add("known_ukprn", DataTypes.IntegerType)
          .add("known_ref", DataTypes.StringType)
          .add("known_years", DataTypes.createArrayType(DataTypes.createArrayType(KNOWN)));

  private final Providers providers;
  private final NumberColumns numbers;
  private final Match match;
  private final MatchKey key;

  KnownNumbers(Providers providers, Match match) {
    this.providers = providers;
    this.numbers = new NumberColumns(providers);
    this.match = match;
    this.key = match.key().value();
  }

  /**
   * Adds to records what is known about their numbers: {@code key_ukprn} and {@code key_ref}, the
   * number after mergers; {@code real_uln}; {@code known}, empty if nothing is known; and {@code
   * group_ukprn} and {@code group}, which gather the records of one learner.
   *
   * @param records with {@code year}, and with {@code ukprn}, {@code learn_ref_number} and {@code
   *     uln} of {@code returned_delivery}
   * @param aim the key of a record's aim ({@link AimColumns#key}); null for destinations
   * @param found rows of {@link #found}
   */
  Dataset<Row> addTo(Dataset<Row> records, Column aim, Dataset<Row> found) {
    Column same =
        col("key_ukprn").equalTo(col("known_ukprn")).and(col("key_ref").equalTo(col("known_ref")));
    Column ofYear = get(col("known_years"), col("year").minus(lit(providers.firstYear())));
    Column known = get(filter(ofYear, one -> isOf(one, aim)), lit(0)).as("known");
    Column person =
        coalesce(concat(lit("ULN "), col("real_uln")), concat(lit("reference "), col("key_ref")));
    return numbers
        .numbered(records)
        .join(broadcast(found), same, "left")
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

  /** Whether a known fact applies to a record; see {@link org.openqar.matching.Which}. */
  private static Column isOf(Column known, Column aim) {
    Column aims = known.getField("aims");
    Column ulns = known.getField("ulns");
    return aims.isNull()
        .or(coalesce(array_contains(aims, aim), lit(false)))
        .and(ulns.isNull().or(col("real_uln").isNull()).or(array_contains(ulns, col("real_uln"))));
  }

  /**
   * Finds the numbers about which other records say more.
   *
   * @param deliveries records of final returns and R04 with all that {@link #addTo} reads, {@code
   *     of_final_return}, and {@code prev_learn_ref_number} and {@code prev_ukprn} of {@code
   *     returned_delivery}
   * @param destinations the same for destinations, which have no previous number
   */
  Dataset<Row> found(Dataset<Row> deliveries, Dataset<Row> destinations) {
    Column returned = col("of_final_return");
    Dataset<Row> told =
        numbers
            .numbered(deliveries)
            .select(
                said(
                    when(returned, numbers.survivor(Returned.PREV_UKPRN.value())),
                    when(returned, nullif(trim(col("prev_learn_ref_number")), lit(""))),
                    NumberColumns.contract(),
                    lit(false),
                    AimColumns.TEXTS.stream().map(name -> col(name))));
    Dataset<Row> ofDestinations =
        numbers
            .numbered(destinations)
            .where(key == MatchKey.LRN ? lit(true) : col("real_uln").isNull())
            .select(
                said(
                    lit(null).cast("int"),
                    nothing(),
                    lit(false),
                    lit(true),
                    AimColumns.TEXTS.stream().map(name -> nothing().as(name))));
    Dataset<Row> all =
        told.unionByName(ofDestinations)
            .where(col("key_ref").isNotNull())
            .withColumn("prev_ref", NumberColumns.previousReference());
    Dataset<Row> said = all.join(broadcast(sought(all)), SOUGHT);
    if (key == MatchKey.LRN) {
      said = withAllOfTheirUlns(all, said);
    }
    Providers ofRun = providers;
    Match byMatch = match;
    MapPartitionsFunction<Row, Row> resolve = rows -> resolved(rows, ofRun, byMatch);
    return said.select(
            col("year"),
            col("ukprn"),
            col("key_ukprn"),
            col("key_ref"),
            col("real_uln"),
            col("prev_ukprn"),
            col("prev_ref"),
            col("contract"),
            col("destination"),
            not(returned).as("look_ahead"),
            when(col("changed").and(returned), AimColumns.moveColumns()).as("aim"))
        .distinct()
        .repartition(1)
        .mapPartitions(resolve, Encoders.row(ROW));
  }

  private static Column nothing() {
    return lit(null).cast("string");
  }

  private static final Column SOUGHT =
      col("key_ukprn").equalTo(col("sought_ukprn")).and(col("key_ref").equalTo(col("sought_ref")));

  /**
   * Finds the numbers that changed, that lack a real ULN, or that several persons share. For those
   * that changed, it also reads their aims.
   */
  private Dataset<Row> sought(Dataset<Row> all) {
    Column own = struct(col("key_ukprn").as("sought_ukprn"), col("key_ref").as("sought_ref"));
    Column previous =
        struct(
            coalesce(col("prev_ukprn"), col("key_ukprn")).as("sought_ukprn"),
            col("prev_ref").as("sought_ref"));
    Column changed = col("prev_ref").isNotNull();
    Dataset<Row> sought =
        all.where(col("real_uln").isNull().or(changed))
            .select(explode(array(own, previous)).as("sought"), changed.as("changed"))
            .select("sought.*", "changed")
            .where(col("sought_ref").isNotNull());
    if (key == MatchKey.LRN) {
      sought =
          sought.unionByName(
              all.groupBy(col("key_ukprn").as("sought_ukprn"), col("key_ref").as("sought_ref"))
                  .agg(count_distinct(col("real_uln")).as("persons"))
                  .where(col("persons").gt(1))
                  .drop("persons")
                  .withColumn("changed", lit(false)));
    }
    return sought.groupBy("sought_ukprn", "sought_ref").agg(max(col("changed")).as("changed"));
  }

  /** Adds the other numbers of each person who shares a number. */
  private static Dataset<Row> withAllOfTheirUlns(Dataset<Row> all, Dataset<Row> said) {
    Dataset<Row> sharing =
        said.where(col("real_uln").isNotNull())
            .select(col("key_ukprn").as("sharing_ukprn"), col("real_uln").as("sharing_uln"))
            .distinct();
    Column same =
        col("key_ukprn")
            .equalTo(col("sharing_ukprn"))
            .and(col("real_uln").equalTo(col("sharing_uln")));
    Dataset<Row> theirs =
        all.join(broadcast(sharing), same, "left_semi").withColumn("changed", lit(false));
    return said.drop("sought_ukprn", "sought_ref").unionByName(theirs);
  }

  private static Iterator<Row> resolved(Iterator<Row> rows, Providers providers, Match match) {
    List<Said> said = new ArrayList<>();
    rows.forEachRemaining(row -> said.add(said(row)));
    List<Row> known = new ArrayList<>();
    WhoIsWho.of(said, providers, match)
        .forEach(
            (number, years) ->
                known.add(
                    RowFactory.create(
                        number.ukprn(),
                        number.reference(),
                        years.stream()
                            .map(some -> some.stream().map(KnownNumbers::row).toArray(Row[]::new))
                            .toArray(Row[][]::new))));
    return known.iterator();
  }

  private static Said said(Row row) {
    int returned = row.getInt(1);
    int ukprn = row.getInt(2);
    String reference = row.getString(3);
    return new Said(
        row.getInt(0),
        returned,
        ukprn,
        reference,
        row.getString(4),
        row.isNullAt(5) ? null : row.getInt(5),
        row.getString(6),
        row.getBoolean(7),
        row.getBoolean(8),
        row.getBoolean(9),
        AimColumns.said(row.getStruct(10), returned == ukprn, reference));
  }

  private static Row row(Known known) {
    return RowFactory.create(
        known.ukprn(),
        known.reference(),
        known.foundUln(),
        known.group(),
        known.move() == null ? null : known.move().since(),
        known.move() == null ? null : known.move().after().toArray(),
        known.moved(),
        known.stayed(),
        texts(known.of().aims()),
        texts(known.of().ulns()));
  }

  private static Object[] texts(Set<String> some) {
    return some == null ? null : some.stream().sorted().toArray();
  }

  /** Returns the owner of a record by its row of {@link #addTo}. */
  static Owner owner(Row known, int ukprn, String reference, String realUln) {
    if (known == null) {
      return Owner.of(new Said.Number(ukprn, reference), realUln);
    }
    Owner.Move move = known.isNullAt(4) ? null : new Owner.Move(known.getInt(4), known.getList(5));
    return new Owner(
        known.getInt(0),
        known.getString(1),
        realUln,
        known.getString(2),
        move,
        known.getString(6),
        known.getString(7),
        false);
  }

  private static Column[] said(
      Column previousUkprn,
      Column previousReference,
      Column contract,
      Column destination,
      Stream<Column> texts) {
    return Stream.concat(
            Stream.of(
                col("year"),
                col("ukprn"),
                col("key_ukprn"),
                col("key_ref"),
                col("real_uln"),
                previousUkprn.as("prev_ukprn"),
                previousReference.as("prev_ref"),
                contract.as("contract"),
                destination.as("destination"),
                col("of_final_return")),
            texts)
        .toArray(Column[]::new);
  }
}

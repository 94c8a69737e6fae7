package org.openqar.aims;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.openqar.rules.Codes.APPRENTICESHIP_STANDARD;
import static org.openqar.rules.Codes.PLANNED_BREAK;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.rules.Columns;
import org.openqar.rules.Edition;
import org.openqar.tables.Returned;

/**
 * Records of which it cannot be read which aim they are (qar-rules 9.11). One joins the only aim
 * that has no record in its return and agrees in all that can be read; and every aim that it could
 * be, or break that it could restart, is protected: judged overdue or not as if it had been seen in
 * that return. A record whose planned end cannot be read could be any aim whose start it corrects,
 * if it begins one. Such records are few; what they touch is learnt from them.
 */
final class Doubts {
  /** The columns of the (re-keyed, identified) records in doubt. */
  static final String[] READ = {
    "funding_year",
    "look_ahead",
    "ukprn",
    "learn_ref_number",
    "real_uln",
    "aim_type",
    "learn_aim_ref",
    "prog_type",
    "std_code",
    "fwork_code",
    "pway_code",
    "learn_start_date",
    "orig_learn_start_date",
    "learn_plan_end_date",
    "restart",
    "unreadable",
    "unreadable_record",
    "key_in_doubt",
    "key_std_code",
    "key_fwork_code",
    "key_pway_code"
  };

  /** What a record tells of the aim that it joins. */
  private static final List<String> KEY =
      List.of("key_std_code", "key_fwork_code", "key_pway_code", "first_start_date");

  /** What tells an aim from the others of a learner at a provider. */
  private static final List<String> AIM =
      Stream.concat(Stream.of("aim_type", "learn_aim_ref", "prog_type"), KEY.stream()).toList();

  private final Edition edition;
  private final Optional<Placed> placed;

  private Doubts(Edition edition, Optional<Placed> placed) {
    this.edition = edition;
    this.placed = placed;
  }

  /**
   * The records in doubt, of which there are some.
   *
   * @param doubts each with the aim that it is of, if one is known
   * @param joins those that join an aim, with its key
   */
  private record Placed(Dataset<Row> doubts, Dataset<Row> joins) {}

  /**
   * Learns what is in doubt.
   *
   * @param inDoubt the records in doubt, with {@link #READ}, keyed
   * @param records some columns of all records of final returns, keyed; read only if there is a
   *     doubt
   */
  static Doubts learnt(
      Dataset<Row> inDoubt, Function<String[], Dataset<Row>> records, Edition edition) {
    Column counts = edition.breaks().r04Grace().value() ? lit(true) : not(col("look_ahead"));
    Dataset<Row> doubts =
        Small.of(
            inDoubt
                .where(counts)
                .select(
                    col("ukprn").as("doubt_ukprn"),
                    col("learner").as("doubt_learner"),
                    col("person").as("doubt_person"),
                    when(not(col("key_in_doubt")), structOf(AIM)).as("own"),
                    structOf(Arrays.asList(READ)).as("doubt")));
    if (doubts.isEmpty()) {
      return new Doubts(edition, Optional.empty());
    }
    Dataset<Row> aims = Small.of(aims(records.apply(StartCorrections.READ), doubts));
    Dataset<Row> joins = Small.of(joins(aims, doubts));
    return new Doubts(
        edition, Optional.of(new Placed(Small.of(placed(aims, doubts, joins)), joins)));
  }

  /** Gives records in doubt the key of the aim that they join. */
  Dataset<Row> join(Dataset<Row> records) {
    if (placed.isEmpty()) {
      return records;
    }
    Column joined = col("joining_record").isNotNull();
    return records
        .join(
            broadcast(placed.get().joins()),
            col("unreadable_record").equalTo(col("joining_record")),
            "left")
        .select(
            Arrays.stream(records.columns())
                .map(
                    name -> {
                      if (name.equals("unreadable_record")) {
                        return when(not(joined), col(name)).as(name);
                      }
                      if (name.equals("matched_by")) {
                        return when(joined, concat(col(name), lit(", the only aim that it fits")))
                            .otherwise(col(name))
                            .as(name);
                      }
                      return KEY.contains(name)
                          ? when(joined, col("joined").getField(name)).otherwise(col(name)).as(name)
                          : col(name);
                    })
                .toArray(Column[]::new));
  }

  /**
   * Adds {@code protected_years} and {@code restart_protected_years} to aims: the years in whose
   * final returns a record stands that could be the aim, or its restart.
   */
  Dataset<Row> protect(Dataset<Row> aims) {
    Column nothing = array().cast("array<int>");
    if (placed.isEmpty()) {
      return aims.withColumns(
          Map.of("protected_years", nothing, "restart_protected_years", nothing));
    }
    Column newer =
        years(
            "doubts",
            record -> {
              Column doubt = record.getField("doubt");
              Column sameStart =
                  exists(
                      col("history"),
                      shown -> sameStart(doubt, shown.getField("learn_start_date")));
              return isOfFinalReturn(doubt)
                  .and(doubt.getField("funding_year").gt(col("last_year_returned")))
                  .and(sameBut(doubt))
                  .and(
                      doubt
                          .getField("key_in_doubt")
                          .and(sameStart.or(correctsStart(doubt)))
                          .or(
                              unreadable(doubt, Returned.LEARN_PLAN_END_DATE)
                                  .and(record.getField("begins"))
                                  .and(correctsStart(doubt))));
            });
    Column restarts =
        when(
            col("comp_status").equalTo(PLANNED_BREAK),
            years(
                "doubts_of_person",
                record ->
                    couldRestart(record.getField("doubt")).and(not(isOf(record.getField("own"))))));
    return beside(beside(aims, "learner", "doubts"), "person", "doubts_of_person")
        .withColumns(
            Map.of(
                "protected_years", coalesce(newer, nothing),
                "restart_protected_years", coalesce(restarts, nothing)))
        .drop("doubts", "doubts_of_person");
  }

  /** Gathers the doubts about a learner, or about a person, beside each of the aims. */
  private Dataset<Row> beside(Dataset<Row> aims, String whose, String name) {
    Dataset<Row> gathered =
        placed
            .orElseThrow()
            .doubts()
            .groupBy(col("doubt_ukprn"), col("doubt_" + whose))
            .agg(collect_list(struct("doubt", "own", "begins")).as(name));
    Column same =
        col("ukprn").equalTo(col("doubt_ukprn")).and(col(whose).equalTo(col("doubt_" + whose)));
    return aims.join(broadcast(gathered), same, "left").drop("doubt_ukprn", "doubt_" + whose);
  }

  private static Column isOfLearner() {
    return col("ukprn")
        .equalTo(col("doubt_ukprn"))
        .and(col("learner").equalTo(col("doubt_learner")));
  }

  private static Column years(String doubts, Function<Column, Column> could) {
    return array_sort(
        array_distinct(
            transform(
                filter(col(doubts), could::apply),
                record -> record.getField("doubt").getField("funding_year"))));
  }

  /** Whether the aim that a record was placed in is this one. */
  private static Column isOf(Column own) {
    return AIM.stream()
        .map(name -> own.getField(name).eqNullSafe(col(name)))
        .reduce(own.isNotNull(), Column::and);
  }

  /** The aims of the learners who have a record in doubt. */
  private static Dataset<Row> aims(Dataset<Row> records, Dataset<Row> doubts) {
    Dataset<Row> learners = doubts.select("doubt_ukprn", "doubt_learner").distinct();
    return records
        .where(col("unreadable_record").isNull())
        .join(broadcast(learners), isOfLearner(), "left_semi")
        .groupBy(
            Stream.concat(Stream.of("ukprn", "learner"), AIM.stream())
                .map(name -> col(name))
                .toArray(Column[]::new))
        .agg(collect_set("funding_year").as("years"), collect_set("learn_start_date").as("starts"));
  }

  /**
   * The records in doubt with the aim that each is of ({@code own}, if one is known) and whether it
   * could be the first of it ({@code begins}).
   */
  private static Dataset<Row> placed(Dataset<Row> aims, Dataset<Row> doubts, Dataset<Row> joins) {
    Column doubt = col("doubt");
    Column joined = doubt.getField("unreadable_record").equalTo(col("joining_record"));
    Column known =
        isOfLearner()
            .and(isOf(col("own")))
            .and(array_min(col("years")).lt(doubt.getField("funding_year")));
    Dataset<Row> ofOwnKey = doubts.join(broadcast(aims.drop("starts")), known, "left");
    return ofOwnKey
        .select(
            col("doubt_ukprn"),
            col("doubt_learner"),
            col("doubt_person"),
            doubt,
            col("own"),
            doubt.getField("key_in_doubt").or(col("years").isNull()).as("begins"))
        .join(broadcast(joins), joined, "left")
        .withColumn("own", coalesce(col("own"), col("joined")));
  }

  /** One row a record that joins an aim: the only one that it can be. */
  private static Dataset<Row> joins(Dataset<Row> aims, Dataset<Row> doubts) {
    Column doubt = col("doubt");
    Dataset<Row> joining =
        doubts.where(
            isOfFinalReturn(doubt)
                .and(doubt.getField("learn_aim_ref").isNotNull())
                .and(not(unreadable(doubt, Returned.AIM_TYPE)))
                .and(not(unreadable(doubt, Returned.PROG_TYPE))));
    Column fits =
        isOfLearner()
            .and(doubt.getField("key_in_doubt"))
            .and(sameBut(doubt))
            .and(exists(col("starts"), start -> sameStart(doubt, start)))
            .and(not(array_contains(col("years"), doubt.getField("funding_year"))));
    return aims.join(broadcast(joining), fits)
        .groupBy(doubt.getField("unreadable_record").as("joining_record"))
        .agg(count(lit(1)).as("fitting"), min(structOf(AIM)).as("joined"))
        .where(col("fitting").equalTo(1))
        .select("joining_record", "joined");
  }

  /** Whether a record could be a later one of the aim, all but the start looked at. */
  private static Column sameBut(Column doubt) {
    return agrees(doubt, Returned.AIM_TYPE, col("aim_type"))
        .and(
            doubt
                .getField("learn_aim_ref")
                .isNull()
                .or(doubt.getField("learn_aim_ref").eqNullSafe(col("learn_aim_ref"))))
        .and(sameTraining(doubt));
  }

  private static Column sameTraining(Column doubt) {
    return agrees(doubt, Returned.PROG_TYPE, col("prog_type"))
        .and(
            when(
                    col("prog_type").equalTo(APPRENTICESHIP_STANDARD),
                    agrees(doubt, Returned.STD_CODE, col("key_std_code")))
                .otherwise(
                    agrees(doubt, Returned.FWORK_CODE, col("key_fwork_code"))
                        .and(samePathway(doubt))));
  }

  /** A pathway that is not known, the record's or the aim's, could be any while the key is. */
  private static Column samePathway(Column doubt) {
    Column pathway = doubt.getField("key_pway_code");
    return pathway
        .eqNullSafe(col("key_pway_code"))
        .or(doubt.getField("key_in_doubt").and(pathway.isNull().or(col("key_pway_code").isNull())));
  }

  private static Column sameStart(Column doubt, Column start) {
    return agrees(doubt, Returned.LEARN_START_DATE, start);
  }

  /** The second pass of matching (9.8). */
  private static Column correctsStart(Column doubt) {
    Column start = doubt.getField("learn_start_date");
    return doubt
        .getField("funding_year")
        .equalTo(col("last_year_returned").plus(lit(1)))
        .and(agrees(doubt, Returned.LEARN_PLAN_END_DATE, col("learn_plan_end_date")))
        .and(doubt.getField("restart").equalTo(col("restart")))
        .and(col("learn_act_end_date").isNull().or(start.leq(col("learn_act_end_date"))));
  }

  /** The test of a restart (3.5, 9.13), passed by all that cannot be read. */
  private Column couldRestart(Column doubt) {
    Column start = doubt.getField("learn_start_date");
    Column original = doubt.getField("orig_learn_start_date");
    Column anyStart = unreadable(doubt, Returned.LEARN_START_DATE);
    Column lastStart =
        add_months(col("learn_act_end_date"), edition.match().monthsWithoutOriginalStart().value());
    Column withoutOriginal =
        original
            .isNull()
            .and(col("key_std_code").isNotNull())
            .and(anyStart.or(start.leq(lastStart)));
    return coalesce(
        doubt
            .getField("restart")
            .and(
                doubt
                    .getField("key_in_doubt")
                    .or(unreadable(doubt, Returned.ORIG_LEARN_START_DATE)))
            .and(yearOfReturn(doubt).geq(Columns.academicYear(col("learn_act_end_date"))))
            .and(sameBut(doubt))
            .and(anyStart.or(start.geq(col("learn_act_end_date"))))
            .and(
                unreadable(doubt, Returned.ORIG_LEARN_START_DATE)
                    .or(coalesce(original.equalTo(col("learn_start_date")), lit(false)))
                    .or(coalesce(original.equalTo(col("orig_learn_start_date")), lit(false)))
                    .or(withoutOriginal)),
        lit(false));
  }

  private static Column isOfFinalReturn(Column doubt) {
    return not(doubt.getField("look_ahead"));
  }

  /** A record of R04 was made in the year after the one that it looks back at. */
  private static Column yearOfReturn(Column doubt) {
    return doubt
        .getField("funding_year")
        .plus(when(doubt.getField("look_ahead"), lit(1)).otherwise(lit(0)));
  }

  private static Column agrees(Column doubt, Returned element, Column value) {
    return unreadable(doubt, element).or(doubt.getField(element.column()).eqNullSafe(value));
  }

  private static Column unreadable(Column doubt, Returned element) {
    return array_contains(doubt.getField("unreadable"), element.element());
  }

  private static Column structOf(List<String> names) {
    return struct(names.stream().map(name -> col(name)).toArray(Column[]::new));
  }
}

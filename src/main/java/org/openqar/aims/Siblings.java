package org.openqar.aims;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.openqar.rules.Codes.PLANNED_BREAK;
import static org.openqar.rules.Codes.PROGRAMME_AIM;
import static org.openqar.rules.Codes.TRANSFERRED;
import static org.openqar.rules.Codes.WITHDRAWN;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.openqar.rules.Edition;
import org.openqar.tables.Returned;

/**
 * What the learner's other aims at the provider say about one: its restart, the next programme and
 * the next aim, the parts that it takes up (qar-rules 3.5, 9.13, 9.21, 9.22). The learner's aims
 * are gathered once, beside each of them; every fact is then an expression over one row.
 */
final class Siblings {
  private static final List<String> READ =
      List.of(
          "learn_start_date",
          "aim_id",
          "aim_type",
          "learn_aim_ref",
          "prog_type",
          "key_std_code",
          "key_fwork_code",
          "key_pway_code",
          "orig_learn_start_date",
          "learn_act_end_date",
          "comp_status",
          "restart",
          "first_year_returned",
          "first_look_ahead_year");

  private final Edition edition;

  Siblings(Edition edition) {
    this.edition = edition;
  }

  /**
   * Adds the facts; expects the rows of a learner to lie together already. What is in no final
   * return tells about the others, and is then left out (9.10).
   */
  Dataset<Row> addTo(Dataset<Row> chains) {
    WindowSpec learner =
        Window.partitionBy("ukprn", Learners.person(edition.match().key().value()));
    Column[] all =
        Stream.concat(
                Arrays.stream(chains.columns()).map(name -> col(name)),
                Stream.of(
                    col("found_restart.aim_id").as("restart_aim_id"),
                    col("found_restart.learn_start_date").as("restart_start_date"),
                    col("restart_first_year_returned"),
                    col("restart_first_look_ahead_year"),
                    col("found_transfer.aim_id").as("transfer_aim_id"),
                    col("found_transfer.learn_start_date").as("transfer_start_date"),
                    col("found_other.aim_id").as("other_aim_id"),
                    col("found_other.learn_start_date").as("other_aim_start_date"),
                    col("earlier_segments")))
            .toArray(Column[]::new);
    return chains
        .withColumns(
            Map.of(
                "siblings",
                collect_list(
                        when(
                            mayMatter(),
                            struct(READ.stream().map(Siblings::told).toArray(Column[]::new))))
                    .over(learner),
                "starts",
                collect_list(
                        when(
                            told("learn_start_date").isNotNull().and(inSomeReport()),
                            struct(told("learn_start_date"), col("aim_id"))))
                    .over(learner)))
        .withColumns(
            Map.of(
                "found_restart", firstRestart(),
                "restart_first_year_returned", firstRestartIn("first_year_returned"),
                "restart_first_look_ahead_year", firstRestartIn("first_look_ahead_year"),
                "found_transfer", nextProgramme(),
                "found_other", nextAim(),
                "earlier_segments", earlierSegments()))
        .where(col("first_year_returned").isNotNull())
        .select(all);
  }

  /** A start that the newest record does not tell is the one that it was matched by. */
  private static Column told(String name) {
    return name.equals("learn_start_date")
        ? coalesce(col(name), col("first_start_date")).as(name)
        : col(name);
  }

  /** Only restarts, programmes and parts that ended say anything about another aim. */
  private static Column mayMatter() {
    return inSomeReport()
        .and(
            col("restart")
                .or(coalesce(col("aim_type").equalTo(PROGRAMME_AIM), lit(false)))
                .or(
                    coalesce(
                        col("comp_status").isin(PLANNED_BREAK, WITHDRAWN, TRANSFERRED),
                        lit(false))));
  }

  /** What is in no report for its AimType or ProgType is nobody's next aim either (9.11). */
  private static Column inSomeReport() {
    return not(
        arrays_overlap(
            col("unreadable"),
            array(lit(Returned.AIM_TYPE.element()), lit(Returned.PROG_TYPE.element()))));
  }

  private Column firstRestart() {
    return array_min(transform(restartsOfBreak(), Siblings::found));
  }

  /** Any restart first returned in time saves the break, not only the one that starts first. */
  private Column firstRestartIn(String year) {
    return array_min(transform(restartsOfBreak(), restart -> restart.getField(year)));
  }

  private Column restartsOfBreak() {
    return when(
        col("comp_status").equalTo(PLANNED_BREAK),
        filter(col("siblings"), later -> restarts(field(later), Siblings::own)));
  }

  private Column earlierSegments() {
    return array_sort(
        transform(
            filter(
                col("siblings"),
                earlier ->
                    earlier
                        .getField("comp_status")
                        .isin(PLANNED_BREAK, WITHDRAWN, TRANSFERRED)
                        .and(earlier.getField("first_year_returned").isNotNull())
                        .and(restarts(Siblings::own, field(earlier)))),
            earlier ->
                struct(
                    earlier.getField("aim_id").as("aim_id"),
                    earlier.getField("learn_start_date").as("learn_start_date"),
                    earlier.getField("learn_act_end_date").as("learn_act_end_date"))));
  }

  private static Column nextProgramme() {
    Column end = col("learn_act_end_date");
    return when(
        end.isNotNull(),
        array_min(
            transform(
                filter(
                    col("siblings"),
                    next ->
                        next.getField("aim_type")
                            .equalTo(PROGRAMME_AIM)
                            .and(next.getField("learn_start_date").geq(end))
                            .and(sameTraining(field(next), Siblings::own).equalTo(lit(false)))),
                Siblings::found)));
  }

  /** The next aim of any kind: what who leaves a course or a traineeship goes on with (9.22). */
  private static Column nextAim() {
    Column end = col("learn_act_end_date");
    return when(
        end.isNotNull(),
        array_min(
            filter(
                col("starts"),
                next ->
                    next.getField("learn_start_date")
                        .geq(end)
                        .and(next.getField("aim_id").notEqual(col("aim_id"))))));
  }

  /** Whether one aim is a restart of another (qar-rules 3.5 with 9.13). */
  private Column restarts(Side later, Side earlier) {
    Column sameStart =
        coalesce(
            later
                .get("orig_learn_start_date")
                .equalTo(earlier.get("learn_start_date"))
                .or(
                    later
                        .get("orig_learn_start_date")
                        .equalTo(earlier.get("orig_learn_start_date"))),
            lit(false));
    Column noOriginalStart =
        later
            .get("orig_learn_start_date")
            .isNull()
            .and(later.get("key_std_code").equalTo(earlier.get("key_std_code")))
            .and(
                later
                    .get("learn_start_date")
                    .leq(
                        add_months(
                            earlier.get("learn_act_end_date"),
                            edition.match().monthsWithoutOriginalStart().value())));
    return coalesce(
        later
            .get("restart")
            .and(later.get("aim_id").notEqual(earlier.get("aim_id")))
            .and(later.get("aim_type").eqNullSafe(earlier.get("aim_type")))
            .and(later.get("learn_aim_ref").equalTo(earlier.get("learn_aim_ref")))
            .and(sameTraining(later, earlier))
            .and(later.get("learn_start_date").geq(earlier.get("learn_act_end_date")))
            .and(sameStart.or(noOriginalStart)),
        lit(false));
  }

  private static Column sameTraining(Side one, Side other) {
    return List.of("prog_type", "key_std_code", "key_fwork_code", "key_pway_code").stream()
        .map(name -> one.get(name).eqNullSafe(other.get(name)))
        .reduce(Column::and)
        .orElseThrow();
  }

  /** An aim of the comparison: the row's own, or one of its siblings. */
  private interface Side {
    Column get(String name);
  }

  private static Column own(String name) {
    return col(name);
  }

  private static Side field(Column sibling) {
    return sibling::getField;
  }

  /** Sorts by start, so that the least one is the earliest. */
  private static Column found(Column sibling) {
    return struct(
        sibling.getField("learn_start_date").as("learn_start_date"),
        sibling.getField("aim_id").as("aim_id"));
  }
}

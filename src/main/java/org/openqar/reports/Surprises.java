package org.openqar.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.reports.Explanation.Verdict;

/**
 * Explains events of an aim that a data manager may not expect: a record gave way, R04 replaces a
 * final return, records came from another provider or stayed with it, or an achievement date is not
 * used (qar-rules 3.3, 3.4, 3.8, 9.17, 9.18). For each it says what the provider can do before a
 * return closes.
 */
final class Surprises {
  private final Row aim;
  private final List<Row> records;

  private Surprises(Row aim) {
    this.aim = aim;
    this.records = aim.getList(aim.fieldIndex("history"));
  }

  /**
   * Returns the sentences, in the order of the events.
   *
   * @param aim its row of {@code aim}
   */
  static List<String> of(Row aim, List<Verdict> verdicts) {
    Surprises surprises = new Surprises(aim);
    List<String> told = new ArrayList<>();
    surprises.addMoved(told);
    surprises.addStayed(told);
    surprises.addNothingCame(told);
    surprises.addGaveWay(told);
    verdicts.forEach(
        verdict -> new UnusedAchievementDate(aim, verdict).told().ifPresent(told::add));
    return told;
  }

  private void addMoved(List<String> told) {
    by("moved")
        .forEach(
            (moved, some) -> {
              boolean elsewhere =
                  some.stream().anyMatch(one -> !aim.getAs("ukprn").equals(returnedBy(one)));
              told.add(
                  "What %s returned in %s counts here: %s.%s"
                      .formatted(
                          providers(some),
                          years(some),
                          moved,
                          elsewhere
                              ? " If the learner only changed provider, leave out PrevUKPRN, or NLM"
                                  + " and PMUKPRN, before the return closes."
                              : ""));
            });
  }

  private void addStayed(List<String> told) {
    by("stayed")
        .forEach(
            (stayed, some) ->
                told.add(
                    ("What %s returned in %s stayed with it: %s. If the contract was taken over, the"
                            + " new provider returns NLM 17 or 18, or PMUKPRN, before its return"
                            + " closes; if the learner just left, the old one returns the end, or"
                            + " the aim becomes overdue there.")
                        .formatted(providers(some), years(some), stayed)));
  }

  /** Says that a record names a previous provider from which no record came. */
  private void addNothingCame(List<String> told) {
    Integer last = null;
    for (Row record : records) {
      Integer previous = record.getAs("prev_ukprn");
      if (previous != null
          && !previous.equals(last)
          && records.stream().noneMatch(one -> previous.equals(returnedBy(one)))
          && !previous.equals(aim.getAs("ukprn"))) {
        told.add(
            ("The return of %s names %d as the previous provider, but none of its records count here. With"
                    + " NLM 17 or 18, or PMUKPRN, all its earlier records come too; with"
                    + " PrevUKPRN alone only an unfinished aim that goes on under the same start.")
                .formatted(year(record), previous));
        last = previous;
      }
    }
  }

  private void addGaveWay(List<String> told) {
    for (int place = 0; place < records.size(); place++) {
      Row record = records.get(place);
      String why = record.getAs("gave_way");
      if (why == null) {
        continue;
      }
      boolean forR04 = isJudgedByR04(place);
      told.add(
          "A record of %s from %d does not count: %s. %s"
              .formatted(
                  year(record),
                  returnedBy(record),
                  why,
                  forR04
                      ? "What R04 shows of the aim must be right before R04 closes."
                      : "If it is the right one, leave the other out of the return before it"
                          + " closes."));
    }
  }

  /** Whether the record is of the final return and would count without R04. */
  private boolean isJudgedByR04(int place) {
    if (place + 1 == records.size()) {
      return false;
    }
    Row record = records.get(place);
    Row next = records.get(place + 1);
    return next.<Integer>getAs("return_number") == CollectionCalendar.LOOK_AHEAD
        && Objects.equals(next.getAs("funding_year"), record.getAs("funding_year"));
  }

  /** Returns the records that have a text in a column, by that text. */
  private Map<String, List<Row>> by(String column) {
    return records.stream()
        .filter(record -> record.getAs(column) != null)
        .collect(
            Collectors.groupingBy(
                record -> record.<String>getAs(column), LinkedHashMap::new, Collectors.toList()));
  }

  private static String years(List<Row> some) {
    return some.stream().map(Surprises::year).distinct().collect(Collectors.joining(", "));
  }

  private static String providers(List<Row> some) {
    return some.stream()
        .map(Surprises::returnedBy)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  private static Integer returnedBy(Row record) {
    return record.getAs("returned_ukprn");
  }

  private static String year(Row record) {
    return new AcademicYear(record.<Integer>getAs("funding_year")).toString();
  }
}

package org.openqar.aims;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.matching.Delivery;
import org.openqar.matching.Destination;
import org.openqar.matching.Gathered;
import org.openqar.matching.LearnerRecords;
import org.openqar.matching.Learners;
import org.openqar.matching.Matcher;
import org.openqar.matching.Owner;
import org.openqar.matching.Providers;
import org.openqar.matching.ReturnedAt;
import org.openqar.rules.Edition;
import org.openqar.tables.Returned;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Walks through a partition of {@link LearnerRows} learner by learner, and gives a row of {@link
 * AimRow} for each aim.
 */
final class LearnerWalk implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private final Edition edition;
  private final Providers providers;
  private final int reportYear;

  LearnerWalk(Edition edition, Providers providers, int reportYear) {
    this.edition = edition;
    this.providers = providers;
    this.reportYear = reportYear;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    Matcher matcher = new Matcher(edition, providers);
    AimRow form = new AimRow(edition.edition(), reportYear);
    Iterator<LearnerRecords> learners =
        new Learners(new EachOf<>(rows, row -> gathered(row).iterator()));
    return new EachOf<>(
        learners, learner -> matcher.match(learner).stream().map(form::of).iterator());
  }

  /** Turns a row into records. A destination gives one for each readable outcome. */
  static List<Gathered> gathered(Row row) {
    Owner owner =
        KnownNumbers.owner(
            row.getStruct(LearnerRows.KNOWN),
            row.getInt(LearnerRows.KEY_UKPRN),
            row.getString(LearnerRows.KEY_REF),
            row.getString(LearnerRows.REAL_ULN));
    int ukprn = row.getInt(LearnerRows.GROUP_UKPRN);
    String group = row.getString(LearnerRows.GROUP);
    List<List<String>> lists = lists(row);
    if (row.isNullAt(LearnerRows.DELIVERY_NO)) {
      return destinations(lists).stream()
          .map(destination -> new Gathered(ukprn, group, owner, null, destination))
          .toList();
    }
    int number = row.getInt(LearnerRows.RETURN_NUMBER);
    ReturnedAt place =
        new ReturnedAt(
            row.getString(LearnerRows.RETURN_ID),
            number,
            row.getLong(LearnerRows.LEARNER_NO),
            row.getInt(LearnerRows.DELIVERY_NO),
            row.getInt(LearnerRows.YEAR),
            number != CollectionCalendar.FINAL,
            row.getInt(LearnerRows.UKPRN));
    Delivery delivery = DeliveryReader.read(place, owner, row.getList(LearnerRows.TEXTS), lists);
    return List.of(new Gathered(ukprn, group, owner, delivery, null));
  }

  private static List<List<String>> lists(Row row) {
    List<Seq<String>> lists = row.getList(LearnerRows.LISTS);
    List<List<String>> read = new ArrayList<>(lists.size());
    for (Seq<String> list : lists) {
      read.add(list == null ? null : CollectionConverters.asJava(list));
    }
    return read;
  }

  /** Reads the outcomes of a destination that are readable: type and code, and the start (9.19). */
  private static List<Destination> destinations(List<List<String>> lists) {
    List<String> types = lists.get(0);
    List<Destination> destinations = new ArrayList<>();
    for (int i = 0; types != null && i < types.size(); i++) {
      String type = types.get(i);
      String code = lists.get(1).get(i);
      var start = Returned.day(lists.get(2).get(i));
      if (type != null && code != null && start != null) {
        destinations.add(
            new Destination(trimmed(type).toUpperCase(Locale.ROOT) + trimmed(code), start));
      }
    }
    return destinations;
  }

  private static String trimmed(String text) {
    String plain = Returned.plain(text);
    return plain == null ? "" : plain;
  }
}

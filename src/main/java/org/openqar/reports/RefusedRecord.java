package org.openqar.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.returns.IssueCode;
import org.openqar.tables.Filter;
import org.openqar.tables.Rows;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;

/**
 * A record of a final return that is in no aim, because it has no LearnAimRef or its learner has no
 * number (qar-rules 9.11, 9.12).
 *
 * @param aimId the aim that is missing from that return and that the record could belong to
 * @param key the readable parts of the record, in the columns of {@code aim}
 * @param ofNobody whether its learner has no number, so that only the record itself shows whose it
 *     could be
 * @param place the file, and the place of the record in it
 * @param reason the sentence of {@code return_issue}, which repeats no detail of the learner
 */
record RefusedRecord(String aimId, Row key, boolean ofNobody, String place, String reason) {
  /** A record, the aim that it could belong to, and why it was refused. */
  private record Found(Row aim, ReturnedRecord record, Row issue) {
    RefusedRecord told() {
      String file = issue.getAs("source_file");
      return new RefusedRecord(
          aim.getAs("aim_id"),
          record.key(),
          record.isOfNobody(),
          "learner %d, aim %d of %s"
              .formatted(
                  record.learnerNo(),
                  record.deliveryNo(),
                  file.substring(file.lastIndexOf('/') + 1)),
          issue.getAs("message"));
    }
  }

  /**
   * Finds refused records that could belong to aims: those of the learner without a LearnAimRef,
   * and those of nobody with the same LearnAimRef, start and, if both are known, birth date.
   *
   * @param aims rows of {@code aim}, each missing from the return of the year after its last one
   */
  static List<RefusedRecord> near(TableReader reader, List<Row> aims) {
    if (aims.isEmpty()) {
      return List.of();
    }
    Map<List<Object>, List<Row>> issues =
        issues(reader).stream().collect(Collectors.groupingBy(RefusedRecord::learner));
    List<Found> found = new ArrayList<>();
    try (Rows deliveries =
        reader.read(Tables.RETURNED_DELIVERY, ReturnedRecord.COLUMNS, returns(aims))) {
      while (deliveries.hasNext()) {
        Row row = deliveries.next();
        ReturnedRecord record = new ReturnedRecord(row);
        for (Row issue : issues.getOrDefault(learner(row), List.of())) {
          if (record.isRefusedBy(issue)) {
            aims.stream()
                .filter(aim -> isReturn(row, aim) && record.couldBe(aim))
                .forEach(aim -> found.add(new Found(aim, record, issue)));
          }
        }
      }
    }
    return found.stream()
        .sorted(
            Comparator.comparing(Found::issue, RowOrder.by("source_file"))
                .thenComparing(one -> one.record().learnerNo())
                .thenComparing(one -> one.record().deliveryNo()))
        .map(Found::told)
        .toList();
  }

  /**
   * Returns the providers responsible for an aim: those that returned it, and the survivor of a
   * merger.
   */
  static List<Integer> providers(Row aim) {
    return Stream.concat(
            Stream.of(aim.<Integer>getAs("ukprn")),
            aim.<Row>getList(aim.fieldIndex("history")).stream()
                .map(record -> record.<Integer>getAs("returned_ukprn")))
        .distinct()
        .toList();
  }

  /** Selects the final returns in which the aims are missing. */
  private static Filter returns(List<Row> aims) {
    return Filter.equal("return_number", CollectionCalendar.FINAL)
        .and(
            Filter.among(
                "ukprn", aims.stream().flatMap(aim -> providers(aim).stream()).distinct().toList()))
        .and(
            Filter.among(
                "funding_year", aims.stream().map(RefusedRecord::year).distinct().toList()));
  }

  private static boolean isReturn(Row delivery, Row aim) {
    return delivery.<Integer>getAs("funding_year") == year(aim)
        && providers(aim).contains(delivery.<Integer>getAs("ukprn"));
  }

  private static int year(Row aim) {
    return aim.<Integer>getAs("last_year_returned") + 1;
  }

  /** Returns why records, or all those of a learner, are in no aim. */
  static List<Row> issues(TableReader reader) {
    Filter refusal =
        Filter.equal("code", IssueCode.LEARNER_UNIDENTIFIED.code())
            .or(
                Filter.equal("code", IssueCode.MISSING.code())
                    .and(Filter.equal("field", "LearnAimRef")));
    return reader.list(
        Tables.RETURN_ISSUE,
        List.of("return_id", "funding_year", "learner_no", "delivery_no", "source_file", "message"),
        refusal);
  }

  private static List<Object> learner(Row row) {
    return List.of(row.getAs("return_id"), row.getAs("learner_no"));
  }
}

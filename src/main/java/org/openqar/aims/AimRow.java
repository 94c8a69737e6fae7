package org.openqar.aims;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.encoders.RowEncoder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.openqar.matching.Dates;
import org.openqar.matching.Delivery;
import org.openqar.matching.Details;
import org.openqar.matching.Ending;
import org.openqar.matching.MatchedAim;
import org.openqar.matching.MatchedAim.Returned;
import org.openqar.tables.Tables;

/** A matched aim as a row of {@code aim}, without the facts from the reference data. */
final class AimRow {
  /** The columns that {@link ReferenceFacts} adds. */
  private static final List<String> OF_REFERENCE = List.of("aim_class", "foundation");

  /** The columns of a row. */
  static final StructType SCHEMA =
      new StructType(
          Stream.of(Tables.AIM.schema().fields())
              .filter(field -> !OF_REFERENCE.contains(field.name()))
              .toArray(StructField[]::new));

  /** Encodes days as {@link java.time.LocalDate} under any session setting. */
  static final Encoder<Row> ENCODER = RowEncoder.encoderFor(SCHEMA, true);

  private final String edition;
  private final int reportYear;

  AimRow(String edition, int reportYear) {
    this.edition = edition;
    this.reportYear = reportYear;
  }

  Row of(MatchedAim aim) {
    Delivery values = aim.values();
    Details details = values.details();
    Dates dates = values.dates();
    Ending ending = values.ending();
    return RowFactory.create(
        edition,
        reportYear,
        aim.id(),
        aim.ukprn(),
        values.place().ukprn(),
        details.partnerUkprn(),
        values.uln(),
        values.reference(),
        aim.learner(),
        values.training().learnAimRef(),
        values.training().aimType(),
        details.fundModel(),
        values.training().progType(),
        values.training().stdCode(),
        values.training().fworkCode(),
        values.training().pwayCode(),
        dates.start(),
        dates.originalStart(),
        dates.plannedEnd(),
        dates.actualEnd(),
        dates.achieved(),
        ending.compStatus(),
        ending.withdrawReason(),
        ending.outcome(),
        values.restart(),
        details.loan(),
        details.ldmCodes().toArray(),
        details.empOutcome(),
        details.employerContribution(),
        details.dateOfBirth(),
        details.sex(),
        details.ethnicity(),
        details.lldd(),
        details.priorLevel(),
        details.priorLevelYear(),
        details.postcode(),
        details.homePostcode(),
        details.contract(),
        details.campus(),
        details.monitoring() == null ? null : details.monitoring().toArray(),
        values.unreadable().toArray(),
        aim.firstYear(),
        aim.lastYear(),
        aim.finalReturnYears().toArray(),
        aim.restart().first().aimId(),
        aim.restart().first().start(),
        aim.restart().firstYear(),
        aim.restart().firstLookAhead(),
        aim.nextProgramme().aimId(),
        aim.nextProgramme().start(),
        aim.nextAim().aimId(),
        aim.nextAim().start(),
        rows(aim.earlier(), part -> RowFactory.create(part.aimId(), part.start(), part.end())),
        aim.derived().earlierDays(),
        aim.derived().programmeStart(),
        aim.unemployedBeforeStart(),
        aim.employedAfterStart(),
        rows(aim.destinations(), one -> RowFactory.create(one.outcome(), one.start())),
        aim.derived().destinationDate(),
        aim.protectedYears().toArray(),
        aim.restartProtectedYears().toArray(),
        rows(aim.history(), AimRow::ofHistory),
        aim.derived().firstYearReportedEnded());
  }

  private static Row ofHistory(Returned returned) {
    Delivery record = returned.delivery();
    return RowFactory.create(
        record.place().year(),
        record.place().returnNumber(),
        record.place().returnId(),
        record.place().learnerNo(),
        record.place().deliveryNo(),
        record.place().ukprn(),
        record.reference(),
        record.previous() == null ? null : record.previous().ukprn(),
        record.previous() == null ? null : record.previous().reference(),
        returned.matchedBy(),
        record.owner().moved(),
        record.owner().stayed(),
        returned.counts(),
        returned.gaveWay(),
        record.ending().compStatus(),
        record.dates().start(),
        record.dates().plannedEnd(),
        record.dates().actualEnd(),
        record.dates().achieved(),
        record.ending().outcome(),
        record.ending().withdrawReason());
  }

  private static <T> Row[] rows(List<T> list, Function<T, Row> row) {
    return list.stream().map(row).toArray(Row[]::new);
  }
}

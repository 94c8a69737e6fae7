package org.openqar.support;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openqar.rules.Codes;
import org.openqar.rules.Edition;

/**
 * What the aims stage works out of an aim's history, destinations and earlier parts, for literal
 * rows. {@code ListFactsTest} holds it to the stage.
 */
record ListFactsOfAim(
    Edition edition,
    Map<String, Object> aim,
    List<Map<String, Object>> history,
    List<Part> parts,
    List<Destination> destinations) {

  /** An earlier part of the programme. */
  record Part(LocalDate start, LocalDate end) {}

  /** What became of the learner. */
  record Destination(String outcome, LocalDate start) {}

  Integer firstYearReportedEnded() {
    int lastOpen =
        counted()
            .filter(record -> record.get("comp_status") != null && !ended(record))
            .map(ListFactsOfAim::year)
            .max(Comparator.naturalOrder())
            .orElse(0);
    return counted()
        .filter(this::ended)
        .map(ListFactsOfAim::year)
        .filter(year -> year > lastOpen)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  LocalDate destinationDate() {
    LocalDate end = (LocalDate) aim.get("learn_act_end_date");
    if (end == null) {
      return null;
    }
    LocalDate last = end.plusDays(edition.traineeships().destinationDays().value());
    return destinations.stream()
        .filter(it -> edition.traineeships().destinations().value().contains(it.outcome()))
        .map(Destination::start)
        .filter(day -> day != null && !day.isBefore(end) && !day.isAfter(last))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  int earlierDays() {
    int ownDay = edition.durations().inclusive().value() ? 1 : 0;
    return parts.stream()
        .filter(part -> part.start() != null && part.end() != null)
        .mapToInt(part -> (int) ChronoUnit.DAYS.between(part.start(), part.end()) + ownDay)
        .map(days -> Math.max(days, 0))
        .sum();
  }

  LocalDate programmeStart() {
    LocalDate original = (LocalDate) aim.get("orig_learn_start_date");
    return original != null
        ? original
        : parts.stream()
            .map(Part::start)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse((LocalDate) aim.get("learn_start_date"));
  }

  private Stream<Map<String, Object>> counted() {
    return history.stream().filter(record -> Boolean.TRUE.equals(record.get("counts")));
  }

  private boolean ended(Map<String, Object> record) {
    Integer status = (Integer) record.get("comp_status");
    return status != null
        && List.of(Codes.COMPLETED, Codes.WITHDRAWN, Codes.TRANSFERRED).contains(status)
        && !awaitsAssessment(record);
  }

  private boolean awaitsAssessment(Map<String, Object> record) {
    Edition.EndPointAssessment assessment = edition.endPointAssessment();
    LocalDate end = (LocalDate) record.get("learn_act_end_date");
    return assessment.applies().value()
        && assessment.acceptCompleted().value()
        && Objects.equals(aim.get("aim_type"), Codes.PROGRAMME_AIM)
        && Objects.equals(aim.get("prog_type"), Codes.APPRENTICESHIP_STANDARD)
        && Objects.equals(record.get("comp_status"), Codes.COMPLETED)
        && Objects.equals(record.get("outcome"), Codes.OUTCOME_NOT_YET_KNOWN)
        && record.get("ach_date") == null
        && end != null
        && !end.isBefore(assessment.from().value());
  }

  private static Integer year(Map<String, Object> record) {
    return (Integer) record.get("funding_year");
  }
}

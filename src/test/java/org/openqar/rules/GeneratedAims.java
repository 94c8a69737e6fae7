package org.openqar.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.openqar.calendar.AcademicYear;
import org.openqar.tables.Tables;

/**
 * Invented rows of {@code aim} with the flags of judged ones: any value may be missing that may be
 * so in the table, and dates, days and years lie on both sides of what the rules ask for. The same
 * seed gives the same rows.
 */
final class GeneratedAims {
  /** The year that judging adds, for conditions that read it. */
  static final String YEAR = "hybrid_end_year";

  /** Flags that judging adds, for conditions that read them. */
  static final List<String> FLAGS =
      Tables.QAR_AIM.columnNames().stream()
          .filter(name -> name.endsWith("_excl") || name.startsWith("overdue_"))
          .toList();

  private final Random random;
  private final Edition edition;
  private final int reportYear;

  private GeneratedAims(long seed, Edition edition, int reportYear) {
    this.random = new Random(seed);
    this.edition = edition;
    this.reportYear = reportYear;
  }

  /** Rows whose dates and years lie around those that an edition and report year ask for. */
  static List<Map<String, Object>> of(long seed, int count, Edition edition, int reportYear) {
    GeneratedAims aims = new GeneratedAims(seed, edition, reportYear);
    return IntStream.range(0, count).mapToObj(aims::row).toList();
  }

  private Map<String, Object> row(int number) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("edition", edition.edition());
    row.put("report_year", reportYear);
    row.put("aim_id", "aim " + number);
    row.put("ukprn", 10000001);
    row.put("returned_ukprn", 10000001);
    row.put("learner", "learner");
    row.put("learn_aim_ref", one("60001234", "60001234", "60004321"));
    codes(row);
    dates(row);
    years(row);
    for (String flag : FLAGS) {
      row.put(flag, random.nextInt(16) == 0);
    }
    row.put(YEAR, one(null, year(), year()));
    row.put("history", List.of());
    row.put("destinations", List.of());
    row.put("earlier_segments", List.of());
    return row;
  }

  private void codes(Map<String, Object> row) {
    row.put("aim_type", one(1, 1, 3, 4, 5, null));
    row.put("prog_type", one(2, 3, 10, 20, 23, 24, 24, 25, 25, 25, one(30, 31, 34), null, null));
    row.put("fund_model", one(one(10, 11, 37, 39, 70), 25, 35, 36, 36, 38, 81, 82, 99, null));
    row.put("std_code", one(105, 800, null));
    row.put("comp_status", one(1, 1, 2, 2, 3, 3, 4, 6, 6, null));
    row.put("outcome", one(1, 2, 3, 8, null));
    row.put("withdraw_reason", one(3, 7, 28, 40, 40, 41, 47, 48, null));
    row.put("emp_outcome", one(1, 2, 3, null));
    row.put("aim_class", one("A", "E", "F", "O", "Z", null));
    row.put("employer_contribution", one(-1L, 0L, 1L, 3_000_000_000L, null));
    row.put("ldm_codes", one(List.of(), List.of("034"), List.of("300", "034"), List.of("999")));
    row.put(
        "unreadable",
        one(List.of(), List.of(), List.of(), List.of("StdCode"), List.of("ProgType")));
    for (String flag :
        List.of(
            "restart", "loan", "foundation", "unemployed_before_start", "employed_after_start")) {
      row.put(flag, random.nextBoolean());
    }
  }

  private void dates(Map<String, Object> row) {
    LocalDate start = turn(-3, 1);
    List<Integer> planned = new ArrayList<>(List.of(-1, 0, 13, 14, 20, 365, 500));
    List<Integer> served = new ArrayList<>(List.of(-1, 0, 1, 200, 400));
    for (Edition.QualifyingPeriod.Step step : edition.qualifyingPeriod().steps().value()) {
      for (int beside = -2; beside <= 1; beside++) {
        planned.add(step.plannedFrom() + beside);
        served.add(step.served() + beside);
      }
    }
    int inTime = edition.timely().days().value();
    LocalDate reportDate = new AcademicYear(reportYear).lastDay();
    LocalDate plannedEnd =
        one(
            after(start, any(planned)),
            after(start, any(planned)),
            turn(-3, 2),
            near(reportDate.minusDays(inTime)),
            null);
    LocalDate end =
        one(
            after(start, any(served)),
            after(start, any(served)),
            turn(-3, 2),
            near(plannedEnd == null ? null : plannedEnd.plusDays(inTime)),
            near(edition.endPointAssessment().from().value()),
            null,
            null);
    row.put("learn_start_date", one(start, start, start, near(reportDate), null));
    row.put("learn_plan_end_date", plannedEnd);
    row.put("learn_act_end_date", end);
    row.put("ach_date", one(end, near(end), turn(-2, 2), null, null));
    int transfer = edition.exclusions().transferDays().value();
    row.put("transfer_start_date", next(end, 0, transfer));
    row.put("other_aim_start_date", next(end, 0, transfer));
    row.put("destination_date", next(end, 0, edition.traineeships().destinationDays().value()));
    LocalDate original = one(start, after(start, -100), after(start, -365), null);
    row.put("orig_learn_start_date", original);
    row.put("programme_start_date", one(original, original, after(start, -150), start));
    row.put("earlier_days", one(0, 0, 1, 21, 22, 41, 42, 220));
  }

  private void years(Map<String, Object> row) {
    int last = year();
    row.put("first_year_returned", last - random.nextInt(3));
    row.put("last_year_returned", last);
    int loadedTo = year() + 1;
    row.put(
        "final_return_years",
        IntStream.rangeClosed(reportYear - 5, loadedTo)
            .filter(year -> random.nextInt(6) > 0)
            .boxed()
            .toList());
    row.put("protected_years", one(List.of(), List.of(), List.of(year()), List.of(year(), year())));
    row.put("restart_first_year_returned", one(null, null, year()));
    row.put("restart_first_look_ahead_year", one(null, null, year()));
    row.put("restart_protected_years", one(List.of(), List.of(), List.of(year(), year())));
    row.put("first_year_reported_ended", one(null, year(), year(), last));
  }

  /** A year from some before the report year to the one after it. */
  private int year() {
    return reportYear - 3 + random.nextInt(5);
  }

  /** A day at which a year, academic or not, or a leap month turns. */
  private LocalDate turn(int firstYear, int lastYear) {
    int year = reportYear + firstYear + random.nextInt(lastYear - firstYear + 1);
    return near(
        one(
            LocalDate.of(year, 8, 1),
            LocalDate.of(year, 1, 1),
            LocalDate.of(year, 3, 1),
            LocalDate.of(year, 8, 31),
            LocalDate.of(year, 9, 1).plusDays(random.nextInt(365))));
  }

  private LocalDate near(LocalDate day) {
    return after(day, random.nextInt(3) - 1);
  }

  /** A day around the first or the last of those that count after an end. */
  private LocalDate next(LocalDate end, int first, int last) {
    return one(near(after(end, first)), near(after(end, last)), after(end, last / 2), null);
  }

  private static LocalDate after(LocalDate day, int days) {
    return day == null ? null : day.plusDays(days);
  }

  private int any(List<Integer> numbers) {
    return numbers.get(random.nextInt(numbers.size()));
  }

  @SafeVarargs
  private <T> T one(T... values) {
    return values[random.nextInt(values.length)];
  }
}

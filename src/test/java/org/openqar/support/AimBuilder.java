package org.openqar.support;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.openqar.calendar.AcademicYear;
import org.openqar.config.Configuration;
import org.openqar.rules.AimValues;
import org.openqar.rules.Codes;
import org.openqar.rules.Edition;
import org.openqar.tables.Field;
import org.openqar.tables.Tables;

/**
 * One literal row of {@code aim}: a programme aim on a standard, begun on 1 September 2022, planned
 * to end on 31 January 2024 and continuing, returned in 2022/23 and 2023/24, by a provider with a
 * final return in every year from 2018/19 to 2024/25.
 */
public final class AimBuilder {
  private static final int FIRST_LOADED = 2018;

  private static final Edition EDITION =
      new Configuration(null, Map.of()).edition("2024-25", Edition.class);

  private static final StructType HISTORY =
      (StructType) ((ArrayType) Tables.AIM.field("history").type()).elementType();

  private final Map<String, Object> values = new LinkedHashMap<>();
  private final List<ListFactsOfAim.Part> parts = new ArrayList<>();
  private final TreeMap<Integer, Integer> history = new TreeMap<>();
  private final TreeMap<Integer, Map<String, Object>> historyChanges = new TreeMap<>();
  private int[] finalReturns = IntStream.rangeClosed(FIRST_LOADED, 2024).toArray();
  private String[] unreadable = {};
  private String[] monitoring = {};
  private final List<ListFactsOfAim.Destination> destinations = new ArrayList<>();
  private Integer[] protectedYears = {};
  private Integer[] restartProtectedYears = {};

  private AimBuilder() {
    with("edition", "2024-25");
    with("report_year", 2024);
    with("aim_id", "aim");
    with("ukprn", 10000001);
    with("returned_ukprn", 10000001);
    with("uln", "1000000019");
    with("learn_ref_number", "L1");
    with("learner", "1000000019");
    with("learn_aim_ref", "ZPROG001");
    with("aim_type", Codes.PROGRAMME_AIM);
    with("fund_model", 36);
    with("prog_type", Codes.APPRENTICESHIP_STANDARD);
    with("std_code", 105);
    with("learn_start_date", LocalDate.of(2022, 9, 1));
    with("learn_plan_end_date", LocalDate.of(2024, 1, 31));
    with("comp_status", Codes.CONTINUING);
    with("restart", false);
    with("loan", false);
    with("employer_contribution", 0L);
    with("unemployed_before_start", false);
    with("employed_after_start", false);
    with("foundation", false);
    history("2022 2023");
  }

  /** The aim as the class describes it. */
  public static AimBuilder aim() {
    return new AimBuilder();
  }

  /** A component of the programme: a qualification within it. */
  public static AimBuilder componentAim() {
    return aim().with("aim_type", Codes.COMPONENT_AIM).with("learn_aim_ref", "60001234");
  }

  /** A course outside any programme, under adult skills funding. */
  public static AimBuilder courseAim() {
    return aim()
        .with("aim_type", 4)
        .with("learn_aim_ref", "60001234")
        .with("fund_model", 35)
        .with("prog_type", null)
        .with("std_code", null);
  }

  /** A traineeship programme. */
  public static AimBuilder traineeshipAim() {
    return aim().with("fund_model", 25).with("prog_type", Codes.TRAINEESHIP).with("std_code", null);
  }

  /** A learner who left: CompStatus 3, Outcome 3. */
  public static AimBuilder withdrawnAim(LocalDate end) {
    return aim().ended(Codes.WITHDRAWN, 3, end);
  }

  /** A learner on a break: CompStatus 6, Outcome 3, last returned in the year of the break. */
  public static AimBuilder breakAim(LocalDate end) {
    return aim()
        .ended(Codes.PLANNED_BREAK, 3, end)
        .history(String.valueOf(AcademicYear.of(end).start()));
  }

  /** Any column, by its name. */
  public AimBuilder with(String column, Object value) {
    Tables.AIM.field(column);
    values.put(column, value);
    return this;
  }

  /** Status, outcome and actual end of the current record; any of them may be null. */
  public AimBuilder ended(Integer compStatus, Integer outcome, LocalDate actualEnd) {
    return with("comp_status", compStatus)
        .with("outcome", outcome)
        .with("learn_act_end_date", actualEnd);
  }

  public AimBuilder outcome(Integer code) {
    return with("outcome", code);
  }

  public AimBuilder reason(Integer code) {
    return with("withdraw_reason", code);
  }

  public AimBuilder started(LocalDate day) {
    return with("learn_start_date", day);
  }

  public AimBuilder plannedEnd(LocalDate day) {
    return with("learn_plan_end_date", day);
  }

  public AimBuilder actualEnd(LocalDate day) {
    return with("learn_act_end_date", day);
  }

  public AimBuilder achievedOn(LocalDate day) {
    return with("ach_date", day);
  }

  /** A restart (RES 1) of a programme that was begun on another day. */
  public AimBuilder restartOf(LocalDate originalStart) {
    return with("restart", true).with("orig_learn_start_date", originalStart);
  }

  /** An earlier part of the programme. */
  public AimBuilder earlierSegment(LocalDate from, LocalDate to) {
    parts.add(new ListFactsOfAim.Part(from, to));
    return this;
  }

  /** The break was taken up again. */
  public AimBuilder restarted(LocalDate start, int firstYearReturned) {
    return with("restart_aim_id", "restart")
        .with("restart_start_date", start)
        .with("restart_first_year_returned", firstYearReturned);
  }

  /** The learner began another programme at the provider. */
  public AimBuilder nextProgramme(LocalDate start) {
    return with("transfer_aim_id", start == null ? null : "next")
        .with("transfer_start_date", start);
  }

  /** The learner began another aim of some kind at the provider. */
  public AimBuilder nextAim(LocalDate start) {
    return with("other_aim_id", start == null ? null : "other").with("other_aim_start_date", start);
  }

  /** LearnDelFAM LDM codes. */
  public AimBuilder monitoredAs(String... codes) {
    monitoring = codes;
    return this;
  }

  /** What became of the learner: type and code, and from when. */
  public AimBuilder destination(String outcome, LocalDate start) {
    destinations.add(new ListFactsOfAim.Destination(outcome, start));
    return this;
  }

  /**
   * The final returns with the aim: years with the CompStatus in each, such as {@code 2022:1
   * 2023:2}; a year alone has the current status. A record that showed another status looked as it
   * did then.
   */
  public AimBuilder history(String years) {
    history.clear();
    for (String item : years.split(" ")) {
      String[] parts = item.split(":");
      history.put(Integer.valueOf(parts[0]), parts.length == 1 ? null : Integer.valueOf(parts[1]));
    }
    return this;
  }

  /** Another value in the record of one year. */
  public AimBuilder inReturnOf(int year, String column, Object value) {
    historyChanges.computeIfAbsent(year, any -> new LinkedHashMap<>()).put(column, value);
    return this;
  }

  /** Years for which the provider made a final return. */
  public AimBuilder finalReturns(int... years) {
    finalReturns = years;
    return this;
  }

  /** Years from one to another, each with a final return. */
  public AimBuilder finalReturnsFrom(int first, int last) {
    return finalReturns(IntStream.rangeClosed(first, last).toArray());
  }

  /** Deciding elements that cannot be read. */
  public AimBuilder unreadable(String... elements) {
    unreadable = elements;
    return this;
  }

  /** An unreadable record that could be this aim stands in these years' final returns. */
  public AimBuilder protectedIn(Integer... years) {
    protectedYears = years;
    return this;
  }

  /** An unreadable record that could be its restart stands in these years' final returns. */
  public AimBuilder restartProtectedIn(Integer... years) {
    restartProtectedYears = years;
    return this;
  }

  /** The row, in the columns of {@code aim}, as the edition of 2024/25 makes it. */
  public Row row() {
    return row(EDITION);
  }

  /** The row, in the columns of {@code aim}, as an edition makes it. */
  public Row row(Edition edition) {
    Map<String, Object> all = all(edition);
    return RowFactory.create(
        Tables.AIM.fields().stream()
            .map(Field::name)
            .map(all::get)
            .map(AimBuilder::plain)
            .toArray());
  }

  /** The row for the rules, as an edition makes it. */
  public AimValues values(Edition edition) {
    Map<String, Object> all = all(edition);
    return column -> all.get(Tables.AIM.field(column).name());
  }

  /** A frame of this row alone, as the edition of 2024/25 makes it. */
  public Dataset<Row> frame() {
    return SparkTest.spark().createDataFrame(List.of(row()), Tables.AIM.schema());
  }

  private Map<String, Object> all(Edition edition) {
    Map<String, Object> all = new LinkedHashMap<>(values);
    List<Map<String, Object>> records = history.keySet().stream().map(this::record).toList();
    all.put("unreadable", List.of(unreadable));
    all.put("ldm_codes", List.of(monitoring));
    all.put(
        "destinations",
        destinations.stream()
            .map(it -> RowFactory.create(it.outcome(), plain(it.start())))
            .toList());
    all.put("first_year_returned", history.firstKey());
    all.put("last_year_returned", history.lastKey());
    all.put("final_return_years", Arrays.stream(finalReturns).boxed().toList());
    all.put(
        "earlier_segments",
        parts.stream()
            .map(
                part ->
                    RowFactory.create(
                        "segment " + parts.indexOf(part), plain(part.start()), plain(part.end())))
            .toList());
    all.put("protected_years", List.of(protectedYears));
    all.put("restart_protected_years", List.of(restartProtectedYears));
    all.put(
        "history",
        records.stream()
            .map(
                record ->
                    RowFactory.create(
                        Arrays.stream(HISTORY.fieldNames())
                            .map(record::get)
                            .map(AimBuilder::plain)
                            .toArray()))
            .toList());
    ListFactsOfAim facts = new ListFactsOfAim(edition, values, records, parts, destinations);
    all.put("first_year_reported_ended", facts.firstYearReportedEnded());
    all.put("destination_date", facts.destinationDate());
    all.put("earlier_days", facts.earlierDays());
    all.put("programme_start_date", facts.programmeStart());
    return all;
  }

  /** The record of one year, as it looked then. */
  private Map<String, Object> record(int year) {
    Integer current = (Integer) values.get("comp_status");
    Integer shown = history.get(year) == null ? current : history.get(year);
    Map<String, Object> record = new LinkedHashMap<>(values);
    record.put("funding_year", year);
    record.put("return_number", 14);
    record.put("return_id", "return of " + year);
    record.put("learner_no", 1L);
    record.put("delivery_no", 1);
    record.put("matched_by", year == history.firstKey() ? "start" : "key");
    record.put("counts", true);
    record.put("comp_status", shown);
    LocalDate end = (LocalDate) values.get("learn_act_end_date");
    boolean earlierStatus = shown != null && !shown.equals(current);
    boolean endStillToCome =
        shown != null
            && shown == Codes.CONTINUING
            && end != null
            && end.isAfter(new AcademicYear(year).lastDay());
    if (earlierStatus) {
      record.put("withdraw_reason", null);
      record.put("ach_date", null);
      record.put("outcome", shown == Codes.PLANNED_BREAK ? 3 : null);
    }
    if (endStillToCome || (earlierStatus && shown == Codes.CONTINUING)) {
      record.put("learn_act_end_date", null);
      record.put("outcome", null);
    }
    record.putAll(historyChanges.getOrDefault(year, Map.of()));
    return record;
  }

  /** As Spark takes a value of a row. */
  private static Object plain(Object value) {
    if (value instanceof LocalDate day) {
      return Date.valueOf(day);
    }
    return value instanceof List<?> list ? list.toArray() : value;
  }
}

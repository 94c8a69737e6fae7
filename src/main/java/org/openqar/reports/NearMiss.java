package org.openqar.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;
import org.openqar.rules.Codes;

/**
 * Explains why an aim is missing from the return after its last one. It names the most similar
 * record there, accepted or refused, and the parts of the key in which the two differ (qar-rules
 * 3.4). If no final return counts, it names the refused file (9.2).
 */
final class NearMiss {
  /** The columns of the key, with the names of the ILR. */
  private static final Map<String, String> KEY = key();

  /** The columns read from an aim. */
  static final List<String> COLUMNS = columns();

  private static final String LEARNER = "learner";
  private static final String REFERENCE = "learn_ref_number";

  /** The elements without which an aim is in no report (9.11). */
  private static final List<String> IN_NO_REPORT = List.of("AimType", "ProgType");

  private final Row aim;
  private final AcademicYear last;
  private final List<RefusedFile> files;

  /**
   * @param aim its row of {@code aim}
   * @param files the refused files
   */
  NearMiss(Row aim, List<RefusedFile> files) {
    this.aim = aim;
    this.last = new AcademicYear(aim.<Integer>getAs("last_year_returned"));
    List<Integer> providers = RefusedRecord.providers(aim);
    this.files =
        files.stream().filter(file -> file.isOf(providers) && file.isOf(last.plus(1))).toList();
  }

  /**
   * Whether a final return counts for the year after the aim's last one, and does not have the aim.
   */
  static boolean isMissing(Row aim) {
    return aim.<Integer>getList(aim.fieldIndex("final_return_years"))
        .contains(aim.<Integer>getAs("last_year_returned") + 1);
  }

  /**
   * Returns some sentences. Empty if the aim is in the newest final return, or if its provider made
   * no later one.
   *
   * @param others the learner's aims at the provider
   * @param refused the refused records
   */
  Optional<String> told(List<Row> others, List<RefusedRecord> refused) {
    String returned = "Returned in %s R14".formatted(last);
    if (!isMissing(aim)) {
      return files.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "%s; no final return of %s counts: %s".formatted(returned, last.plus(1), refusals()));
    }
    String missing = "%s, not matched in %s; ".formatted(returned, last.plus(1));
    String refusals =
        files.isEmpty() ? "" : " Another file of that return does not count: " + refusals();
    return Optional.of(missing + nearest(others, refused) + refusals);
  }

  private String refusals() {
    return files.stream().map(RefusedFile::told).collect(Collectors.joining(" "));
  }

  /**
   * Prefers a refused record to an accepted one that is equally near, because the provider can
   * correct it.
   */
  private String nearest(List<Row> others, List<RefusedRecord> refused) {
    Optional<RefusedRecord> nearestRefused =
        refused.stream()
            .filter(record -> record.aimId().equals(aim.getAs("aim_id")))
            .filter(record -> !record.ofNobody() || differences(record.key()).isEmpty())
            .min(Comparator.comparingInt(record -> differences(record.key()).size()));
    Optional<Row> nearest =
        others.stream()
            .filter(other -> !other.getAs("aim_id").equals(aim.getAs("aim_id")))
            .filter(other -> isSameLearner(other) || differences(other).size() == 1)
            .filter(
                other -> isReturned(other, last.start() + 1) && !isReturned(other, last.start()))
            .min(Comparator.comparingInt(other -> differences(other).size()));
    if (nearestRefused.isPresent()
        && nearest
            .filter(
                other -> differences(other).size() < differences(nearestRefused.get().key()).size())
            .isEmpty()) {
      return told(nearestRefused.get());
    }
    return nearest.map(other -> told(other) + remedy(other)).orElseGet(this::nothing);
  }

  private String nothing() {
    return "the learner has no other new aim there."
        + (isOpen()
            ? " If it goes on, or has ended since, return it so before the return of %s closes."
                .formatted(last.plus(1))
            : "");
  }

  /**
   * Says what the provider can do about a part that must not change from return to return (3.4,
   * 8.26).
   */
  private String remedy(Row other) {
    String before = "before the return of %s closes, ".formatted(last.plus(1));
    if (!isSameLearner(other)) {
      return isSameReference(other)
          ? " Two ULNs are two learners, also where one puts the other right: "
              + before
              + orBoth("return the earlier ULN too, under a reference number of its own and with")
          : " Two reference numbers are two learners: "
              + before
              + "return the earlier number as PrevLearnRefNumber.";
    }
    return " What differs in any of these is another aim: "
        + before
        + "return them as in %s, or ".formatted(last)
        + orBoth("return");
  }

  private String orBoth(String how) {
    return isOpen()
        ? how
            + " this aim closed on its first day (reason 40), so that it is excluded and not"
            + " overdue."
        : how + " this aim closed on its first day (reason 40), so that only one counts.";
  }

  /** Whether the aim is overdue if it is missing. */
  private boolean isOpen() {
    return Objects.equals(aim.getAs("comp_status"), Codes.CONTINUING)
        || Objects.equals(aim.getAs("comp_status"), Codes.PLANNED_BREAK);
  }

  private String told(RefusedRecord record) {
    List<String> differences = differences(record.key());
    return record.ofNobody()
        ? "a record there that could be it (%s) was refused: %s"
            .formatted(record.place(), record.reason())
        : "the nearest record there (%s) was refused: %s It differs in %s."
            .formatted(record.place(), record.reason(), String.join(", ", differences));
  }

  private String told(Row other) {
    String inNoReport =
        unreadable(other).stream()
            .filter(IN_NO_REPORT::contains)
            .map(" Without a readable %s it is in no report."::formatted)
            .collect(Collectors.joining());
    return "the nearest record there (aim %s) differs in %s.%s"
        .formatted(
            other.<String>getAs("aim_id"), String.join(", ", differences(other)), inNoReport);
  }

  private static boolean isReturned(Row aim, int year) {
    return aim.<Row>getList(aim.fieldIndex("history")).stream()
        .anyMatch(record -> record.<Integer>getAs("funding_year") == year);
  }

  private List<String> differences(Row other) {
    List<String> unreadable = unreadable(other);
    List<String> differences = new ArrayList<>();
    if (!isSameLearner(other)) {
      differences.add(
          "%s (another there, or none)"
              .formatted(isSameReference(other) ? "ULN" : "LearnRefNumber"));
    }
    KEY.forEach(
        (column, element) -> {
          Object here = alike(column, aim.getAs(column));
          Object there = alike(column, other.getAs(column));
          if (!Objects.equals(here, there)) {
            differences.add(
                "%s (%s there, %s here)"
                    .formatted(
                        element,
                        unreadable.contains(element) ? "unreadable" : shown(there),
                        shown(here)));
          }
        });
    return differences;
  }

  /**
   * Whether the learner is the same. A refused record names none, because the search was for its
   * learner.
   */
  private boolean isSameLearner(Row other) {
    return !Arrays.asList(other.schema().fieldNames()).contains(LEARNER)
        || other.getAs(LEARNER) == null
        || other.getAs(LEARNER).equals(aim.getAs(LEARNER));
  }

  /**
   * Whether the reference number is the same. If so, only the ULN makes the two learners differ.
   */
  private boolean isSameReference(Row other) {
    return Objects.equals(aim.getAs(REFERENCE), other.getAs(REFERENCE));
  }

  /** Returns the value to compare. A core aim counts as a course (9.7). */
  private static Object alike(String column, Object value) {
    return column.equals("aim_type") && Objects.equals(value, Codes.CORE_AIM)
        ? (Object) Codes.COURSE
        : value;
  }

  private static String shown(Object value) {
    return Objects.toString(value, "none");
  }

  /** Returns the elements of an aim that cannot be read; none for a refused record. */
  private static List<String> unreadable(Row other) {
    return Arrays.asList(other.schema().fieldNames()).contains("unreadable")
        ? other.getList(other.fieldIndex("unreadable"))
        : List.of();
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(KEY.keySet());
    columns.addAll(List.of("aim_id", LEARNER, REFERENCE, "unreadable", "history.funding_year"));
    return List.copyOf(columns);
  }

  private static Map<String, String> key() {
    Map<String, String> key = new LinkedHashMap<>();
    key.put("aim_type", "AimType");
    key.put("learn_aim_ref", "LearnAimRef");
    key.put("prog_type", "ProgType");
    key.put("std_code", "StdCode");
    key.put("fwork_code", "FworkCode");
    key.put("pway_code", "PwayCode");
    key.put("learn_start_date", "LearnStartDate");
    return key;
  }
}

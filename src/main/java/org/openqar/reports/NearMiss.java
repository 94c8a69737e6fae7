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

/**
 * Why an aim is missing from the return after its last one: the record there that is most like it,
 * accepted or refused, and the parts of the key in which the two differ (qar-rules 3.4); or the
 * file that was refused, where no final return counts (9.2).
 */
final class NearMiss {
  /** The key by its columns, with the ILR's names. */
  private static final Map<String, String> KEY = key();

  /** What is read of an aim. */
  static final List<String> COLUMNS = columns();

  /** Without these an aim is in no report (9.11). */
  private static final List<String> IN_NO_REPORT = List.of("AimType", "ProgType");

  private final Row aim;
  private final AcademicYear last;
  private final List<RefusedFile> files;

  /**
   * @param aim its row of {@code aim}
   * @param files the files that were refused
   */
  NearMiss(Row aim, List<RefusedFile> files) {
    this.aim = aim;
    this.last = new AcademicYear(aim.<Integer>getAs("last_year_returned"));
    List<Integer> providers = RefusedRecord.providers(aim);
    this.files =
        files.stream().filter(file -> file.isOf(providers) && file.isOf(last.plus(1))).toList();
  }

  /** Whether a final return of the year after its last one counts, and does not have it. */
  static boolean isMissing(Row aim) {
    return aim.<Integer>getList(aim.fieldIndex("final_return_years"))
        .contains(aim.<Integer>getAs("last_year_returned") + 1);
  }

  /**
   * Some sentences, or empty where the aim is in the newest final return, or its provider made none
   * after it.
   *
   * @param others the learner's aims at the provider
   * @param refused records that were refused
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

  /** A refused record goes before an accepted one that is as near: it can be put right. */
  private String nearest(List<Row> others, List<RefusedRecord> refused) {
    Optional<RefusedRecord> nearestRefused =
        refused.stream()
            .filter(record -> record.aimId().equals(aim.getAs("aim_id")))
            .filter(record -> !record.ofNobody() || differences(record.key()).isEmpty())
            .min(Comparator.comparingInt(record -> differences(record.key()).size()));
    Optional<Row> nearest =
        others.stream()
            .filter(other -> !other.getAs("aim_id").equals(aim.getAs("aim_id")))
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
    return nearest.map(this::told).orElse("the learner has no other new aim there.");
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
    KEY.forEach(
        (column, element) -> {
          Object here = aim.getAs(column);
          Object there = other.getAs(column);
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

  private static String shown(Object value) {
    return Objects.toString(value, "none");
  }

  /** What cannot be read of an aim; a refused record tells none of it. */
  private static List<String> unreadable(Row other) {
    return Arrays.asList(other.schema().fieldNames()).contains("unreadable")
        ? other.getList(other.fieldIndex("unreadable"))
        : List.of();
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(KEY.keySet());
    columns.addAll(List.of("aim_id", "unreadable", "history.funding_year"));
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

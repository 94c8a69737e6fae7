package org.openqar.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openqar.rules.Codes;

/**
 * A learner's records as a text table: a header with the columns that matter, one record a line. A
 * column that is left out has what most records have: the programme aim of standard 100, started
 * 2020-09-01, planned to end 2022-07-31, in learning.
 */
final class Records {
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("return", "14"),
          Map.entry("ukprn", "10000001"),
          Map.entry("ref", "R1"),
          Map.entry("uln", "1000000001"),
          Map.entry("type", "1"),
          Map.entry("aim", "ZPROG001"),
          Map.entry("prog", "25"),
          Map.entry("std", "100"),
          Map.entry("start", "2020-09-01"),
          Map.entry("plan", "2022-07-31"),
          Map.entry("status", "1"));

  private Records() {}

  static List<Delivery> of(String table) {
    List<String> lines = table.lines().filter(line -> !line.isBlank()).toList();
    List<String> columns = cells(lines.get(0));
    List<Delivery> records = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      Map<String, String> record = new LinkedHashMap<>(USUAL);
      List<String> cells = cells(lines.get(i));
      for (int j = 0; j < columns.size(); j++) {
        record.put(columns.get(j), cells.get(j));
      }
      records.add(delivery(record, i));
    }
    return records;
  }

  private static List<String> cells(String line) {
    return Arrays.stream((line + " ").split("\\|")).map(String::strip).toList();
  }

  private static Delivery delivery(Map<String, String> of, int number) {
    int returned = number(of, "return");
    boolean lookAhead = returned != 14;
    int returnedBy = number(of, "ukprn");
    int ukprn = of.containsKey("owner") ? number(of, "owner") : returnedBy;
    List<String> unreadable = list(of, "unreadable");
    Integer programme = number(of, "prog");
    boolean standard = programme != null && programme == Codes.APPRENTICESHIP_STANDARD;
    boolean keyReadable =
        unreadable.stream()
            .noneMatch(
                element ->
                    Set.of("AimType", "ProgType", "LearnStartDate").contains(element)
                        || (standard
                            ? element.equals("StdCode")
                            : Set.of("FworkCode", "PwayCode").contains(element)));
    return new Delivery(
        new ReturnedAt(
            "return of " + of.get("year"),
            returned,
            1,
            number,
            number(of, "year"),
            lookAhead,
            returnedBy),
        new Owner(
            ukprn, text(of, "ref"), text(of, "uln"), text(of, "found"), null, null, null, false),
        text(of, "ref"),
        text(of, "uln"),
        null,
        new Training(
            number(of, "type"),
            text(of, "aim"),
            programme,
            number(of, "std"),
            number(of, "fwork"),
            number(of, "pway")),
        new Dates(
            day(of, "start"), day(of, "orig"), day(of, "plan"), day(of, "end"), day(of, "ach")),
        new Ending(number(of, "status"), number(of, "reason"), number(of, "outcome")),
        number(of, "seq"),
        "1".equals(of.get("res")),
        unreadable,
        keyReadable,
        new Details(
            36, null, null, false, List.of(), 0, null, null, null, null, null, null, null, null,
            null, null, null),
        Work.UNKNOWN);
  }

  private static String text(Map<String, String> of, String column) {
    String text = of.get(column);
    return text == null || text.isEmpty() ? null : text;
  }

  private static Integer number(Map<String, String> of, String column) {
    String text = text(of, column);
    return text == null ? null : Integer.valueOf(text);
  }

  private static LocalDate day(Map<String, String> of, String column) {
    String text = text(of, column);
    return text == null ? null : LocalDate.parse(text);
  }

  private static List<String> list(Map<String, String> of, String column) {
    String text = text(of, column);
    return text == null ? List.of() : Arrays.stream(text.split(" ")).toList();
  }
}

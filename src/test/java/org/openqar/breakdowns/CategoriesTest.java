package org.openqar.breakdowns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.rules.Codes;

/** Every code of every year's list counts in the category that the table has for it. */
class CategoriesTest {
  private static final Path FOLDER = Path.of("src/test/resources/breakdowns");
  private static final Pattern XML = Pattern.compile("<(\\w+)>|<option code=\"([^\"]+)\"");

  /** Which breakdowns read a list. */
  private static final Map<String, Set<String>> READ_BY =
      Map.of(
          "Sex", Set.of("sex"),
          "Ethnicity", Set.of("ethnicity"),
          "LLDDHealthProb", Set.of("lldd"),
          "ACT", Set.of("funding_type"),
          "ProgType", Set.of("std_fwk", "level", "detailed_level"),
          "PriorAttain", Set.of("prior_attainment"),
          "StandardLevel", Set.of("level", "detailed_level"),
          "NotionalNVQLevelv2", Set.of("level", "detailed_level"));

  /** One code in the years whose list has it. */
  record Listed(String list, String code, int from, int to) {}

  /** One line of the table of categories. */
  record Line(
      String breakdown,
      String reportType,
      int aimType,
      String list,
      String code,
      int from,
      int to,
      String category) {

    boolean isOf(String other, Listed listed, int year) {
      return breakdown.equals(other)
          && list.equals(listed.list())
          && code.equals(listed.code())
          && from <= year
          && year <= to;
    }
  }

  static List<Line> lines() {
    return rows("categories.csv")
        .map(
            cells ->
                new Line(
                    cells[0],
                    cells[1],
                    Integer.parseInt(cells[2]),
                    cells[3],
                    cells[4],
                    Integer.parseInt(cells[5]),
                    Integer.parseInt(cells[6]),
                    cells[7]))
        .toList();
  }

  private static List<Listed> listed() {
    return rows("code-lists.csv")
        .map(
            cells ->
                new Listed(
                    cells[0], cells[1], Integer.parseInt(cells[2]), Integer.parseInt(cells[3])))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void aCodeCountsInItsCategory(Line line) {
    Breakdown breakdown = Breakdowns.named(line.breakdown());
    for (int year = line.from(); year <= line.to(); year++) {
      assertEquals(line.category(), breakdown.value().of(row(line, year)::get), "year " + year);
    }
    assertTrue(
        breakdown.values().contains(line.category()) || line.category().matches("Level [1-8]"),
        "no value of the declaration");
  }

  @Test
  void everyCodeOfEveryYearHasALineForEveryBreakdownThatReadsIt() {
    List<String> missing = new ArrayList<>();
    List<Line> lines = lines();
    for (Listed listed : listed()) {
      for (String breakdown : READ_BY.get(listed.list())) {
        for (int year = listed.from(); year <= listed.to(); year++) {
          int in = year;
          if (lines.stream().noneMatch(line -> line.isOf(breakdown, listed, in))) {
            missing.add(
                "%s of %s in %d for %s".formatted(listed.code(), listed.list(), year, breakdown));
          }
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void everyLineIsOfACodeOfTheListsOfItsYears() {
    List<Listed> listed = listed();
    for (Line line : lines()) {
      for (int year = line.from(); year <= line.to(); year++) {
        int in = year;
        assertTrue(
            listed.stream()
                .anyMatch(
                    one ->
                        one.list().equals(line.list())
                            && one.code().equals(line.code())
                            && one.from() <= in
                            && in <= one.to()),
            line + " in " + year);
      }
    }
  }

  @Test
  void everyYearHasEveryList() {
    for (int year : IntStream.rangeClosed(2018, 2026).toArray()) {
      Set<String> lists = new TreeSet<>();
      listed().stream()
          .filter(one -> one.from() <= year && year <= one.to())
          .forEach(one -> lists.add(one.list()));
      assertEquals(new TreeSet<>(READ_BY.keySet()), lists, "year " + year);
    }
  }

  /** The one list that was published as a file. */
  @Test
  void theListsOf2020AreThosePublished() throws IOException {
    Map<String, Set<String>> published = new TreeMap<>();
    Matcher matcher = XML.matcher(Files.readString(FOLDER.resolve("code-lists-2020-21.xml")));
    String list = null;
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        list = matcher.group(1);
      } else {
        published.computeIfAbsent(list, any -> new TreeSet<>()).add(matcher.group(2));
      }
    }
    Map<String, Set<String>> ours = new TreeMap<>();
    listed().stream()
        .filter(one -> one.from() <= 2020 && 2020 <= one.to())
        .filter(one -> published.containsKey(one.list()))
        .forEach(one -> ours.computeIfAbsent(one.list(), any -> new TreeSet<>()).add(one.code()));
    assertTrue(ours.get("ProgType").remove("10"), "retired, and still in the lists of QAR");
    assertEquals(published, ours);
  }

  private static Map<String, Object> row(Line line, int year) {
    Map<String, Object> row = new HashMap<>();
    row.put("report_type", line.reportType());
    row.put("aim_type", line.aimType());
    row.put("prog_type", Codes.APPRENTICESHIP_STANDARD);
    String code = line.code();
    switch (line.list()) {
      case "Sex" -> row.put("sex", code);
      case "Ethnicity" -> row.put("ethnicity", code);
      case "LLDDHealthProb" -> row.put("lldd_health_prob", code);
      case "ACT" -> row.put("apprenticeship_contract", code);
      case "ProgType" -> row.put("prog_type", Integer.valueOf(code));
      case "StandardLevel" -> row.put("programme_level", Integer.valueOf(code));
      case "PriorAttain" -> {
        row.put("prior_level", Integer.valueOf(code));
        row.put("prior_level_year", year);
      }
      default -> {
        row.put("aim_level", code);
        row.put(
            "aim_level_number", code.matches("[0-9.]+") ? (long) Double.parseDouble(code) : null);
      }
    }
    return row;
  }

  private static Stream<String[]> rows(String file) {
    try {
      return Files.readAllLines(FOLDER.resolve(file)).stream()
          .skip(1)
          .map(line -> line.split(",", -1));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package org.openqar.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.support.AimBuilder;

/** Why an aim is in no report, in one sentence (qar-rules 3.1). */
class LeftOutTest {

  @ParameterizedTest(name = "AimType {0}, ProgType {1}, FundModel {2}, loan {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          5 | 31 | 25 | false | A T Level (ProgType 31) is measured elsewhere.
          1 | 31 | 25 | false | A T Level (ProgType 31) is measured elsewhere.
          3 | 31 | 25 | false | A T Level (ProgType 31) is measured elsewhere.
          5 | 30 | 25 | false | A T Level foundation or transition year (ProgType 30) is measured elsewhere.
          4 | -  | 10 | false | Community learning (FundModel 10) has no achievement rate.
          4 | -  | 11 | false | Tailored learning (FundModel 11) has no achievement rate.
          4 | -  | 36 | false | FundModel 36 is for apprenticeships, and the aim's ProgType is not an apprenticeship's.
          1 | 32 | 37 | false | A Skills Bootcamp (FundModel 37) is measured elsewhere.
          1 | 32 | 35 | false | A Skills Bootcamp (ProgType 32) is measured elsewhere.
          1 | 34 | 39 | false | An apprenticeship unit (FundModel 39) is not an apprenticeship, and has no achievement rate yet.
          4 | 34 | 39 | false | An apprenticeship unit (FundModel 39) is not an apprenticeship, and has no achievement rate yet.
          4 | -  | 70 | false | Learning that the European Social Fund pays for (FundModel 70) has no achievement rate.
          4 | -  | 99 | false | Non-funded learning (FundModel 99) counts only with an advanced learner loan (ADL 1), and the aim has none.
          4 | -  | 71 | false | Its FundModel is not one that the education and training rates count.
          1 | 25 | 70 | false | Its FundModel is not one that the apprenticeship rates count.
          3 | 25 | 25 | false | Its FundModel is not one that the apprenticeship rates count.
          1 | -  | 35 | false | A programme aim (AimType 1) counts only in an apprenticeship or traineeship, and its ProgType is of neither.
          1 | 33 | 35 | false | A programme aim (AimType 1) counts only in an apprenticeship or traineeship, and its ProgType is of neither.
          3 | -  | 35 | false | A component aim (AimType 3) counts only in an apprenticeship or traineeship, and its ProgType is of neither.
          - | 25 | 36 | false | Its AimType is missing or cannot be read, so nobody can tell which report it belongs to.
          - | 24 | 25 | false | Its AimType is missing or cannot be read, so nobody can tell which report it belongs to.
          - | -  | 35 | false | Its AimType is missing or cannot be read, so nobody can tell which report it belongs to.
          4 | -  | 35 | false | -
          4 | -  | 99 | true  | -
          1 | 25 | 36 | false | -
          1 | 24 | 10 | false | -
          3 | 24 | 25 | false | -
          4 | -  | -  | false | -
          """)
  void aCollegesFirstQuestionHasOneAnswer(
      Integer aimType, Integer progType, Integer fundModel, boolean loan, String sentence) {
    assertEquals(
        Optional.ofNullable(sentence),
        ReportTypes.book(RuleCases.edition(Map.of()), 2024)
            .leftOut(
                AimBuilder.aim()
                    .with("aim_type", aimType)
                    .with("prog_type", progType)
                    .with("fund_model", fundModel)
                    .with("loan", loan)
                    .values(RuleCases.edition(Map.of()))));
  }

  @Test
  void aProgrammeTypeThatCannotBeReadIsTold() {
    assertEquals(
        Optional.of("Its ProgType cannot be read, so nobody can tell which report it belongs to."),
        ReportTypes.book(RuleCases.edition(Map.of()), 2024)
            .leftOut(
                AimBuilder.courseAim().unreadable("ProgType").values(RuleCases.edition(Map.of()))));
  }

  static List<Books> books() {
    return Books.all();
  }

  /** Every AimType, ProgType and FundModel that there is, and some that there are not. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("books")
  void anAimIsInOneReportOrHasOneSentence(Books one) {
    RuleBook book = one.book();
    Terms terms = new Terms(one.edition(), one.reportYear());
    for (Map<String, Object> aim : aims()) {
      AimValues values = aim::get;
      List<String> reports = reports(book, values);
      Optional<String> sentence = book.leftOut(values);
      assertEquals(reports.isEmpty() ? 0 : 1, reports.size(), () -> aim + " in " + reports);
      assertEquals(reports.isEmpty(), sentence.isPresent(), () -> aim + " " + sentence);
      assertEquals(
          1,
          book.rules().stream()
              .flatMap(rule -> rule.candidates().stream())
              .filter(some -> some.kind().apply(terms).by(new OnRow(values)))
              .count(),
          () -> aim + " is of one kind");
    }
  }

  /** A sentence that nobody is ever told is none. */
  @Test
  void everySentenceIsToldOfSomeAim() {
    Set<String> told = new HashSet<>();
    Set<String> declared = new HashSet<>();
    for (Books one : Books.all()) {
      RuleBook book = one.book();
      aims().forEach(aim -> book.leftOut(aim::get).ifPresent(told::add));
      book.rules().stream()
          .flatMap(rule -> rule.candidates().stream())
          .flatMap(some -> some.asks().stream())
          .forEach(asked -> declared.addAll(asked.sentences()));
    }
    assertEquals(declared, told);
    for (String sentence : declared) {
      assertTrue(sentence.matches("[A-Z][^.]*\\."), sentence + " is one sentence");
    }
  }

  private static List<String> reports(RuleBook book, AimValues aim) {
    return book.judging().reportTypes().by(new OnRow(aim)) instanceof List<?> types
        ? types.stream().map(String.class::cast).toList()
        : List.of();
  }

  private static List<Map<String, Object>> aims() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Integer aimType : Arrays.asList(1, 3, 4, 5, null)) {
      for (Integer progType :
          Arrays.asList(2, 3, 10, 20, 21, 22, 23, 24, 25, 30, 31, 32, 33, 34, 99, null)) {
        for (Integer fundModel :
            Arrays.asList(10, 11, 25, 35, 36, 37, 38, 39, 70, 81, 82, 99, 98, null)) {
          for (boolean loan : List.of(false, true)) {
            Map<String, Object> aim = new HashMap<>();
            aim.put("aim_type", aimType);
            aim.put("prog_type", progType);
            aim.put("fund_model", fundModel);
            aim.put("loan", loan);
            aim.put(
                "unreadable", progType == null && loan ? List.of("ProgType") : List.of("StdCode"));
            all.add(aim);
          }
        }
      }
    }
    return all;
  }
}

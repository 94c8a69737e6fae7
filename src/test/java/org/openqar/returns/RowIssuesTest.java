package org.openqar.returns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowIssuesTest {
  private static final StructType READ = ReturnedColumns.read(false);
  private static final StructType AIM =
      (StructType) ((ArrayType) READ.apply("learning_delivery").dataType()).elementType();
  private static final RowIssues ISSUES = new RowIssues(READ, AIM);

  private static final Map<String, String> LEARNER =
      Map.of("learn_ref_number", "L1", "uln", "1000000019", "date_of_birth", "2004-05-06");

  private static final Map<String, String> DELIVERY =
      Map.of(
          "learn_aim_ref", "ZPROG001",
          "aim_type", "1",
          "aim_seq_number", "1",
          "learn_start_date", "2024-09-01",
          "learn_plan_end_date", "2025-09-01",
          "fund_model", "36",
          "prog_type", "25",
          "comp_status", "1");

  @Test
  void soundRecordsHaveNoIssue() {
    assertEquals(List.of(), learner(Map.of()));
    assertEquals(List.of(), delivery(Map.of()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no reference number, a ULN                  |      | 1000000019 |
          a reference number, no ULN                  | L1   |            |
          a reference number and the temporary ULN    | L1   | 9999999999 |
          neither of them                             |      |            | learner_unidentified
          only the temporary ULN                      |      | 9999999999 | learner_unidentified
          a ULN of nine digits                        |      | 100000001  | learner_unidentified
          a ULN of letters                            | '  ' | unknown    | learner_unidentified
          """)
  void aLearnerWithoutAnIdentityIsAnIssue(String aCase, String reference, String uln, String code) {
    Map<String, String> changes = new HashMap<>();
    changes.put("learn_ref_number", reference);
    changes.put("uln", uln);
    List<RowIssue> issues = learner(changes);
    assertEquals(
        code == null ? List.of() : List.of(code),
        issues.stream().map(issue -> issue.code().code()).toList());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a bad day            | learn_act_end_date | 2024-06-31 | LearnActEndDate | unreadable | aim     | 2024-06-31
          a bad code           | comp_status        | 5          | CompStatus      | unreadable | aim     | 5
          a bad number         | fund_model         | 36A        | FundModel       | unreadable | aim     | text of 3 characters
          a missing status     | comp_status        |            | CompStatus      | missing    | aim     |
          a missing start      | learn_start_date   |            | LearnStartDate  | missing    | aim     |
          a blank model        | fund_model         | '  '       | FundModel       | missing    | aim     |
          no aim reference     | learn_aim_ref      |            | LearnAimRef     | missing    | aim     |
          a bad partner        | partner_ukprn      | none       | PartnerUKPRN    | unreadable | warning | text of 4 characters
          a bad position       | aim_seq_number     | first      | AimSeqNumber    | unreadable | warning | text of 5 characters
          planned to end early | learn_plan_end_date | 2024-08-31 | LearnPlanEndDate | end_before_start | aim | 2024-08-31
          ended early          | learn_act_end_date | 2024-08-31 | LearnActEndDate | end_before_start | aim | 2024-08-31
          """)
  void whatIsWrongWithAnAim(
      String aCase,
      String column,
      String text,
      String field,
      String code,
      String severity,
      String value) {
    Map<String, String> changes = new HashMap<>();
    changes.put(column, text);
    List<RowIssue> issues = delivery(changes);
    assertEquals(1, issues.size(), issues.toString());
    assertEquals(field, issues.get(0).field());
    assertEquals(code, issues.get(0).code().code());
    assertEquals(severity, issues.get(0).severity());
    assertEquals(value, issues.get(0).value());
  }

  @Test
  void anEndOnTheDayOfTheStartIsNoIssue() {
    assertEquals(List.of(), delivery(Map.of("learn_act_end_date", "2024-09-01")));
  }

  @Test
  void aSensitiveValueIsNeverShown() {
    List<RowIssue> issues =
        learner(Map.of("date_of_birth", "2004-05-96", "prev_ukprn", "Jane Doe"));
    assertEquals(2, issues.size());
    for (String secret : List.of("2004", "-96", "Jane", "Doe")) {
      assertFalse(shown(issues).contains(secret), shown(issues));
    }
    List<RowIssue> ofAim =
        delivery(Map.of("withdraw_reason", "moved with her mother", "outcome", "9"));
    assertEquals(2, ofAim.size());
    assertFalse(shown(ofAim).contains("mother"), shown(ofAim));
    assertEquals(
        List.of("9", "text of 21 characters"),
        ofAim.stream().map(RowIssue::value).sorted().toList());
    List<RowIssue> unidentified = learner(Map.of("uln", "Jane Doe", "learn_ref_number", " "));
    assertFalse(shown(unidentified).contains("Jane"), shown(unidentified));
  }

  private static String shown(List<RowIssue> issues) {
    return issues.toString();
  }

  private static List<RowIssue> learner(Map<String, String> changes) {
    return ISSUES.checkLearner(row(READ, LEARNER, changes));
  }

  private static List<RowIssue> delivery(Map<String, String> changes) {
    return ISSUES.checkDelivery(row(AIM, DELIVERY, changes));
  }

  private static InternalRow row(
      StructType type, Map<String, String> values, Map<String, String> changes) {
    Map<String, String> all = new HashMap<>(values);
    all.putAll(changes);
    return new GenericInternalRow(
        Arrays.stream(type.fieldNames()).map(all::get).map(UTF8String::fromString).toArray());
  }
}

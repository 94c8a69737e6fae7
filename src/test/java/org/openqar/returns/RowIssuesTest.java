package org.openqar.returns;

import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.support.SparkTest;
import org.openqar.tables.Field;
import org.openqar.tables.Table;
import org.openqar.tables.Tables;

class RowIssuesTest extends SparkTest {
  private static final Map<String, Object> LEARNER =
      Map.of(
          "return_id",
          "r",
          "ukprn",
          10000001,
          "funding_year",
          2024,
          "return_number",
          14,
          "learner_no",
          1L,
          "learn_ref_number",
          "L1",
          "uln",
          "1000000019",
          "date_of_birth",
          "2004-05-06");

  private static final Map<String, Object> DELIVERY =
      Map.of(
          "delivery_no", 1,
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
  void whoCannotBeToldApart(String aCase, String reference, String uln, String code) {
    Map<String, Object> changes = new HashMap<>();
    changes.put("learn_ref_number", reference);
    changes.put("uln", uln);
    List<Row> issues = learner(changes);
    assertEquals(
        code == null ? List.of() : List.of(code),
        issues.stream().map(issue -> issue.<String>getAs("code")).toList());
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
    Map<String, Object> changes = new HashMap<>();
    changes.put(column, text);
    List<Row> issues = delivery(changes);
    assertEquals(1, issues.size(), issues.toString());
    assertEquals(field, issues.get(0).getAs("field"));
    assertEquals(code, issues.get(0).getAs("code"));
    assertEquals(severity, issues.get(0).getAs("severity"));
    assertEquals(value, issues.get(0).getAs("value"));
  }

  @Test
  void anEndOnTheDayOfTheStartIsNoIssue() {
    assertEquals(List.of(), delivery(Map.of("learn_act_end_date", "2024-09-01")));
  }

  @Test
  void whatIsSensitiveIsNeverShown() {
    List<Row> issues = learner(Map.of("date_of_birth", "2004-05-96", "prev_ukprn", "Jane Doe"));
    assertEquals(2, issues.size());
    for (String secret : List.of("2004", "-96", "Jane", "Doe")) {
      assertFalse(shown(issues).contains(secret), shown(issues));
    }
    List<Row> ofAim = delivery(Map.of("withdraw_reason", "moved with her mother", "outcome", "9"));
    assertEquals(2, ofAim.size());
    assertFalse(shown(ofAim).contains("mother"), shown(ofAim));
    assertEquals(
        List.of("9", "text of 21 characters"),
        ofAim.stream().map(issue -> issue.<String>getAs("value")).sorted().toList());
    List<Row> unidentified = learner(Map.of("uln", "Jane Doe", "learn_ref_number", " "));
    assertFalse(shown(unidentified).contains("Jane"), shown(unidentified));
  }

  @Test
  void anIssueIsARowOfItsTable() {
    Row issue = delivery(Map.of("outcome", "9")).get(0);
    assertEquals(Tables.RETURN_ISSUE.columnNames(), List.of(issue.schema().fieldNames()));
    assertEquals("L1", issue.getAs("learn_ref_number"));
    assertEquals(1L, issue.<Long>getAs("learner_no"));
    assertEquals(1, issue.<Integer>getAs("delivery_no"));
    assertEquals(7, issue.<Integer>getAs("line"));
  }

  /** All but the learner's own reference, by which a provider finds the record. */
  private static String shown(List<Row> issues) {
    StringBuilder shown = new StringBuilder();
    for (Row issue : issues) {
      for (String column : List.of("field", "value", "code", "severity", "message")) {
        shown.append(issue.<String>getAs(column)).append('|');
      }
    }
    return shown.toString();
  }

  private static List<Row> learner(Map<String, Object> changes) {
    return RowIssues.ofLearners(frame(Tables.RETURNED_LEARNER, Map.of(), changes)).collectAsList();
  }

  private static List<Row> delivery(Map<String, Object> changes) {
    return RowIssues.ofDeliveries(frame(Tables.RETURNED_DELIVERY, DELIVERY, changes))
        .collectAsList();
  }

  private static Dataset<Row> frame(
      Table table, Map<String, Object> more, Map<String, Object> changes) {
    Map<String, Object> values = new HashMap<>(LEARNER);
    values.putAll(more);
    values.putAll(changes);
    List<Object> row = new ArrayList<>();
    for (Field field : table.fields()) {
      row.add(values.get(field.name()));
    }
    return spark()
        .createDataFrame(List.of(RowFactory.create(row.toArray())), table.schema())
        .withColumns(Map.of("source_file", lit("a.xml"), "line", lit(7)));
  }
}

package org.openqar.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each report type keeps its published history by itself (8.A). */
@DecidedBy({
  "history.apprenticeship",
  "history.apprenticeship-component",
  "history.education-and-training",
  "history.traineeship",
  "history.traineeship-component"
})
class HistoriesTest {
  @ParameterizedTest
  @CsvSource({
    "history.apprenticeship, apprenticeship",
    "history.apprenticeship-component, apprenticeship_component",
    "history.education-and-training, education_and_training",
    "history.traineeship, traineeship",
    "history.traineeship-component, traineeship_component"
  })
  void aKeyKeepsTheHistoryOfItsReportType(String key, String reportType) {
    Edition edition = RuleCases.edition(Map.of(key, "AS_PUBLISHED"));
    assertEquals(Set.of(reportType), edition.history().asPublished());
    assertEquals(Set.of(), RuleCases.edition(Map.of()).history().asPublished());
  }
}

package org.openqar.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.config.Configuration;
import org.openqar.config.Settings;
import org.openqar.rules.Edition;
import org.openqar.rules.RuleCases;
import org.openqar.support.Frames;
import org.openqar.support.SparkTest;
import org.openqar.tables.KeyRange;
import org.openqar.tables.ProviderScope;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** Years before the report year that keep the figures of their own editions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryTest extends SparkTest {
  private static final Settings SETTINGS = new Configuration(null, Map.of()).settings();

  private static final Edition KEPT =
      RuleCases.edition(Map.of("history.apprenticeship", "AS_PUBLISHED"));

  /** What the runs of two editions gave, in their own years and in the one before. */
  private static final String PUBLISHED =
      """
      edition                 | report_year | report_type            | measure | year | %1$s     | leavers | achievers
      2022-23                 | 2022        | apprenticeship         | overall | 2021 | %2$s     | 11      | 1
      2022-23                 | 2022        | apprenticeship         | overall | 2022 | %2$s     | 12      | 2
      2022-23                 | 2022        | apprenticeship         | overall | 2022 | %3$s     | 13      | 3
      2022-23                 | 2022        | education_and_training | overall | 2022 | %2$s     | 14      | 4
      2022-23                 | 2023        | apprenticeship         | overall | 2022 | %2$s     | 15      | 5
      2022-23 (match.key=LRN) | 2022        | apprenticeship         | overall | 2022 | %2$s     | 16      | 6
      2023-24                 | 2023        | apprenticeship         | overall | 2023 | %2$s     | 17      | 7
      2023-24                 | 2023        | apprenticeship         | timely  | 2023 | %2$s     | 18      | 8
      """;

  /** What this edition counts. */
  private static final String COUNTED =
      """
      edition | report_year | report_type            | measure | year | %1$s     | leavers | achievers
      %4$s | 2024        | apprenticeship         | overall | 2022 | %2$s     | 92      | 9
      %4$s | 2024        | apprenticeship         | overall | 2023 | %2$s     | 93      | 9
      %4$s | 2024        | apprenticeship         | overall | 2024 | %2$s     | 94      | 9
      %4$s | 2024        | education_and_training | overall | 2022 | %2$s     | 95      | 9
      """;

  @TempDir private static Path temp;

  private TableStore store;

  @BeforeAll
  void publish() {
    store = new TableStore(spark(), temp.toString());
    store.replace(
        Tables.QAR_PROVIDER,
        frame(Tables.QAR_PROVIDER, PUBLISHED, "ukprn", "10000001", "10000002"),
        KeyRange.ALL);
    store.replace(
        Tables.QAR_NATIONAL,
        frame(Tables.QAR_NATIONAL, PUBLISHED, "provider_type", "Total", "College"),
        KeyRange.ALL);
  }

  @Test
  void anEditionCountsItsOwnHistory() {
    Dataset<Row> counts = counted(Tables.QAR_PROVIDER, "ukprn", "10000001");
    assertSame(counts, history(RuleCases.edition(Map.of())).ofProviders(counts, ProviderScope.ALL));
  }

  @Test
  void aYearKeepsWhatTheRunOfItsOwnEditionAndYearGave() {
    assertRows(
        List.of(
            "apprenticeship overall 2022 10000001: 12, 2",
            "apprenticeship overall 2022 10000002: 13, 3",
            "apprenticeship overall 2023 10000001: 17, 7",
            "apprenticeship overall 2024 10000001: 94, 9",
            "apprenticeship timely 2023 10000001: 18, 8",
            "education_and_training overall 2022 10000001: 95, 9"),
        history(KEPT)
            .ofProviders(counted(Tables.QAR_PROVIDER, "ukprn", "10000001"), ProviderScope.ALL),
        "ukprn");
  }

  @Test
  void ofSomeProvidersTheirsIsKept() {
    assertRows(
        List.of(
            "apprenticeship overall 2022 10000002: 13, 3",
            "apprenticeship overall 2024 10000002: 94, 9",
            "education_and_training overall 2022 10000002: 95, 9"),
        history(KEPT)
            .ofProviders(
                counted(Tables.QAR_PROVIDER, "ukprn", "10000002"),
                ProviderScope.of(Set.of(10000002))),
        "ukprn");
  }

  @Test
  void theNationKeepsItsOwn() {
    assertRows(
        List.of(
            "apprenticeship overall 2022 College: 13, 3",
            "apprenticeship overall 2022 Total: 12, 2",
            "apprenticeship overall 2023 Total: 17, 7",
            "apprenticeship overall 2024 Total: 94, 9",
            "apprenticeship timely 2023 Total: 18, 8",
            "education_and_training overall 2022 Total: 95, 9"),
        history(KEPT).ofNation(counted(Tables.QAR_NATIONAL, "provider_type", "Total")),
        "provider_type");
  }

  private History history(Edition edition) {
    return new History(store, SETTINGS, edition);
  }

  private static Dataset<Row> counted(Table table, String whose, String value) {
    return frame(table, COUNTED, whose, value, "");
  }

  private static Dataset<Row> frame(
      Table table, String text, String whose, String one, String other) {
    return Frames.of(table, text.formatted(whose, one, other, KEPT.edition()));
  }

  private static void assertRows(List<String> expected, Dataset<Row> rows, String whose) {
    List<Row> found = rows.collectAsList();
    assertEquals(
        expected,
        found.stream()
            .map(
                row ->
                    "%s %s %s %s: %s, %s"
                        .formatted(
                            row.getAs("report_type"),
                            row.getAs("measure"),
                            row.getAs("year"),
                            row.getAs(whose),
                            row.getAs("leavers"),
                            row.getAs("achievers")))
            .sorted()
            .toList());
    for (Row row : found) {
      assertEquals(KEPT.edition(), row.getAs("edition"));
      assertEquals(SETTINGS.reportYear(), row.<Integer>getAs("report_year"));
    }
  }
}

package org.openqar.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.junit.jupiter.api.Test;
import org.openqar.tables.KeyRange.Share;

/** How much of a file is in a range, told by its partition and its statistics. */
class LoggedFileTest {
  private static final KeyRange OF_2024 = KeyRange.of("2024-25", 2024);

  @Test
  void aPartitionIsInARangeOrOutside() {
    assertShare(Share.ALL, OF_2024, partition("2024"), "{}");
    assertShare(Share.NONE, OF_2024, partition("2023"), "{}");
    assertShare(Share.ALL, KeyRange.ALL, partition("2023"), "{}");
  }

  @Test
  void providersOfAPartitionAreToldByTheirLeastAndLargest() {
    KeyRange range = OF_2024.ofProviders(List.of(3, 8));
    assertShare(Share.NONE, range, partition("2023"), ukprns(3, 3, 0));
    assertShare(Share.ALL, range, partition("2024"), ukprns(3, 3, 0));
    assertShare(Share.NONE, range, partition("2024"), ukprns(4, 7, 0));
    assertShare(Share.SOME, range, partition("2024"), ukprns(4, 8, 0));
    assertShare(Share.SOME, range, partition("2024"), ukprns(3, 3, 1));
    assertShare(Share.SOME, range, partition("2024"), "{\"numRecords\":2}");
    assertShare(Share.SOME, range, partition("2024"), null);
    assertShare(Share.SOME, range, partition("2024"), "no statistics");
  }

  @Test
  void aRangeOfSeveralYearsIsAnyOfThem() {
    KeyRange range = KeyRange.ofProviderYears(Map.of(2023, Set.of(1), 2024, Set.of(2)));
    assertShare(Share.ALL, range, Map.of(), providerYear(1, 2023));
    assertShare(Share.ALL, range, Map.of(), providerYear(2, 2024));
    assertShare(Share.NONE, range, Map.of(), providerYear(1, 2024));
    assertShare(Share.ALL, range.or(KeyRange.without("ukprn")), Map.of(), ukprns(null, null, 2));
    assertShare(Share.NONE, range, Map.of(), ukprns(null, null, 2));
  }

  @Test
  void rowsWithoutAValueAreToldByTheirCount() {
    KeyRange without = KeyRange.without("ukprn");
    assertShare(Share.ALL, without, Map.of(), ukprns(null, null, 2));
    assertShare(Share.SOME, without, Map.of(), ukprns(1, 1, 1));
    assertShare(Share.NONE, without, Map.of(), ukprns(1, 1, 0));
    assertShare(Share.NONE, without, Map.of(), ukprns(1, 2, 0));
  }

  @Test
  void aTextThatDeltaMayHaveCutTellsNothing() {
    String stats =
        "{\"numRecords\":2,\"minValues\":{\"publication\":\"%1$s\"},\"maxValues\":{\"publication\":\"%1$s\"},\"nullCount\":{\"publication\":0}}";
    assertShare(Share.ALL, KeyRange.ofPublication("a"), Map.of(), stats.formatted("a"));
    assertShare(Share.NONE, KeyRange.ofPublication("b"), Map.of(), stats.formatted("a"));
    String cut = "a".repeat(32);
    assertShare(Share.SOME, KeyRange.ofPublication(cut + "b"), Map.of(), stats.formatted(cut));
  }

  private static void assertShare(
      Share expected, KeyRange range, Map<String, String> partition, String statistics) {
    Map<String, Object> add = new java.util.HashMap<>();
    add.put("path", "part.parquet");
    add.put("partitionValues", partition);
    add.put("size", 1);
    add.put("modificationTime", 1);
    add.put("dataChange", true);
    add.put("stats", statistics);
    LoggedFile file = LoggedFile.of((AddFile) Action.fromJson(Json.of(Map.of("add", add))));
    assertEquals(expected, file.shareOf(range), statistics);
  }

  private static Map<String, String> partition(String reportYear) {
    return Map.of("edition", "2024-25", "report_year", reportYear);
  }

  private static String ukprns(Integer least, Integer most, int empty) {
    return Json.of(
        Map.of(
            "numRecords",
            2,
            "minValues",
            least == null ? Map.of() : Map.of("ukprn", least),
            "maxValues",
            most == null ? Map.of() : Map.of("ukprn", most),
            "nullCount",
            Map.of("ukprn", empty, "funding_year", empty)));
  }

  private static String providerYear(int ukprn, int year) {
    return Json.of(new WrittenFile("", "", 1, 1, 2, year, ukprn, ukprn).statistics());
  }
}

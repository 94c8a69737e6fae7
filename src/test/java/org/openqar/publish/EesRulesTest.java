package org.openqar.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqar.csv.CsvReader;
import org.openqar.publish.EesRules.Broken;
import org.openqar.publish.EesRules.Check;

/** A pair of files that breaks no rule, and for each rule one change that breaks it. */
class EesRulesTest {
  private static final String DATA =
      """
      time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,sex,leaver_count,pass_percent
      202425,Academic year,National,E92000001,England,,,Total,100,50.0
      202425,Academic year,National,E92000001,England,,,Female,low,x
      202425,Academic year,Regional,E92000001,England,E12000007,London,Total,60,c
      202324,Academic year,Regional,E92000001,England,x,Not available,Total,40,z
      """;

  private static final String METADATA =
      """
      col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
      sex,Filter,Sex,,,,Filter by sex,
      leaver_count,Indicator,Leavers,Volumes,,0,,
      pass_percent,Indicator,Pass rate,Rates,%,1,,
      """;

  private static final String PROVIDERS =
      """
      time_period,time_identifier,geographic_level,country_code,country_name,provider_ukprn,provider_name,sex,leaver_count,pass_percent
      202425,Academic year,Provider,E92000001,England,10000001,One (10000001),Total,100,50.0
      202425,Academic year,Provider,E92000001,England,10000001,One (10000001),Female,60,50.0
      """;

  /**
   * One change.
   *
   * @param from what is replaced wherever it stands, in the data, the metadata or the names
   */
  private record Change(String from, String to) {}

  private static final Map<Check, Change> CHANGES = new EnumMap<>(Check.class);

  static {
    CHANGES.put(Check.FILE_NAME, new Change("name.", "my name."));
    CHANGES.put(Check.FILE_NAMES_MATCH, new Change("name.meta", "other.meta"));
    CHANGES.put(Check.MANDATORY_COLUMNS, new Change("geographic_level,", "geographical_level,"));
    CHANGES.put(Check.COLUMN_NAME, new Change("sex", "Sex of learner"));
    CHANGES.put(Check.COLUMN_TWICE, new Change("pass_percent", "leaver_count"));
    CHANGES.put(Check.COLUMN_NOT_IN_METADATA, new Change("sex,Filter", "gender,Filter"));
    CHANGES.put(Check.METADATA_NOT_IN_DATA, new Change(",sex,", ",gender,"));
    CHANGES.put(Check.ROW_LENGTH, new Change("100,50.0", "100,50.0,1"));
    CHANGES.put(Check.TIME_PERIOD, new Change("202425", "202426"));
    CHANGES.put(Check.TIME_IDENTIFIER, new Change("202324,Academic year", "2024,Calendar year"));
    CHANGES.put(Check.GEOGRAPHIC_LEVEL, new Change("Regional", "Region"));
    CHANGES.put(Check.PROVIDERS_ALONE, new Change("Regional", "Provider"));
    CHANGES.put(Check.GEOGRAPHY_MISSING, new Change("E12000007,London", "E12000007,"));
    CHANGES.put(Check.GEOGRAPHY_STRAY, new Change("England,,,Female", "England,z,z,Female"));
    CHANGES.put(Check.GEOGRAPHY_CODE, new Change("E12000007", "E12000008"));
    CHANGES.put(
        Check.GEOGRAPHY_TWO_NAMES,
        new Change("10000001,One (10000001),Female", "10000001,Two,Female"));
    CHANGES.put(Check.FILTER_ONE_ITEM, new Change("Female", "Total"));
    CHANGES.put(Check.FILTER_NO_TOTAL, new Change("Total", "All"));
    CHANGES.put(Check.FILTER_BLANK, new Change("Female", ""));
    CHANGES.put(Check.FILTER_PADDED, new Change("Female", " Female"));
    CHANGES.put(
        Check.FILTER_ITEMS,
        new Change("202425,Academic year,National,E92000001,England,,,Female,low,x\n", items()));
    CHANGES.put(Check.INDICATOR_BLANK, new Change("100,50.0", "100,"));
    CHANGES.put(Check.INDICATOR_SYMBOL, new Change("100,50.0", "100,~"));
    CHANGES.put(Check.INDICATOR_UNIT, new Change(",%,", ",percent,"));
    CHANGES.put(Check.INDICATOR_DP, new Change(",%,1", ",%,one"));
    CHANGES.put(Check.METADATA_COLUMNS, new Change("col_type", "type"));
    CHANGES.put(Check.METADATA_TYPE, new Change("sex,Filter", "sex,Breakdown"));
    CHANGES.put(Check.METADATA_LABEL, new Change("Pass rate", "Leavers"));
    CHANGES.put(Check.METADATA_FILTER, new Change("Sex,,,,", "Sex,Volumes,,,"));
    CHANGES.put(Check.METADATA_INDICATOR, new Change(",%,1,,", ",%,1,Filter,"));
    CHANGES.put(Check.ROW_TWICE, new Change("202324", "202425"));
    CHANGES.put(Check.NULL_TEXT, new Change("Female", "NULL"));
    CHANGES.put(Check.NO_ROWS, new Change(DATA.substring(DATA.indexOf('\n') + 1), ""));
    CHANGES.put(Check.API_LENGTH, new Change("Female", "F".repeat(121)));
  }

  private static String items() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 25_000; i++) {
      rows.append("202425,Academic year,National,E92000001,England,,,Item %d,1,1\n".formatted(i));
    }
    return rows.toString();
  }

  @Test
  void theFilesBreakNoRule() throws IOException {
    assertEquals(List.of(), broken("name.csv", DATA, "name.meta.csv", METADATA));
    assertEquals(List.of(), broken("name.csv", PROVIDERS, "name.meta.csv", METADATA));
  }

  @ParameterizedTest
  @EnumSource(Check.class)
  void everyRuleCanBeBroken(Check check) throws IOException {
    Change change = CHANGES.get(check);
    List<String> parts = new ArrayList<>(List.of("name.csv", DATA, "name.meta.csv", METADATA));
    if (check == Check.GEOGRAPHY_TWO_NAMES) {
      parts.set(1, PROVIDERS);
    }
    if (check == Check.ROW_TWICE) {
      parts.set(1, DATA.replace("E12000007,London", "x,Not available"));
    }
    List<String> changed =
        parts.stream().map(it -> it.replace(change.from(), change.to())).toList();
    assertTrue(!changed.equals(parts), "nothing was changed");
    Set<Check> broken =
        broken(changed.get(0), changed.get(1), changed.get(2), changed.get(3)).stream()
            .map(Broken::check)
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(broken.contains(check), broken.toString());
  }

  @Test
  void aBrokenRuleIsToldOnlyAFewTimes() throws IOException {
    String data = Arrays.stream(DATA.split("\n")).collect(Collectors.joining("~\n"));
    assertTrue(broken("name.csv", data, "name.meta.csv", METADATA).size() < 10);
  }

  private static List<Broken> broken(String name, String data, String metadataName, String metadata)
      throws IOException {
    return EesRules.of(name, records(data), metadataName, records(metadata)).broken();
  }

  private static CsvReader records(String text) {
    return CsvReader.exact(
        "file.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}

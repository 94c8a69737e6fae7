package org.openqar.breakdowns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openqar.rules.Value.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.rules.ReportTypes;
import org.openqar.tables.Field;
import org.openqar.tables.Tables;

/** What the declarations say of themselves, and the values of single aims, in plain Java. */
class BreakdownsTest {
  static List<Breakdown> all() {
    return Breakdowns.ALL;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void aBreakdownIsAColumnOfTheAimsWithItsMeaning(Breakdown one) {
    Field field = Tables.QAR_AIM.field(one.name());
    assertEquals(one.meaning(), field.meaning());
    assertEquals(one.isNeverEmpty(), !field.nullable());
    assertEquals(one, Breakdowns.named(one.name()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void whatItLiesWithinReachesAsFar(Breakdown one) {
    one.within()
        .forEach(
            wider -> {
              assertTrue(wider.reach().compareTo(one.reach()) <= 0, wider.name());
              assertTrue(Breakdowns.ALL.indexOf(wider) < Breakdowns.ALL.indexOf(one));
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void anAimOfWhichNothingIsKnownHasTheValueThatIsToldForIt(Breakdown one) {
    Object value = one.value().of(Map.of("report_type", "apprenticeship")::get);
    if (one.unknownOf().isPresent()) {
      assertEquals(Breakdown.UNKNOWN, value);
    } else if (one.absentOf().isPresent()) {
      assertEquals(null, value);
    } else {
      assertTrue(one.values().contains(value), String.valueOf(value));
    }
  }

  @Test
  void namesAreUnique() {
    List<String> names = Breakdowns.ALL.stream().map(Breakdown::name).toList();
    assertEquals(names.size(), Set.copyOf(names).size());
    assertThrows(IllegalArgumentException.class, () -> Breakdowns.named("colour"));
  }

  /** Two columns of one file cannot have one name. */
  @Test
  void columnsInFilesAreUnique() {
    ReportTypes.names()
        .forEach(
            type -> {
              List<String> columns =
                  Breakdowns.ALL.stream()
                      .flatMap(one -> one.inFilesOf(type).stream())
                      .map(FileColumn::name)
                      .toList();
              assertEquals(columns.size(), new TreeSet<>(columns).size(), type);
            });
  }

  @Test
  void aDeclarationThatIsNotWholeIsRefused() {
    Breakdown.Builder builder =
        Breakdown.breakdown("colour")
            .label("Colour")
            .meaning("Colour")
            .about(About.LEARNER)
            .values("Colour", column("colour"))
            .unknown("grey");
    assertThrows(NullPointerException.class, builder::declare);
    builder.reach(Reach.PUBLISHED);
    assertTrue(
        assertThrows(IllegalStateException.class, builder::declare)
            .getMessage()
            .contains("no column in files"));
    builder.reach(Reach.OWN).absent("grey");
    assertThrows(IllegalStateException.class, builder::declare);
  }

  @Test
  void dimensionsAreTheTotalEachBreakdownAndSomeCrossed() {
    assertEquals(Dimension.TOTAL, Dimension.ALL.get(0));
    assertEquals("total", Dimension.TOTAL.name());
    assertEquals("Total", Dimension.TOTAL.value(List.of()));
    Dimension crossed = new Dimension(List.of(Level.LEVEL, AgeBand.AGE_BAND));
    assertTrue(Dimension.ALL.contains(crossed));
    assertEquals("level x age_band", crossed.name());
    assertEquals("Advanced x 16-18", crossed.value(List.of("Advanced", "16-18")));
    assertEquals(Reach.PUBLISHED, crossed.reach());
    assertEquals(
        Reach.OWN, new Dimension(List.of(Level.LEVEL, Campus.CAMPUS)).reach(), "the least");
    assertFalse(Dimension.names(Reach.PUBLISHED).contains("deprivation"));
    assertTrue(Dimension.names(Reach.NATIONAL).contains("deprivation"));
    assertFalse(Dimension.names(Reach.NATIONAL).contains("camp_id"));
  }

  @ParameterizedTest(name = "{0}, born {1}, started {2}: {3}")
  @CsvSource({
    "apprenticeship, 2004-09-01, 2020-08-31, Unknown",
    "apprenticeship, 2004-08-31, 2020-08-31, 16-18",
    "apprenticeship, 2001-09-01, 2020-08-31, 16-18",
    "apprenticeship, 2001-08-31, 2020-08-31, 19-23",
    "apprenticeship, 1996-09-01, 2020-08-31, 19-23",
    "apprenticeship, 1996-08-31, 2020-08-31, 24+",
    "education_and_training, 2002-08-31, 2021-07-31, 16-18",
    "education_and_training, 2001-08-31, 2021-07-31, 19+",
    "education_and_training, 1970-01-01, 2021-07-31, 19+",
    "traineeship, 1996-08-31, 2020-08-31, 24+",
    "apprenticeship, , 2020-08-31, Unknown",
    "apprenticeship, 2001-08-31, , Unknown"
  })
  void ageIsThatAtTheStart(String report, String born, String started, String band) {
    Map<String, Object> row = new HashMap<>();
    row.put("report_type", report);
    row.put("date_of_birth", born == null ? null : java.time.LocalDate.parse(born));
    row.put("learn_start_date", started == null ? null : java.time.LocalDate.parse(started));
    row.put("age_at_start", Facts.AGE_AT_START.of(row::get));
    assertEquals(band, AgeBand.AGE_BAND.value().of(row::get));
  }

  @ParameterizedTest(name = "{0}, ProgType {1}, standard {2}, framework {3}-{4}: {5}")
  @CsvSource({
    "apprenticeship, 25, 105, , , Standard 105",
    "apprenticeship, 25, , , , Unknown",
    "apprenticeship, 3, , 490, 2, Framework 490-3-2",
    "apprenticeship, 3, , 490, 0, Framework 490-3",
    "apprenticeship, 3, , 490, , Framework 490-3",
    "apprenticeship_component, 3, , , , Unknown",
    "education_and_training, , , , , Not applicable"
  })
  void aProgrammeHasItsCode(
      String report, Integer type, Integer standard, Integer framework, Integer way, String code) {
    Map<String, Object> row = new HashMap<>();
    row.put("report_type", report);
    row.put("prog_type", type);
    row.put("std_code", standard);
    row.put("fwork_code", framework);
    row.put("pway_code", way);
    assertEquals(code, Programme.PROGRAMME.value().of(row::get));
  }

  @Test
  void theRegionIsThatOfTheDeliveryElseOfTheProvider() {
    Map<String, Object> row = new HashMap<>();
    row.put(Facts.REGION_OF_PROVIDER, "London");
    assertEquals("London", Region.REGION.value().of(row::get));
    row.put(Facts.REGION_OF_DELIVERY, "North East");
    assertEquals("North East", Region.REGION.value().of(row::get));
    assertEquals("Unknown", Region.REGION.values().get(9));
  }

  @Test
  void aFrameworksLevelIsThatOfItsLookUp() {
    Map<String, Object> row = new HashMap<>();
    row.put("report_type", "apprenticeship");
    row.put("aim_type", 1);
    row.put("prog_type", 3);
    assertEquals("Level 2", DetailedLevel.DETAILED_LEVEL.value().of(row::get));
    row.put(Facts.PROGRAMME_LEVEL, 4);
    assertEquals("Level 4", DetailedLevel.DETAILED_LEVEL.value().of(row::get));
    assertEquals("Intermediate", Level.LEVEL.value().of(row::get));
  }

  @Test
  void anOwnCodeStandsAtItsPlace() {
    List<String> codes = new ArrayList<>(List.of("1", "2", "3", "4", "5"));
    codes.add(null);
    Map<String, Object> row = Map.of("monitoring", codes);
    List<Object> found = new ArrayList<>();
    OwnCode.ALL.forEach(one -> found.add(one.value().of(row::get)));
    assertEquals(codes, found);
  }
}

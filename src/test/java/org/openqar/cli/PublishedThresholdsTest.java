package org.openqar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SampleRun;
import org.openqar.support.SparkTest;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** Places our providers in the thresholds of an imported table of providers. */
@Tag("long")
class PublishedThresholdsTest {
  private static final String HEADER =
      "time_period,geographic_level,provider_ukprn,provider_name,provider_type,ssa_tier_1,level,std_fwk_name_stcode,age_group,"
          + "leavers,completers,achievers,retention_rate,pass_rate,achievement_rate\n";

  @TempDir private static Path temp;
  private static TableStore store;

  @BeforeAll
  static void importAndRun() throws IOException {
    Path warehouse = temp.resolve("warehouse");
    SampleRun.copyTo(warehouse);
    StringBuilder csv = new StringBuilder(HEADER);
    for (int year : List.of(202122, 202223)) {
      int more = year == 202223 ? 10 : 0;
      int ukprn = 10008001;
      for (int rate : List.of(30, 40, 50, 60, 70)) {
        csv.append(provider(year, ukprn, "Total", rate + more));
        csv.append(provider(year, ukprn++, "ADVANCED", rate + more + 5));
      }
      csv.append(provider(year, 10008009, "Total", "low", "low", "x"));
      csv.append(
          "%d,National,z,Total,Total,Total,Total,Total,Total,500,300,290,60.0,96.7,5%d.0\n"
              .formatted(year, more / 10));
    }
    Path file = temp.resolve("providers.csv");
    Files.writeString(file, csv);
    done(
        "import-published",
        file.toString(),
        "--layout",
        "ees-apprenticeship-provider",
        "--conf",
        "conf",
        "--warehouse",
        warehouse.toString());
    String progress = done("run", "--conf", "conf", "--warehouse", warehouse.toString());
    assertTrue(progress.contains("benchmarks"), progress);
    assertFalse(progress.contains("link each aim"), "aims and measures stand: " + progress);
    store = new TableStore(SparkTest.spark(), warehouse.toString());
  }

  private static String provider(int year, int ukprn, String level, int rate) {
    return provider(year, ukprn, level, "100", String.valueOf(rate), rate + ".0");
  }

  private static String provider(
      int year, int ukprn, String level, String leavers, String achievers, String rate) {
    return "%d,Provider,%d,INVENTED %d,Schools,Total,%s,Total,Total,%s,%s,%s,%s,%s,%s\n"
        .formatted(
            year,
            ukprn,
            ukprn,
            level,
            leavers,
            achievers,
            achievers,
            rate,
            rate.equals("x") ? "x" : "100.0",
            rate);
  }

  private static String done(String... arguments) {
    CommandLineRun run = CommandLineRun.of(arguments);
    assertEquals(0, run.code(), run.err());
    return run.err();
  }

  @Test
  void everyYearHasTheThresholdsOfTheNearestPublishedYear() {
    for (int year = 2020; year <= 2024; year++) {
      Row set = thresholds(year, "total", "Total", "provider");
      int more = year >= 2022 ? 10 : 0;
      assertEquals(year >= 2022 ? 2022 : 2021, set.<Integer>getAs("published_year"));
      assertEquals(5L, set.<Long>getAs("providers"), "the one that is too small is not ranked");
      // The quarters of 30 40 50 60 70 begin at the third, fourth and fifth value.
      assertEquals(rate(50 + more), set.getAs("q1"));
      assertEquals(rate(60 + more), set.getAs("q2"));
      assertEquals(rate(70 + more), set.getAs("q3"));
      assertEquals(new BigDecimal(year >= 2022 ? "51.0" : "50.0"), set.getAs("national_rate"));
    }
  }

  @Test
  void valuesHaveTheSpellingOfOurTables() {
    assertEquals(rate(55), thresholds(2021, "level", "Advanced", "provider").getAs("q1"));
  }

  @Test
  void theTableHasTheComputedThresholdsToo() {
    assertEquals(
        SampleRun.store().read(Tables.QUARTILE_THRESHOLD).where("source = 'computed'").count(),
        store.read(Tables.QUARTILE_THRESHOLD).where("source = 'computed'").count());
    assertNull(
        store
            .read(Tables.QUARTILE_THRESHOLD)
            .where("source = 'computed'")
            .head()
            .getAs("published_year"));
  }

  @Test
  void ourProvidersHaveAPlaceAndNoRank() {
    List<Row> placed =
        store
            .read(Tables.PROVIDER_BENCHMARK)
            .where(
                "source = 'published' AND year = 2024 AND rate = 'achievement'"
                    + " AND dimension = 'total' AND method = 'provider'")
            .collectAsList();
    assertTrue(placed.size() > 5, "places: " + placed.size());
    for (Row place : placed) {
      BigDecimal rate = place.getAs("rate_value");
      Integer quartile = place.getAs("quartile");
      assertNull(place.getAs("rank"));
      assertEquals(rate.subtract(rate(51)), place.getAs("gap_to_national"));
      assertEquals(2022, place.<Integer>getAs("published_year"));
      if (quartile != null) {
        int expected = 1;
        for (int threshold : List.of(60, 70, 80)) {
          expected += rate.compareTo(rate(threshold)) >= 0 ? 1 : 0;
        }
        assertEquals(expected, quartile, place.toString());
      } else {
        assertTrue(place.<Long>getAs("leavers") < 5, place.toString());
      }
    }
  }

  private static Row thresholds(int year, String dimension, String value, String method) {
    return store
        .read(Tables.QUARTILE_THRESHOLD)
        .where(
            "source = 'published' AND rate = 'achievement' AND report_type = 'apprenticeship'"
                + " AND year = %d AND dimension = '%s' AND value = '%s' AND method = '%s'"
                    .formatted(year, dimension, value, method))
        .head();
  }

  private static BigDecimal rate(int whole) {
    return BigDecimal.valueOf(whole).setScale(1);
  }
}

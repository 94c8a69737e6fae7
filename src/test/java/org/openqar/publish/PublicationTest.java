package org.openqar.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.config.Configuration;
import org.openqar.messages.UserException;
import org.openqar.rules.Edition;
import org.openqar.rules.ReportTypes;
import org.openqar.support.SparkTest;
import org.openqar.tables.TableStore;

/** An invented sector with every breakdown and pair, published and attacked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicationTest extends SparkTest {
  private static final CountedSector SECTOR = new CountedSector(11, 10, 900);

  private static final List<String> SAID = new CopyOnWriteArrayList<>();

  @TempDir private static Path temp;

  @BeforeAll
  void publish() {
    SectorWarehouse.write(SECTOR, store("sector"), Map.of());
    publish("sector", Policy.NONE, "none", false);
    publish("sector", Policy.STRICT, "strict", false);
  }

  private static TableStore store(String name) {
    return new TableStore(spark(), temp.resolve(name).toString());
  }

  private static void publish(String warehouse, Policy policy, String folder, boolean replace) {
    Edition edition =
        new Configuration(Path.of("conf"), Map.of())
            .edition(SectorWarehouse.EDITION, Edition.class);
    new Publication(
            spark(),
            store(warehouse),
            edition,
            SectorWarehouse.YEAR,
            ReportTypes.book(edition, SectorWarehouse.YEAR),
            policy,
            false,
            SAID::add)
        .write(List.of(), temp.resolve(folder).toString(), replace);
  }

  @Test
  void nothingIsFoundOutFromAStrictPackage() throws IOException {
    Map<String, String> types = new HashMap<>();
    SECTOR
        .knowledge(Policy.STRICT)
        .typeOfProvider()
        .forEach(
            (ukprn, type) ->
                types.put(String.valueOf(SectorWarehouse.UKPRN + Integer.parseInt(ukprn)), type));
    Nesting subjects = SECTOR.knowledge(Policy.STRICT).nestings().get(0);
    Findings found =
        Findings.of(
            PackageCells.in(temp.resolve("strict")),
            new Attack.Knowledge(
                Policy.STRICT,
                types,
                List.of(new Nesting("ssa_tier_2", "ssa_tier_1", subjects.outerOf()))),
            PackageCells.truth(temp.resolve("none")));
    assertEquals(List.of(), found.recovered());
    assertEquals(List.of(), found.narrowed());
    assertTrue(found.hidden() > 0 && found.hidden() < found.cells(), found.hidden() + " hidden");
  }

  @Test
  void theWorkOfAReportMeasureAndYearIsSaidAndHowMuchIsHidden() throws IOException {
    assertTrue(
        SAID.stream()
            .anyMatch(
                line ->
                    line.matches(
                        "\\[1/1] education and training, overall, 2024/25: done in .* s, [0-9,]+ cells hidden")),
        SAID.toString());
    List<PublishedCell> cells = PackageCells.in(temp.resolve("strict"));
    long hidden =
        cells.stream().filter(cell -> "c".equals(cell.figures().get("leaver_count"))).count();
    long told = 0;
    long rows = 0;
    for (JsonNode resource :
        new ObjectMapper()
            .readTree(temp.resolve("strict/datapackage.json").toFile())
            .path("resources")) {
      told += resource.path("hiddenRows").asLong();
      rows += resource.path("rows").asLong();
      if (resource.has("rows")) {
        assertEquals(
            100.0 * resource.path("hiddenRows").asLong() / resource.path("rows").asLong(),
            resource.path("hiddenPercent").asDouble(),
            0.05);
      }
    }
    assertEquals(hidden, told);
    assertEquals(cells.size(), rows);
  }

  @Test
  void whatIsNotHiddenIsWhatWasCounted() throws IOException {
    assertEquals(SECTOR.truth().size(), PackageCells.truth(temp.resolve("none")).size());
  }

  @Test
  void aPairFillsTwoFiltersAndARegionHasItsCode() throws IOException {
    List<String> national =
        Files.readAllLines(temp.resolve("none/education_and_training_national.csv"));
    assertEquals(
        "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
            + "provider_type,age_group,qualification_level,ssa_tier_1,ssa_tier_2,funding_type,sex,"
            + "learning_difficulty_disability,leaver_count,completer_count,achievement_count,"
            + "achievements_percent,retention_percent,pass_percent",
        national.get(0));
    assertTrue(
        national.stream().anyMatch(line -> line.contains(",Total,Total,Higher,A,Total,")),
        "level and subject");
    assertTrue(
        national.stream()
            .anyMatch(
                line ->
                    line.contains(",Regional,E92000001,England,E12000007,London,Total,Total,")));
    assertTrue(national.stream().anyMatch(line -> line.contains(",x,Not available,")));
    List<String> providers =
        Files.readAllLines(temp.resolve("none/education_and_training_providers.csv"));
    assertTrue(
        providers.get(1).contains("10000001,\"\"\"The\"\" College, 1 (10000001)\","),
        providers.get(1));
  }

  @Test
  void theSameInputMakesTheSameBytesWhateverThePartitions() throws IOException {
    spark().conf().set("spark.sql.shuffle.partitions", 3);
    try {
      publish("sector", Policy.STRICT, "again", false);
      publish("sector", Policy.STRICT, "again", true);
    } finally {
      spark().conf().set("spark.sql.shuffle.partitions", 1);
    }
    assertEquals(bytes("strict"), bytes("again"));
  }

  private static Map<String, String> bytes(String folder) throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.list(temp.resolve(folder))) {
      for (Path file : files.toList()) {
        bytes.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return bytes;
  }

  @Test
  void aFolderOfSomebodyElseIsLeftAlone() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("theirs"));
    Files.writeString(folder.resolve("datapackage.json"), "{\"name\": \"theirs\"}");
    assertTrue(refusal("sector", "theirs", true).contains("are not a package of qar publish"));
    assertEquals(1, bytes("theirs").size());
    assertTrue(refusal("sector", "none", false).contains("give --replace"));
  }

  @Test
  void aValueThatCannotBeTakenApartIsRefused() throws IOException {
    SectorWarehouse.write(
        CountedSector.empty().with(1, "College", Map.of("sex", "Male"), 5, 5, 5),
        store("odd"),
        Map.of("ssa_t1", "Arts x Crafts"));
    assertTrue(refusal("odd", "odd-out", false).contains("'Arts x Crafts' of 'ssa_t1'"));
    SectorWarehouse.write(
        CountedSector.empty().with(1, "College", Map.of("sex", "Male"), 5, 5, 5),
        store("abroad"),
        Map.of("region", "Wales"));
    assertTrue(refusal("abroad", "odd-out", false).contains("'Wales' is not a region of England"));
    try (Stream<Path> left = Files.list(temp)) {
      assertEquals(
          List.of(),
          left.map(it -> it.getFileName().toString())
              .filter(name -> name.startsWith("odd-out") || name.startsWith("."))
              .toList());
    }
  }

  private static String refusal(String warehouse, String folder, boolean replace) {
    Throwable refused =
        assertThrows(Exception.class, () -> publish(warehouse, Policy.STRICT, folder, replace));
    while (!(refused instanceof UserException)) {
      refused = refused.getCause();
    }
    return refused.getMessage();
  }

  @Test
  void theMethodologySaysWhatWasDone() throws IOException {
    String strict = Files.readString(temp.resolve("strict/methodology.md"));
    assertTrue(strict.contains("edition 2024-25"), strict);
    assertTrue(strict.contains("`EDU-EXC-01`"), "the report's exclusions");
    assertTrue(!strict.contains("APP-EXC"), "no rules of other reports");
    assertTrue(strict.contains("can be known closer than to 5 possible values"), "the promise");
    assertTrue(
        strict.contains(
            "- Education and training: FundModel 25, 35, 38, 81, 82, and FundModel 99 where an advanced"
                + " learner loan pays for it"),
        strict);
    assertTrue(
        strict.contains("- T Levels and their foundation years (ProgType 30 and 31) are in no"));
    String none = Files.readString(temp.resolve("none/methodology.md"));
    assertTrue(none.contains("nothing is hidden"), none);
  }
}

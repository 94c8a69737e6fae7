package org.openqar.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.messages.UserException;

class SimulatorTest {

  private static final int PROVIDERS = 10;
  private static final int LEARNERS = 600;

  @TempDir static Path folder;

  private static Path sector;
  private static Written written;

  @BeforeAll
  static void writeOnce() {
    sector = folder.resolve("sector");
    written = write(sector, 42);
  }

  private static Written write(Path out, long seed) {
    return new Simulator(new Sector(out, PROVIDERS, LEARNERS, 2020, 2024, seed)).write();
  }

  @Test
  void equalParametersGiveEqualBytes() {
    Path again = folder.resolve("again");
    assertEquals(written, write(again, 42));
    assertEquals(hashes(sector), hashes(again));
  }

  @Test
  void anotherSeedGivesAnotherSector() {
    Path other = folder.resolve("other");
    write(other, 43);
    assertNotEquals(
        hashes(sector).get("expected/qar_aim.csv"), hashes(other).get("expected/qar_aim.csv"));
  }

  @Test
  void everyJourneyIsLived() throws IOException {
    Set<String> lived =
        rows("expected/qar_aim.csv").stream()
            .map(row -> row.substring(0, row.indexOf(',')))
            .collect(Collectors.toSet());
    Set<String> catalogue =
        Catalogue.JOURNEYS.stream().map(Journey::name).collect(Collectors.toSet());
    assertEquals(catalogue, lived);
    assertEquals(catalogue.size(), Catalogue.JOURNEYS.size(), "a journey's name is used twice");
  }

  @Test
  void everyProviderHasAFinalReturnForEachYearUntilItMerges() throws IOException {
    String merger = rows("reference/provider_merger.csv").get(0);
    String merged = merger.substring(0, merger.indexOf(','));
    for (String provider : rows("reference/providers.csv")) {
      String ukprn = provider.substring(0, provider.indexOf(','));
      for (String year : List.of("2021", "2122", "2223", "2324", "2425")) {
        long returns =
            files(sector.resolve("returns").resolve(year).resolve("R14")).stream()
                .filter(file -> file.getFileName().toString().contains("-" + ukprn + "-"))
                .count();
        boolean gone = ukprn.equals(merged) && year.compareTo("2223") >= 0;
        assertTrue(gone ? returns == 0 : returns >= 1, ukprn + " in " + year + ": " + returns);
      }
    }
  }

  @Test
  void theSectorHasSupersededInYearAndCopiedFiles() throws IOException {
    List<String> names =
        files(sector.resolve("returns")).stream()
            .map(file -> sector.relativize(file).toString())
            .toList();
    assertEquals(written.files(), names.size());
    assertTrue(names.stream().anyMatch(name -> name.contains("/R06/")), "no in-year return");
    assertTrue(names.stream().anyMatch(name -> name.endsWith(".zip")), "no ZIP");
    assertTrue(names.stream().anyMatch(name -> name.endsWith(".XML")), "no .XML");
    List<String> finals = names.stream().filter(name -> name.contains("/R14/")).toList();
    long providerYears = finals.stream().map(name -> name.substring(0, 39)).distinct().count();
    assertEquals(providerYears + 2, finals.size(), "two final returns are superseded");
    Path copy =
        sector.resolve(
            names.stream()
                .filter(name -> name.matches("returns/[0-9]{4}/ILR.*"))
                .findFirst()
                .orElseThrow());
    assertTrue(
        finals.stream().anyMatch(name -> mismatch(sector.resolve(name), copy) == -1),
        "the loose file is a copy of a final return");
  }

  @Test
  void answersAreOneRowPerAim() throws IOException {
    List<String> keys =
        rows("expected/qar_aim.csv").stream()
            .map(row -> String.join(",", List.of(row.split(",")).subList(1, 7)))
            .toList();
    assertEquals(keys.size(), keys.stream().distinct().count());
  }

  @Test
  void providerCountsAddUpToTheNationalOnes() throws IOException {
    Map<String, Integer> fromProviders = new TreeMap<>();
    for (String row : rows("expected/qar_provider.csv")) {
      String[] cells = row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      fromProviders.merge(cell(cells), Integer.parseInt(cells[5]), Integer::sum);
    }
    Map<String, Integer> national = new TreeMap<>();
    for (String row : rows("expected/qar_national.csv")) {
      String[] cells = row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      if (cells[2].equals("Total")) {
        national.put(cell(cells), Integer.parseInt(cells[5]));
      }
    }
    assertEquals(national, fromProviders);
  }

  /** Report type, year, dimension and value of a row of counts. */
  private static String cell(String[] cells) {
    return String.join("|", cells[0], cells[1], cells[3], cells[4]);
  }

  @Test
  void everyReportTypeOccurs() throws IOException {
    assertEquals(
        Set.of(
            "apprenticeship",
            "apprenticeship_component",
            "education_and_training",
            "traineeship",
            "traineeship_component"),
        rows("expected/qar_aim.csv").stream()
            .map(row -> row.split(",")[1])
            .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @CsvSource({"2021,ILR-2020-21-v1-d-2020-05-12.xsd", "2425,ILR-2024-25-schemafile24.xsd"})
  void returnsAreValidAgainstTheSchemaOfTheirYear(String year, String schema) throws Exception {
    Validator validator =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(getClass().getResource("/ilr-xsd/" + schema))
            .newValidator();
    int validated = 0;
    for (Path file : files(sector.resolve("returns").resolve(year))) {
      if (!file.toString().endsWith(".zip")) {
        validator.validate(new StreamSource(file.toFile()));
        validated++;
      }
    }
    assertTrue(validated >= PROVIDERS / 2, "only " + validated + " files were validated");
  }

  /** Small sectors, single years and long windows, in which only some journeys fit. */
  @ParameterizedTest
  @CsvSource({
    "1,6,2024,2024",
    "2,40,2023,2024",
    "3,18,2018,2025",
    "4,60,2025,2025",
    "30,200,2019,2021"
  })
  void otherShapesCanBeWritten(int providers, int learners, int first, int last)
      throws IOException {
    Path out = folder.resolve("shape-%d-%d".formatted(providers, first));
    Written shape = new Simulator(new Sector(out, providers, learners, first, last, 1)).write();
    assertTrue(shape.files() >= (long) (providers - 1) * (last - first + 1));
    assertTrue(Files.readAllLines(out.resolve("expected/qar_aim.csv")).size() > learners / 2);
  }

  @Test
  void unknownYearsAreRefused() {
    assertThrows(UserException.class, () -> new Sector(folder, 10, 600, 2010, 2024, 1));
  }

  @Test
  void aFolderWithReturnsIsRefused() {
    assertThrows(UserException.class, () -> write(sector, 42));
  }

  @Test
  void learnersAreSpreadVeryUnevenly() {
    List<Provider> providers =
        new ProviderRegister(new Sector(folder, 50, 12_000, 2020, 2024, 7), new Window(2020, 2024))
            .byRank();
    assertEquals(12_000, providers.stream().mapToInt(Provider::learners).sum());
    assertEquals(4_000, providers.get(0).learners());
    int smallest = providers.get(49).learners();
    assertTrue(smallest >= 3 && smallest <= 6, "the smallest has " + smallest);
  }

  private static List<String> rows(String file) throws IOException {
    List<String> lines = Files.readAllLines(sector.resolve(file));
    return lines.subList(1, lines.size());
  }

  private static List<Path> files(Path under) throws IOException {
    if (!Files.exists(under)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(under)) {
      return new ArrayList<>(tree.filter(Files::isRegularFile).sorted().toList());
    }
  }

  private static long mismatch(Path one, Path other) {
    try {
      return Files.mismatch(one, other);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortedMap<String, String> hashes(Path root) {
    try {
      SortedMap<String, String> hashes = new TreeMap<>();
      for (Path file : files(root)) {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        hashes.put(root.relativize(file).toString(), HexFormat.of().formatHex(hash));
      }
      return hashes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

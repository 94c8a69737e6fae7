package org.openqar.returns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.returns.JudgedFile.Status;
import org.openqar.support.IlrXml;
import org.openqar.support.SparkTest;
import org.openqar.support.TableRows;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** Large files are read in parts, and no table shows it. */
class SplitReturnsTest extends SparkTest {
  private static final int LEARNERS = 300;

  /** Small enough for several parts of each file. */
  private static final Map<String, String> IN_PARTS =
      Map.of("splitBytes", "20000", "maxTokenBytes", "1000");

  @TempDir private static Path temp;

  private static TableStore whole;
  private static TableStore inParts;

  @BeforeAll
  static void load() throws IOException {
    learners(10000001).writeBelow(temp.resolve("returns"));
    Path nested = learners(10000002).writeBelow(temp.resolve("returns"));
    Files.writeString(
        nested,
        Files.readString(nested)
            .replaceFirst("<Learner>", "<Learner><LearnRefNumber>OUTER</LearnRefNumber><Learner>")
            .replace("</Message>", "</Learner></Message>"));
    Path broken = learners(10000003).writeBelow(temp.resolve("returns"));
    Files.writeString(broken, Files.readString(broken).replace("</Message>", "<Learner>"));
    whole = load("whole", Map.of());
    inParts = load("in parts", IN_PARTS);
  }

  private static IlrXml learners(int ukprn) {
    IlrXml xml = IlrXml.of(ukprn, 2024);
    for (int i = 1; i <= LEARNERS; i++) {
      xml.learner("LearnRefNumber", "L" + i, "ULN", String.valueOf(1000000000L + i))
          .aim("LearnAimRef", "ZPROG001", "AimType", i % 7 == 0 ? "X" : "1")
          .aim("LearnAimRef", "60000001", "AimType", "3");
    }
    return xml;
  }

  private static TableStore load(String warehouse, Map<String, String> reading) {
    TableStore store = new TableStore(spark(), temp.resolve(warehouse).toString());
    Returns found =
        Returns.of(
            new Inventory(spark(), Map.of()).of(List.of(temp.resolve("returns").toString())),
            Found.STRICT);
    Returns read =
        new ReturnsStage(spark(), store, reading, Instant.now())
            .run(found, LoadedReturns.of(reader(temp.resolve(warehouse)), false));
    assertEquals(2, read.with(Status.ACCEPTED).size());
    return store;
  }

  @Test
  void theFilesAreReadInParts() {
    assertTrue(
        spark()
                .read()
                .format("ilr")
                .options(IN_PARTS)
                .option("mode", "permissive")
                .load(temp.resolve("returns").toString())
                .select("part")
                .distinct()
                .count()
            > 3);
  }

  @Test
  void everyRowIsTheSameAsFromTheWholeFile() {
    for (Table table :
        List.of(
            Tables.RETURNED_LEARNER,
            Tables.RETURNED_DELIVERY,
            Tables.RETURN_ISSUE,
            Tables.RETURN_FILE)) {
      List<String> expected = TableRows.of(table, whole.read(table));
      assertTrue(expected.size() >= 3, table.name());
      assertEquals(expected, TableRows.of(table, inParts.read(table)), table.name());
    }
  }

  @Test
  void aFileThatCannotBeReadInPartsIsReadWhole() {
    assertEquals(
        LEARNERS + 1, inParts.read(Tables.RETURNED_LEARNER).where("ukprn = 10000002").count());
  }
}

package org.openqar.returns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.returns.JudgedFile.Status;
import org.openqar.support.IlrXml;
import org.openqar.support.SparkTest;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** Small returns share files, and each counts or not as if it had a file of its own. */
class SharedReturnsTest extends SparkTest {
  @TempDir private Path temp;

  private Path returns;
  private TableStore store;

  @BeforeEach
  void folders() {
    returns = temp.resolve("returns");
    store = new TableStore(spark(), temp.resolve("warehouse").toString());
  }

  @Test
  void returnsOfAYearShareOneFileForEachTask() throws IOException {
    for (int ukprn = 10000001; ukprn <= 10000008; ukprn++) {
      learner(ukprn, "A").writeBelow(returns);
    }
    load();
    assertEquals(8, store.read(Tables.RETURNED_LEARNER).count());
    assertEquals(2, files("returned_learner"));
  }

  @Test
  void aReturnThatBreaksLeavesNoRowAmongTheOthers() throws IOException {
    learner(10000001, "A").writeBelow(returns);
    Path broken = learner(10000002, "B").writeBelow(returns);
    Files.writeString(broken, Files.readString(broken).replace("</Message>", "<Learner>"));
    learner(10000003, "C").writeBelow(returns);
    load();
    assertLearners("10000001 14 A", "10000003 14 C");
  }

  /**
   * A run reads R04 again beside a new R14. The R14 breaks, so the provider's earlier returns stay,
   * and the rows read from R04 are not needed. They share a file with those of a new provider.
   */
  @Test
  void aReturnThatSharesAFileWithARejectedOneIsReadAgain() throws IOException {
    learner(10000001, "EARLY").writeBelow(returns, "R04", 10, 1);
    learner(10000001, "A").writeBelow(returns, "R14", 14, 1);
    load();
    assertLearners("10000001 14 A", "10000001 4 EARLY");

    learner(10000000, "NEW").writeBelow(returns, "R04", 10, 1);
    learner(10000000, "NEW").writeBelow(returns, "R14", 14, 1);
    Path broken = learner(10000001, "B").writeBelow(returns, "R14", 15, 1);
    Files.writeString(broken, Files.readString(broken).replace("</Message>", "<Learner>"));
    Returns read = load();
    assertEquals(1, read.with(Status.REFUSED).size());
    assertLearners("10000000 14 NEW", "10000000 4 NEW", "10000001 14 A", "10000001 4 EARLY");
    assertEquals(4, store.read(Tables.RETURN_FILE).where("status = 'accepted'").count());
  }

  @Test
  void aResubmissionReplacesItsOwnRowsOnly() throws IOException {
    learner(10000001, "A").writeBelow(returns);
    learner(10000002, "B").writeBelow(returns);
    learner(10000003, "C").writeBelow(returns);
    load();
    learner(10000002, "BB").writeBelow(returns, "R14", 16, 2);
    load();
    assertLearners("10000001 14 A", "10000002 14 BB", "10000003 14 C");
  }

  private static IlrXml learner(int ukprn, String reference) {
    return IlrXml.of(ukprn, 2024)
        .learner("LearnRefNumber", reference, "ULN", "1000000001")
        .aim("LearnAimRef", "ZPROG001", "AimType", "1");
  }

  private Returns load() {
    Returns found =
        Returns.of(
            new Inventory(spark(), Map.of()).of(List.of(returns.toString())), Found.LOOKING_AHEAD);
    return new ReturnsStage(spark(), store, Map.of(), Instant.now())
        .run(found, LoadedReturns.of(reader(temp.resolve("warehouse")), false));
  }

  private void assertLearners(String... expected) {
    assertEquals(
        List.of(expected),
        store
            .read(Tables.RETURNED_LEARNER)
            .select("ukprn", "return_number", "learn_ref_number")
            .collectAsList()
            .stream()
            .map(row -> row.mkString(" "))
            .sorted()
            .toList());
  }

  /** Counts the files on disk, whether or not they are part of the table. */
  private long files(String table) throws IOException {
    try (Stream<Path> files = Files.walk(temp.resolve("warehouse").resolve(table))) {
      return files.filter(it -> it.toString().endsWith(".parquet")).count();
    }
  }
}

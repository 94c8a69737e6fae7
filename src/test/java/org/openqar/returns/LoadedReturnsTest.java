package org.openqar.returns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.returns.JudgedFile.Status;
import org.openqar.support.IlrXml;
import org.openqar.support.SparkTest;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** Returns that are loaded again and again, while files come, clash, break and go. */
class LoadedReturnsTest extends SparkTest {
  @TempDir private Path temp;

  private Path root;
  private TableStore store;

  @BeforeEach
  void anEmptyWarehouse() throws IOException {
    root = Files.createDirectory(temp.resolve("returns"));
    store = new TableStore(spark(), temp.resolve("warehouse").toString());
  }

  @Test
  void aFileThatClashedCountsAgainOnceTheOtherIsGone() throws IOException {
    Path first = learner("A").writeBelow(root);
    assertEquals(List.of(Status.ACCEPTED), statuses(load()));
    Path second = root.resolve("2425/again/R14").resolve(first.getFileName());
    Files.createDirectories(second.getParent());
    Files.writeString(second, learner("B").text(14));
    assertEquals(List.of(Status.REFUSED, Status.REFUSED), statuses(load()));
    assertEquals(0, store.read(Tables.RETURNED_LEARNER).count());
    assertEquals(
        0, store.read(Tables.RETURN_FILE).where("learners IS NOT NULL").count(), "none was read");
    Files.delete(second);
    assertEquals(List.of(Status.ACCEPTED), statuses(load()));
    assertEquals("A", store.read(Tables.RETURNED_LEARNER).head().getAs("learn_ref_number"));
  }

  @Test
  void aBrokenFileIsNotReadTwiceAndStaysRefused() throws IOException {
    learner("A").writeBelow(root, "R14", 14, 1);
    Path broken = learner("B").writeBelow(root, "R14", 15, 1);
    Files.writeString(broken, Files.readString(broken).replace("</Message>", "<Learner>"));
    Returns first = load();
    List<Row> issues = issues();
    assertEquals(List.of(Status.ACCEPTED, Status.REFUSED), statuses(first));
    LoadedReturns loaded = LoadedReturns.of(reader(temp.resolve("warehouse")), true);
    assertTrue(loaded.problem(first.files().get(1)).isPresent());
    assertTrue(loaded.changed(first).isEmpty());
    assertEquals(List.of(Status.ACCEPTED, Status.REFUSED), statuses(load()));
    assertEquals(issues, issues());
  }

  @Test
  void aFileThatIsGoneAndComesBackIsOneRow() throws IOException {
    Path file = learner("A").writeBelow(root);
    learner("B").writeBelow(root, "R13", 2, 1);
    load();
    Row before = row();
    Path away = Files.move(file, temp.resolve(file.getFileName()));
    load();
    assertEquals("superseded", row().getAs("status"));
    assertEquals(false, row().getAs("present"));
    assertEquals("B", store.read(Tables.RETURNED_LEARNER).head().getAs("learn_ref_number"));
    Files.move(away, file);
    load();
    assertEquals(before, row(), "with the time when it was first seen");
  }

  @Test
  void aLinkThatLeadsNowhereAndOneThatLeadsAwayAreRefusedAndTheOthersRead() throws IOException {
    learner("A").writeBelow(root);
    Path outside = Files.createDirectory(temp.resolve("outside"));
    IlrXml.of(10000002, 2024).learner("LearnRefNumber", "X").writeBelow(outside);
    Files.createSymbolicLink(root.resolve("2425/gone.xml"), temp.resolve("nothing.xml"));
    Files.createSymbolicLink(root.resolve("2425/away"), outside);
    Returns returns = load();
    assertEquals(1, returns.with(Status.ACCEPTED).size());
    assertEquals(
        List.of("link_out_of_root", "unreadable"),
        issues().stream()
            .filter(row -> row.getAs("severity").equals("file"))
            .map(row -> row.<String>getAs("code"))
            .sorted()
            .toList());
    assertEquals(1, store.read(Tables.RETURNED_LEARNER).count());
  }

  private static IlrXml learner(String reference) {
    return IlrXml.of(10000001, 2024).learner("LearnRefNumber", reference);
  }

  private Returns load() {
    Returns found =
        Returns.of(new Inventory(spark(), Map.of()).of(List.of(root.toString())), Found.STRICT);
    return new ReturnsStage(spark(), store, Map.of(), Instant.now())
        .run(
            found,
            LoadedReturns.of(reader(temp.resolve("warehouse")), store.exists(Tables.RETURN_FILE)));
  }

  private static List<Status> statuses(Returns returns) {
    return returns.files().stream().map(JudgedFile::status).sorted().toList();
  }

  private Row row() {
    return store.read(Tables.RETURN_FILE).where("return_number = 14").head();
  }

  private List<Row> issues() {
    return store.read(Tables.RETURN_ISSUE).orderBy("source_file", "code", "field").collectAsList();
  }
}

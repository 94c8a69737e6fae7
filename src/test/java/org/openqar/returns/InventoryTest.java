package org.openqar.returns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.messages.UserException;
import org.openqar.support.IlrXml;
import org.openqar.support.SampleRun;
import org.openqar.support.SparkTest;

/** Threads of this process and Spark find the same files, with the same headers and hashes. */
class InventoryTest extends SparkTest {
  @TempDir private Path folder;

  @Test
  void bothFindTheSameSampleReturns() {
    List<String> roots = List.of(SampleRun.SAMPLES.resolve("returns").toAbsolutePath().toString());
    List<ReturnedFile> here = here(Map.of()).of(roots);
    assertTrue(here.size() > 50, "files of the samples");
    assertEquals(bySpark(Map.of()).of(roots), here);
  }

  @Test
  void bothRefuseAnUnreadableFileInTheSameWay() throws IOException {
    Path good = IlrXml.of(30000001, 2023).writeBelow(folder, "R14", 14, 1);
    String xml = Files.readString(good);
    Files.writeString(good.resolveSibling("empty.xml"), "");
    Files.writeString(good.resolveSibling("no-year.xml"), "<Message><Learner></Message>");
    Files.writeString(good.resolveSibling("declared.xml"), "<!DOCTYPE Message>\n" + xml);
    Files.writeString(good.resolveSibling("no-archive.zip"), xml);
    Files.createSymbolicLink(
        good.resolveSibling("out.xml"), Path.of("data-samples/README.md").toAbsolutePath());
    List<String> roots = List.of(folder.toString());
    List<ReturnedFile> here = here(Map.of("maxHeaderCharacters", "100")).of(roots);
    assertEquals(6, here.size());
    assertEquals(bySpark(Map.of("maxHeaderCharacters", "100")).of(roots), here);
    assertTrue(here.stream().filter(file -> file.problem().isPresent()).count() >= 4);
  }

  @Test
  void bothRefuseAMissingRootInTheSameWay() {
    List<String> roots = List.of(folder.resolve("none").toString());
    assertEquals(
        assertThrows(UserException.class, () -> bySpark(Map.of()).of(roots)).getMessage(),
        assertThrows(UserException.class, () -> here(Map.of()).of(roots)).getMessage());
  }

  @Test
  void anEmptyFolderHasNoFiles() {
    assertEquals(List.of(), here(Map.of()).of(List.of(folder.toString())));
  }

  private static Inventory bySpark(Map<String, String> reading) {
    return new Inventory(spark(), reading);
  }

  private static Inventory here(Map<String, String> reading) {
    return new Inventory(reading, new Configuration(), bytes -> Optional.empty());
  }
}

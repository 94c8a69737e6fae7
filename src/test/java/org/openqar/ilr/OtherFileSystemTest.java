package org.openqar.ilr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.openqar.support.SparkTest.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.messages.UserException;

/** A Hadoop file system under a scheme and host of its own stands for hdfs: and s3a:. */
@DisplayName("On any Hadoop file system")
class OtherFileSystemTest {
  private static final String XML =
      "<Message>" + Reading.HEADER + "<Learner><ULN>1</ULN></Learner></Message>";

  @TempDir Path folder;

  /** The local disk as {@code other://store/}. */
  public static final class Other extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("other://store/");
    }

    @Override
    public String getScheme() {
      return "other";
    }
  }

  @BeforeEach
  void returns() throws IOException {
    Files.createDirectories(folder.resolve("2425/R14"));
    Files.writeString(folder.resolve("2425/R14/a.xml"), XML);
    Files.write(folder.resolve("2425/R14/b.zip"), Reading.ofZip(XML, "b.xml").bytes());
    Files.write(folder.resolve("2425/R14/c.xml.gz"), Reading.ofGzip(XML).bytes());
  }

  private Dataset<Row> read(String... paths) {
    String[] full = new String[paths.length];
    for (int i = 0; i < paths.length; i++) {
      full[i] = "other://store" + folder + paths[i];
    }
    return spark()
        .read()
        .format("ilr")
        .option("fs.other.impl", Other.class.getName())
        .option("records", "all")
        .load(full);
  }

  private static List<String> files(Dataset<Row> frame) {
    return frame
        .where("record = 'file' and file.learners = 1")
        .selectExpr(
            "concat_ws(' ', substring_index(source_file, '/', -1), return_number, folder_year)")
        .as(Encoders.STRING())
        .collectAsList()
        .stream()
        .sorted()
        .toList();
  }

  @Test
  @DisplayName("files, folders, patterns and several paths are read")
  void reads() {
    List<String> all = List.of("a.xml 14 2425", "b.zip 14 2425", "c.xml.gz 14 2425");
    assertEquals(all, files(read("")));
    assertEquals(all, files(read("/*/R14")));
    assertEquals(all.subList(0, 1), files(read("/2425/R14/a.xml")));
    assertEquals(all.subList(1, 3), files(read("/2425/R14/b.zip", "/2425/R14/c.xml.gz")));
    String file = read("/2425/R14/a.xml").select("source_file").first().getString(0);
    assertEquals("other://store" + folder + "/2425/R14/a.xml", file);
  }

  @Test
  @DisplayName("a missing path is reported")
  void missing() {
    assertThrows(UserException.class, () -> read("/nowhere"));
  }

  @Test
  @DisplayName("the limits are options of a read")
  void limits() {
    Dataset<Row> frame =
        spark()
            .read()
            .format("ilr")
            .option("records", "file")
            .option("mode", "permissive")
            .option("maxDepth", "3")
            .load(folder + "/2425/R14/a.xml");
    assertEquals("too_deep", frame.select("file.problem.code").first().getString(0));
    Exception refused =
        assertThrows(
            UserException.class,
            () -> spark().read().format("ilr").option("maxDepth", "x").load(folder.toString()));
    assertEquals(
        "Option maxDepth of the ilr source takes a whole number from 1 to 1000; found 'x'.",
        refused.getMessage());
  }
}

package org.openqar.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqar.support.SparkTest;
import org.openqar.tables.Tables;

/** The mergers come out the same, and are refused in the same sentence, with Spark and without. */
class MergerFileTest extends SparkTest {
  private static final String HEADER = "old_ukprn,new_ukprn,from_year\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        HEADER,
        HEADER + "10000101,10000105,2022\n",
        HEADER + "10000101,10000105,2022",
        HEADER + "10000101,10000105,2022\r\n10000102,10000105,2023\r\n",
        HEADER + "\n10000101,10000105,2022\n\n10000102,10000105,2023\n\n",
        HEADER + " 10000101 ,\"10000105\", +2022\n",
        HEADER + "10000101,10000105,2022,and more\n",
        "\uFEFF" + HEADER + "10000101,10000105,2022\n",
        "note,FROM_YEAR,New_Ukprn , old_ukprn\n\"two\nlines, one \"\"cell\"\"\",2022,10000105,10000101\n"
      })
  void theyComeOutTheSame(String text) throws IOException {
    write(text);
    assertEquals(bySpark(), here());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "old_ukprn,new_ukprn\n10000101,10000105\n",
        HEADER + "10000101,10000105\n",
        HEADER + "10000101,,2022\n",
        HEADER + "10000101,10000105,2022\n10000102,ten,\n",
        HEADER + "10000101,10000105,2022.0\n",
        HEADER + "10000101,10000105,99999999999\n",
        HEADER + "10000101,10000105,2022\n10000102,10000105,2022\n10000101,10000106,2023\n"
      })
  void theyAreRefusedInTheSameSentence(String text) throws IOException {
    write(text);
    assertEquals(sentence(this::bySpark), sentence(this::here));
  }

  @Test
  void withoutAFileNobodyMerged() {
    assertEquals(List.of(), here());
  }

  private static String sentence(Callable<List<Merger>> reading) {
    return assertThrows(ReferenceException.class, reading::call).getMessage();
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("provider_merger.csv"), text, StandardCharsets.UTF_8);
  }

  private List<Merger> here() {
    return new ReferenceFolder(new Configuration(), folder.toString()).mergers();
  }

  private List<Merger> bySpark() {
    return new ReferenceFiles(spark(), folder.toString())
        .read(Tables.PROVIDER_MERGER).collectAsList().stream()
            .map(MergerFileTest::merger)
            .toList();
  }

  private static Merger merger(Row row) {
    return new Merger(row.getInt(0), row.getInt(1), row.getInt(2));
  }
}

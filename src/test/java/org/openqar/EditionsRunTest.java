package org.openqar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SampleRun;
import org.openqar.support.SparkTest;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** Runs of two editions over the samples, into one warehouse. */
@Tag("study")
class EditionsRunTest {
  /** By reference number and with a look at R04; that of the samples is by ULN and without one. */
  private static final String OTHER = "2018-19";

  @TempDir private static Path temp;

  @Test
  void editionsRunWhollyAndStandSideBySide() {
    Path warehouse = temp.resolve("warehouse");
    SampleRun.copyTo(warehouse);
    TableStore store = new TableStore(SparkTest.spark(), warehouse.toString());
    CommandLineRun run =
        CommandLineRun.of(
            "run", "--conf", "conf", "--warehouse", warehouse.toString(), "--edition", OTHER);
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("edition " + OTHER), run.out());
    for (Table table :
        List.of(
            Tables.AIM,
            Tables.QAR_AIM,
            Tables.QAR_PROVIDER,
            Tables.QAR_NATIONAL,
            Tables.QUARTILE_THRESHOLD,
            Tables.PROVIDER_BENCHMARK)) {
      assertEquals(Set.of(OTHER, "2024-25"), editions(store.read(table)), table.name());
    }
  }

  private static Set<String> editions(Dataset<Row> rows) {
    Set<String> editions = new TreeSet<>();
    rows.select("edition")
        .distinct()
        .collectAsList()
        .forEach(row -> editions.add(row.getString(0)));
    return editions;
  }
}

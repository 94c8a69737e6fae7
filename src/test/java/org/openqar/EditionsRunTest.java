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
import org.openqar.support.SparkTest;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** Runs of several editions over the samples, into one warehouse. */
@Tag("long")
class EditionsRunTest {
  /** The first, by reference number and with a look at R04, and the last, by ULN without one. */
  private static final List<String> EDITIONS = List.of("2018-19", "2025-26");

  @TempDir private static Path temp;

  @Test
  void editionsRunWhollyAndStandSideBySide() {
    TableStore store = new TableStore(SparkTest.spark(), temp.toString());
    for (String edition : EDITIONS) {
      CommandLineRun run =
          CommandLineRun.of(
              "run", "--conf", "conf", "--warehouse", temp.toString(), "--edition", edition);
      assertEquals(0, run.code(), run.err());
      assertTrue(run.out().contains("edition " + edition), run.out());
    }
    for (Table table :
        List.of(
            Tables.AIM,
            Tables.QAR_AIM,
            Tables.QAR_PROVIDER,
            Tables.QAR_NATIONAL,
            Tables.QUARTILE_THRESHOLD,
            Tables.PROVIDER_BENCHMARK)) {
      assertEquals(Set.copyOf(EDITIONS), editions(store.read(table)), table.name());
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

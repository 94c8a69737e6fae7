package org.openqar.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqar.support.SampleRun;
import org.openqar.support.SparkTest;
import org.openqar.tables.Table;
import org.openqar.tables.Tables;

/** The queries of docs/how-to/benchmarks.md, run over the invented sector. */
class BenchmarksPageTest {
  private static List<String> queries;

  @BeforeAll
  static void readThePage() throws IOException {
    queries =
        Pattern.compile("(?ms)^```sql\\n(.*?)^```$")
            .matcher(Files.readString(Path.of("docs/how-to/benchmarks.md")))
            .results()
            .map(block -> block.group(1))
            .toList();
    for (Table table :
        List.of(
            Tables.QAR_AIM,
            Tables.PROVIDER_BENCHMARK,
            Tables.PROVIDER_PEER,
            Tables.QUARTILE_THRESHOLD)) {
      SampleRun.store().read(table).createOrReplaceTempView(table.name());
    }
  }

  @Test
  void theQueryFindsTheAimsBehindAPlace() {
    List<Row> cells = SparkTest.spark().sql(queries.get(1)).collectAsList();
    assertTrue(cells.size() > 3, "cells: " + cells.size());
    for (Row cell : cells) {
      assertEquals(cell.<Long>getAs("leavers"), cell.<Long>getAs("leavers_found"));
      assertEquals(
          cell.<BigDecimal>getAs("rate_value").doubleValue(),
          ((Number) cell.getAs("rate_found")).doubleValue(),
          0.051,
          cell.toString());
    }
  }

  @Test
  void theOtherQueriesFindSomething() {
    assertEquals(4, queries.size());
    for (String query : queries) {
      assertTrue(!SparkTest.spark().sql(query).isEmpty(), query);
    }
  }
}

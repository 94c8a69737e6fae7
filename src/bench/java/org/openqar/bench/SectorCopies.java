package org.openqar.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.openqar.tables.KeyRange;
import org.openqar.tables.TableLayer;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * Warehouses with the aims and reference data of one simulated sector so many times, each copy with
 * providers of its own.
 *
 * @param range of the aims
 * @param spread over how many providers the aims of one are spread
 */
record SectorCopies(SparkSession spark, KeyRange range, int spread) {
  /** More than there are providers in a sector that is spread. */
  private static final int BETWEEN_COPIES = 1_000_000;

  private static final int FIRST_UKPRN = 10_000_000;

  /** What is made of so many copies is kept here. */
  Path folder(Path ofAll, int copies) {
    return ofAll.resolve("copies-%d-%d".formatted(copies, spread));
  }

  /** The warehouse in their folder; it is made once. */
  TableStore of(TableStore base, Path ofAll, int copies) {
    TableStore store = new TableStore(spark, folder(ofAll, copies).resolve("warehouse").toString());
    if (!store.exists(Tables.RUN)) {
      Dataset<Row> aims =
          base.read(Tables.AIM, range)
              .withColumn("part", expr("pmod(xxhash64(learner), %d)".formatted(spread)));
      store.replace(Tables.AIM, copied(aims, copies).drop("part"), range);
      for (Table table : Tables.ofStage(TableLayer.REFERENCE)) {
        Dataset<Row> rows = base.read(table);
        store.replace(
            table,
            table == Tables.PROVIDER
                ? copied(rows.crossJoin(spark.range(spread).toDF("part")), copies).drop("part")
                : rows,
            KeyRange.ALL);
      }
      store.replace(Tables.RUN, base.read(Tables.RUN), KeyRange.ALL);
    }
    return store;
  }

  private Dataset<Row> copied(Dataset<Row> rows, int copies) {
    List<Column> columns = new ArrayList<>();
    for (String name : rows.columns()) {
      columns.add(
          switch (name) {
            case "ukprn" ->
                expr(
                        "CAST(%1$d + (ukprn - %1$d) * %2$d + part + copy * %3$d AS INT)"
                            .formatted(FIRST_UKPRN, spread, BETWEEN_COPIES))
                    .as(name);
            case "aim_id" -> concat_ws("-", col(name), col("copy")).as(name);
            default -> col(name);
          });
    }
    return rows.crossJoin(spark.range(copies).toDF("copy"))
        .select(columns.toArray(Column[]::new));
  }
}

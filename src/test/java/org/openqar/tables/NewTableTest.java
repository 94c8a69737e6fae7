package org.openqar.tables;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.support.SparkTest;

/** A table that its first write made is the table that CREATE TABLE makes. */
class NewTableTest extends SparkTest {
  @TempDir static Path folder;

  static Stream<Table> tables() {
    return Tables.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void isWhatItsDeclarationSays(Table table) {
    TableStore store = new TableStore(spark(), folder.resolve("written").toString());
    store.replace(table, spark().createDataFrame(List.of(), table.schema()), KeyRange.ALL);
    String created = folder.resolve("created").resolve(table.name()).toString();
    spark().sql(createStatement(table, created));
    assertEquals(told(created), told(store.path(table)));
  }

  /** All that Delta tells of a table but for its name, its times and its files. */
  private static List<String> told(String path) {
    List<String> told = new ArrayList<>();
    Row detail = spark().sql("DESCRIBE DETAIL delta.`%s`".formatted(path)).head();
    for (String column :
        List.of(
            "format",
            "description",
            "partitionColumns",
            "clusteringColumns",
            "properties",
            "minReaderVersion",
            "minWriterVersion",
            "tableFeatures")) {
      told.add(column + " " + detail.getAs(column));
    }
    spark()
        .sql("DESCRIBE TABLE EXTENDED delta.`%s`".formatted(path))
        .collectAsList()
        .forEach(row -> told.add(row.toString().replace(path, "path")));
    spark()
        .sql("SHOW TBLPROPERTIES delta.`%s`".formatted(path))
        .collectAsList()
        .forEach(row -> told.add(row.toString()));
    var snapshot =
        DeltaLog.forTable(spark(), path).update(false, scala.Option.empty(), scala.Option.empty());
    told.add(snapshot.metadata().schemaString());
    told.add(snapshot.domainMetadata().toString());
    return told;
  }

  private static String createStatement(Table table, String path) {
    return """
        CREATE TABLE delta.`%s` (
          %s)
        USING delta%s%s
        COMMENT '%s'
        TBLPROPERTIES (%s)"""
        .formatted(
            path,
            table.fields().stream().map(NewTableTest::column).collect(joining(",\n  ")),
            by("\nPARTITIONED BY", table.partitioning()),
            by("\nCLUSTER BY", table.clustering()),
            quoted(table.comment()),
            table.properties().entrySet().stream()
                .map(it -> "'%s' = '%s'".formatted(it.getKey(), quoted(it.getValue())))
                .collect(joining(", ")));
  }

  private static String column(Field field) {
    return "`%s` %s%s COMMENT '%s'"
        .formatted(
            field.name(),
            field.type().sql(),
            field.nullable() ? "" : " NOT NULL",
            quoted(field.meaning()));
  }

  private static String by(String clause, List<String> columns) {
    return columns.isEmpty() ? "" : clause + " (" + String.join(", ", columns) + ")";
  }

  private static String quoted(String text) {
    return text.replace("'", "\\'");
  }
}

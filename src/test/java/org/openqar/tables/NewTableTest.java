package org.openqar.tables;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Metadata;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqar.support.SparkTest;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** A table that its first write made is the table that CREATE TABLE makes. */
class NewTableTest extends SparkTest {
  @TempDir Path folder;

  static Stream<Table> tables() {
    return Tables.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void isWhatItsDeclarationSays(Table table) {
    assertEquals(logged(created(table)), logged(written(table)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"return_issue", "qar_provider"})
  void isDescribedAsDeclared(String name) {
    Table table = Tables.named(name);
    assertEquals(described(created(table)), described(written(table)));
  }

  private String written(Table table) {
    TableStore store = new TableStore(spark(), folder.resolve("written").toString());
    store.replace(table, spark().createDataFrame(List.of(), table.schema()), KeyRange.ALL);
    return store.path(table);
  }

  private String created(Table table) {
    String path = folder.resolve("created").resolve(table.name()).toString();
    spark().sql(createStatement(table, path));
    return path;
  }

  /** All that Delta's log says of a table but for its name and its times. */
  private static String logged(String path) {
    Snapshot snapshot =
        DeltaLog.forTable(spark(), path).update(false, Option.empty(), Option.empty());
    Metadata metadata = snapshot.metadata();
    return Stream.of(
            metadata.description(),
            metadata.schemaString(),
            metadata.partitionColumns(),
            metadata.format(),
            new TreeMap<>(CollectionConverters.asJava(metadata.configuration())),
            snapshot.protocol(),
            snapshot.domainMetadata())
        .map(String::valueOf)
        .collect(joining("\n"));
  }

  /** What Spark tells of a table. */
  private static List<String> described(String path) {
    Row detail = spark().sql("DESCRIBE DETAIL delta.`%s`".formatted(path)).head();
    List<String> told =
        new ArrayList<>(
            Stream.of(
                    "format",
                    "description",
                    "partitionColumns",
                    "clusteringColumns",
                    "minReaderVersion",
                    "minWriterVersion",
                    "tableFeatures")
                .map(column -> column + " " + detail.getAs(column))
                .toList());
    for (String statement :
        List.of("DESCRIBE TABLE EXTENDED delta.`%s`", "SHOW TBLPROPERTIES delta.`%s`")) {
      spark()
          .sql(statement.formatted(path))
          .collectAsList()
          .forEach(row -> told.add(row.toString().replace(path, "path")));
    }
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

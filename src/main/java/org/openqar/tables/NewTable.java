package org.openqar.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.connector.expressions.Expressions;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.delta.skipping.clustering.ClusteredTableUtils$;
import org.apache.spark.sql.delta.skipping.clustering.temp.ClusterBySpec;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.openqar.tables.TableLog.State;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The first commit of a table: its declaration in Delta's terms. */
final class NewTable {
  private final Table table;
  private final Metadata metadata;

  NewTable(Table table) {
    this.table = table;
    this.metadata =
        new Metadata(
            UUID.randomUUID().toString(),
            null,
            table.comment(),
            Metadata.apply$default$4(),
            schema().json(),
            seq(table.partitioning()),
            scala.collection.immutable.Map.from(CollectionConverters.asScala(configuration())),
            Option.apply(System.currentTimeMillis()));
  }

  /**
   * Declares the table in a transaction over a folder that has no table.
   *
   * @return the actions to commit with the files
   */
  List<Action> declareIn(OptimisticTransaction transaction) {
    transaction.deltaLog().createLogDirectoriesIfNotExists();
    transaction.updateMetadataForNewTable(metadata);
    return new ArrayList<>(
        CollectionConverters.asJava(
            ClusteredTableUtils$.MODULE$.getDomainMetadataFromTransaction(
                clustering(), transaction)));
  }

  /** Returns the table before it has a file. */
  State state() {
    return new State(-1, schema(), table.partitioning(), true, List.of());
  }

  /** Returns the name of the commit in the table's history. */
  DeltaOperations.Operation operation() {
    return new DeltaOperations.CreateTable(
        metadata,
        false,
        true,
        table.clustering().isEmpty() ? Option.empty() : Option.apply(seq(table.clustering())));
  }

  /** Returns the columns with their SQL types and comments. */
  private StructType schema() {
    return new StructType(
        Arrays.stream(table.schema().fields())
            .map(
                field ->
                    new StructField(
                        field.name(),
                        DataType.fromDDL(field.dataType().sql()),
                        field.nullable(),
                        field.metadata()))
            .toArray(StructField[]::new));
  }

  private Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>(table.properties());
    if (!table.clustering().isEmpty()) {
      configuration.put("delta.feature.clustering", "supported");
    }
    return configuration;
  }

  private Option<ClusterBySpec> clustering() {
    return table.clustering().isEmpty()
        ? Option.empty()
        : Option.apply(
            new ClusterBySpec(seq(table.clustering().stream().map(Expressions::column).toList())));
  }

  private static <T> Seq<T> seq(List<T> items) {
    return CollectionConverters.asScala(items).toSeq();
  }
}

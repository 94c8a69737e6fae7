package org.openqar.returns;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** What the reader's rows become, as every task is told it. */
final class ReturnForms implements Serializable {
  private static final long serialVersionUID = 1;

  final RowForm learners;
  final RowForm deliveries;
  final RowForm destinations;
  final IssueForm issues;

  final StructType read;
  final StructType delivery;
  final RowIssues rowIssues;
  final StructType file;

  /**
   * @param monitoring whether the provider's own monitoring fields are read
   */
  ReturnForms(TableStore store, boolean monitoring) {
    read = ReturnedColumns.read(monitoring);
    delivery = (StructType) ((ArrayType) read.apply("learning_delivery").dataType()).elementType();
    rowIssues = new RowIssues(read, delivery);
    file = (StructType) read.apply("file").dataType();
    learners = form(store, Tables.RETURNED_LEARNER, "learner_no", read);
    deliveries = form(store, Tables.RETURNED_DELIVERY, "delivery_no", read, delivery);
    destinations = form(store, Tables.RETURNED_DESTINATION, "destination_no", read);
    issues = new IssueForm(store.rowFiles(Tables.RETURN_ISSUE), read, delivery);
  }

  /** The rows of a table, without columns that nothing is read for. */
  private static RowForm form(TableStore store, Table table, String number, StructType... read) {
    Set<String> columns = new HashSet<>(ReturnedColumns.OURS);
    for (StructType one : read) {
      columns.addAll(List.of(one.fieldNames()));
    }
    return new RowForm(store.rowFiles(table, columns::contains), number, read);
  }
}

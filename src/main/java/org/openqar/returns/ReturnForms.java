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

/** The forms that turn the reader's rows into table rows. Every task receives them. */
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
   * @param monitoring whether to read the provider's own monitoring fields
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

  /** Returns the form of a table's rows, without the columns that the reader does not fill. */
  private static RowForm form(TableStore store, Table table, String number, StructType... read) {
    Set<String> columns = new HashSet<>(ReturnedColumns.OURS);
    for (StructType one : read) {
      columns.addAll(List.of(one.fieldNames()));
    }
    return new RowForm(store.rowFiles(table, columns::contains), number, read);
  }
}

package org.openqar.returns;

import java.io.Serializable;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** What the reader's rows become, as every task is told it. */
final class ReturnForms implements Serializable {
  private static final long serialVersionUID = 1;

  final RowForm learners;
  final RowForm deliveries;
  final RowForm destinations;
  final IssueForm issues;

  final StructType read = ReturnedColumns.read();
  final StructType delivery =
      (StructType) ((ArrayType) read.apply("learning_delivery").dataType()).elementType();
  final RowIssues rowIssues = new RowIssues(read, delivery);
  final StructType file = (StructType) read.apply("file").dataType();

  ReturnForms(TableStore store) {
    learners = new RowForm(store.rowFiles(Tables.RETURNED_LEARNER), "learner_no", read);
    deliveries =
        new RowForm(store.rowFiles(Tables.RETURNED_DELIVERY), "delivery_no", read, delivery);
    destinations = new RowForm(store.rowFiles(Tables.RETURNED_DESTINATION), "destination_no", read);
    issues = new IssueForm(store.rowFiles(Tables.RETURN_ISSUE), read, delivery);
  }
}

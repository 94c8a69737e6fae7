package org.openqar.returns;

import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.openqar.tables.RowFiles;
import org.openqar.tables.SharedFiles;

/** Builds the rows of one returns table and writes them. */
final class RowForm implements Serializable {
  private static final long serialVersionUID = 1;

  private final RowFiles files;
  private final String number;
  private final RowShape[] shapes;

  /**
   * @param number the column that counts within a file or learner
   * @param read the rows that the reader gives, from the outer to the inner
   */
  RowForm(RowFiles files, String number, StructType... read) {
    this.files = files;
    this.number = number;
    shapes = new RowShape[read.length];
    for (int i = 0; i < read.length; i++) {
      shapes[i] = new RowShape(read[i], files.schema());
    }
  }

  /** Begins the rows of one return, or of a part of it. */
  Sink begin(Placement placement, Optional<SharedFiles> shared) {
    return new Sink(placement, shared);
  }

  /** Takes the rows of one part of a file. */
  final class Sink {
    private final RowFiles.RowFile file;
    private final Object[] common;
    private final int numberSlot = slot(number);
    private final int lineSlot = slot("line");
    private final int learnerSlot = slot("learner_no");

    private Sink(Placement placement, Optional<SharedFiles> shared) {
      file = files.begin(placement.ukprn(), placement.fundingYear(), shared);
      common = new Object[files.schema().length()];
      common[slot("return_id")] = UTF8String.fromString(placement.returnId());
      common[slot("ukprn")] = placement.ukprn();
      common[slot("funding_year")] = placement.fundingYear();
      common[slot("return_number")] = placement.returnNumber();
    }

    /** Writes a learner or destination. */
    void write(InternalRow record, long no, int line) throws IOException {
      Object[] row = common.clone();
      shapes[0].copy(record, row);
      row[numberSlot] = no;
      if (lineSlot >= 0) {
        row[lineSlot] = line;
      }
      file.write(new GenericInternalRow(row));
    }

    /** Returns the values that all of a learner's aims share. */
    Object[] sharedValues(InternalRow learner, long learnerNo) {
      Object[] row = common.clone();
      shapes[0].copy(learner, row);
      row[learnerSlot] = learnerNo;
      return row;
    }

    /** Writes an aim of a learner. */
    void write(Object[] shared, InternalRow delivery, int no, int line) throws IOException {
      Object[] row = shared.clone();
      shapes[1].copy(delivery, row);
      row[numberSlot] = no;
      row[lineSlot] = line;
      file.write(new GenericInternalRow(row));
    }

    RowFiles.RowFile file() {
      return file;
    }

    private int slot(String column) {
      scala.Option<Object> index = files.schema().getFieldIndex(column);
      return index.isDefined() ? (Integer) index.get() : -1;
    }
  }
}

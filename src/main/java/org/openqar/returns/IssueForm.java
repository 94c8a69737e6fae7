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

/** Writes the issues of learners and aims. */
final class IssueForm implements Serializable {
  private static final long serialVersionUID = 1;

  private final RowFiles files;
  private final int reference;
  private final int sequence;

  /**
   * @param learner the columns of a learner's row
   * @param delivery the columns of an aim's row
   */
  IssueForm(RowFiles files, StructType learner, StructType delivery) {
    this.files = files;
    reference = learner.fieldIndex("learn_ref_number");
    sequence = delivery.fieldIndex("aim_seq_number");
  }

  /** Begins the issues of one return, or of a part of it. */
  Sink begin(Placement placement, String sourceFile, Optional<SharedFiles> shared) {
    return new Sink(placement, sourceFile, shared);
  }

  /** Takes the issues of one part of a file. */
  final class Sink {
    private final Placement placement;
    private final UTF8String returnId;
    private final UTF8String sourceFile;
    private final RowFiles.RowFile file;

    private Sink(Placement placement, String sourceFile, Optional<SharedFiles> shared) {
      this.placement = placement;
      this.returnId = UTF8String.fromString(placement.returnId());
      this.sourceFile = UTF8String.fromString(sourceFile);
      file = files.begin(placement.ukprn(), placement.fundingYear(), shared);
    }

    /** Writes an issue of a learner. */
    void write(RowIssue issue, InternalRow learner, long learnerNo, int line) throws IOException {
      write(issue, learner, learnerNo, null, null, line);
    }

    /** Writes an issue of an aim. */
    void write(RowIssue issue, InternalRow learner, long no, InternalRow aim, int aimNo, int line)
        throws IOException {
      write(issue, learner, no, aimNo, RowIssues.sequence(aim.getUTF8String(sequence)), line);
    }

    private void write(
        RowIssue issue, InternalRow learner, long no, Integer aimNo, String aimSequence, int line)
        throws IOException {
      // In the column order of return_issue.
      file.write(
          new GenericInternalRow(
              new Object[] {
                returnId,
                sourceFile,
                placement.ukprn(),
                placement.fundingYear(),
                no,
                aimNo,
                line,
                learner.getUTF8String(reference),
                UTF8String.fromString(aimSequence),
                UTF8String.fromString(issue.field()),
                UTF8String.fromString(issue.value()),
                UTF8String.fromString(issue.code().code()),
                UTF8String.fromString(issue.severity()),
                UTF8String.fromString(issue.message())
              }));
    }

    RowFiles.RowFile file() {
      return file;
    }
  }
}

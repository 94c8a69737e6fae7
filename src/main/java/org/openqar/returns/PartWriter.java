package org.openqar.returns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.openqar.tables.RowFiles;
import org.openqar.tables.SharedFiles;
import org.openqar.tables.WrittenFile;

/** Writes the rows of one return, or of one part of it. */
final class PartWriter {
  private static final UTF8String LEARNER = UTF8String.fromString("learner");
  private static final UTF8String DESTINATION = UTF8String.fromString("destination");

  private final ReturnForms forms;
  private final String sourceFile;
  private final int part;
  private final Placement.Start start;
  private final RowForm.Sink learners;
  private final RowForm.Sink deliveries;
  private final RowForm.Sink destinations;
  private final IssueForm.Sink issues;

  private final int recordSlot;
  private final int numberSlot;
  private final int lineSlot;
  private final int deliverySlot;
  private final int deliveryLineSlot;

  /**
   * @param first the first row of the part
   * @param placements the placement of every file, by path
   * @param shared the files that returns with few rows share, if any
   */
  PartWriter(
      ReturnForms forms,
      InternalRow first,
      Map<String, Placement> placements,
      Optional<SharedFiles> shared) {
    this.forms = forms;
    sourceFile = first.getString(forms.read.fieldIndex("source_file"));
    part = first.getInt(forms.read.fieldIndex("part"));
    Placement placement = placements.get(sourceFile);
    start = placement.start(part);
    Optional<SharedFiles> files = placement.isWhole() ? shared : Optional.empty();
    learners = forms.learners.begin(placement, files);
    deliveries = forms.deliveries.begin(placement, files);
    destinations = forms.destinations.begin(placement, files);
    issues = forms.issues.begin(placement, sourceFile, files);
    recordSlot = forms.read.fieldIndex("record");
    numberSlot = forms.read.fieldIndex("record_no");
    lineSlot = forms.read.fieldIndex("line");
    deliverySlot = forms.read.fieldIndex("learning_delivery");
    deliveryLineSlot = forms.delivery.fieldIndex("line");
  }

  /**
   * Writes a learner or destination. Returns false for the row of the file itself, which ends the
   * part.
   */
  boolean write(InternalRow row) throws IOException {
    UTF8String record = row.getUTF8String(recordSlot);
    if (record.equals(LEARNER)) {
      learner(row);
      return true;
    }
    if (record.equals(DESTINATION)) {
      long no = row.getLong(numberSlot) + start.destinations();
      destinations.write(row, no, row.getInt(lineSlot) + start.lines());
      return true;
    }
    return false;
  }

  private void learner(InternalRow row) throws IOException {
    long no = row.getLong(numberSlot) + start.learners();
    int line = row.getInt(lineSlot) + start.lines();
    learners.write(row, no, line);
    for (RowIssue issue : forms.rowIssues.checkLearner(row)) {
      issues.write(issue, row, no, line);
    }
    ArrayData aims = row.getArray(deliverySlot);
    if (aims.numElements() > 0) {
      Object[] common = deliveries.sharedValues(row, no);
      for (int i = 0; i < aims.numElements(); i++) {
        InternalRow aim = aims.getStruct(i, forms.delivery.length());
        int lineOfAim = aim.getInt(deliveryLineSlot) + start.lines();
        deliveries.write(common, aim, i + 1, lineOfAim);
        for (RowIssue issue : forms.rowIssues.checkDelivery(aim)) {
          issues.write(issue, row, no, aim, i + 1, lineOfAim);
        }
      }
    }
  }

  /**
   * Ends the part. If the part has a problem, abandons everything written of it.
   *
   * @param file the row of the file itself
   * @return what was read, available once the shared files have ended
   */
  Supplier<ReadPart> end(InternalRow file) throws IOException {
    InternalRow found = file.getStruct(forms.read.fieldIndex("file"), forms.file.length());
    Row facts = (Row) CatalystTypeConverters.convertToScala(found, forms.file);
    List<Supplier<WrittenFile>> written = new ArrayList<>();
    if (facts.getAs("problem") != null) {
      abandon();
    } else {
      for (RowFiles.RowFile rows : files()) {
        rows.end().ifPresent(written::add);
      }
    }
    return () ->
        new ReadPart(sourceFile, part, facts, written.stream().map(Supplier::get).toList());
  }

  void abandon() throws IOException {
    for (RowFiles.RowFile rows : files()) {
      rows.abandon();
    }
  }

  private List<RowFiles.RowFile> files() {
    return List.of(learners.file(), deliveries.file(), destinations.file(), issues.file());
  }
}

package org.openqar.ilr;

import org.apache.spark.unsafe.types.UTF8String;

/** The values that all rows of one file share: the file's place and its header. */
final class RowTemplate {
  private final Object[] common;
  private final IlrPlan plan;
  private final int kindSlot;
  private final int numberSlot;
  private final int lineSlot;

  RowTemplate(IlrPlan plan, FilePart part) {
    this.plan = plan;
    common = new Object[plan.width()];
    kindSlot = plan.ordinal("record");
    numberSlot = plan.ordinal("record_no");
    lineSlot = plan.ordinal("line");
    IlrFile file = part.file();
    ReturnFolder folder = ReturnFolder.of(file);
    put(common, plan.ordinal("source_file"), UTF8String.fromString(file.path()));
    put(common, plan.ordinal("part"), part.number());
    put(common, plan.ordinal("return_number"), folder.returnNumber());
    put(common, plan.ordinal("folder_year"), UTF8String.fromString(folder.year()));
  }

  /** Sets the values of the header, in the order of {@link IlrSchema#HEADER}. */
  void header(Object[] values) {
    for (int i = 0; i < values.length; i++) {
      put(common, plan.ordinal(IlrSchema.HEADER.get(i).name()), values[i]);
    }
  }

  Object[] record(RecordKind kind, long number, int line) {
    Object[] row = common.clone();
    put(row, kindSlot, kind.value());
    put(row, numberSlot, number);
    put(row, lineSlot, line);
    return row;
  }

  Object[] file(Object file) {
    Object[] row = common.clone();
    put(row, kindSlot, RecordKind.FILE.value());
    put(row, plan.ordinal("file"), file);
    return row;
  }

  private static void put(Object[] row, int slot, Object value) {
    if (slot != ElementPlan.NOWHERE) {
      row[slot] = value;
    }
  }
}

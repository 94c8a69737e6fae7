package org.openqar.ilr;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;

/** Reads the files of one task, one after the other. */
final class IlrPartitionReader implements PartitionReader<InternalRow> {
  private final Iterator<FilePart> parts;
  private final Function<FilePart, IlrFileReader> readers;
  private IlrFileReader reader;
  private InternalRow row;

  IlrPartitionReader(List<FilePart> parts, Function<FilePart, IlrFileReader> readers) {
    this.parts = parts.iterator();
    this.readers = readers;
  }

  @Override
  public boolean next() throws IOException {
    row = reader == null ? null : reader.next();
    while (row == null && parts.hasNext()) {
      close();
      reader = readers.apply(parts.next());
      row = reader.next();
    }
    return row != null;
  }

  @Override
  public InternalRow get() {
    return row;
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }
}

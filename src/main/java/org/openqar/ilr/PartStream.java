package org.openqar.ilr;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FSDataInputStream;

/** The bytes of one part of a file. The file's head and the root's end tag make them a document. */
final class PartStream extends BlockStream {
  private final FSDataInputStream file;
  private final FilePart part;
  private final byte[] rootEnd;
  private boolean inHead;
  private long left;
  private int ended;

  PartStream(FSDataInputStream file, FilePart part) {
    this.file = file;
    this.part = part;
    this.rootEnd = part.rootEnd().getBytes(StandardCharsets.US_ASCII);
    this.inHead = !part.isFirst();
    this.left = inHead ? part.head() : part.to();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (left == 0 && inHead) {
      inHead = false;
      left = part.isLast() ? FilePart.END : part.to() - part.from();
      file.seek(part.from());
    }
    return left == 0 ? readRootEnd(into, offset, length) : readFile(into, offset, length);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private int readFile(byte[] into, int offset, int length) throws IOException {
    int read = file.read(into, offset, (int) Math.min(length, left));
    if (read > 0) {
      left -= read;
    } else if (!part.isLast() || inHead) {
      throw new EOFException("the file is shorter than when it was listed");
    }
    return read;
  }

  private int readRootEnd(byte[] into, int offset, int length) {
    int read = Math.min(length, rootEnd.length - ended);
    if (read == 0) {
      return -1;
    }
    System.arraycopy(rootEnd, ended, into, offset, read);
    ended += read;
    return read;
  }
}

package org.openqar.ilr;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The place of a byte in a file.
 *
 * @param lines the number of lines that end before it
 * @param columns the number of bytes before it in its line
 */
record BytePosition(int lines, int columns) {

  /** Returns the place of the byte at an offset. As in XML, LF, CR or both end a line. */
  static BytePosition of(long offset, InputStream file) throws IOException {
    byte[] block = new byte[64 << 10];
    int lines = 0;
    int columns = 0;
    boolean afterCr = false;
    for (long left = offset; left > 0; ) {
      int read = file.read(block, 0, (int) Math.min(left, block.length));
      if (read < 0) {
        throw new EOFException("the file is shorter than when it was listed");
      }
      for (int i = 0; i < read; i++) {
        byte b = block[i];
        columns++;
        if (b == '\r' || b == '\n') {
          lines += b == '\n' && afterCr ? 0 : 1;
          columns = 0;
        }
        afterCr = b == '\r';
      }
      left -= read;
    }
    return new BytePosition(lines, columns);
  }
}

package org.openqar.ilr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.fs.FSDataInputStream;

/**
 * A file on any Hadoop file system as a channel. It can be read from any place, but only as far as
 * its reader allows, so that no hostile archive fills the memory.
 */
final class HadoopChannel implements SeekableByteChannel {
  private final FSDataInputStream in;
  private final long size;
  private long allowance;
  private boolean overran;
  private IOException failure;
  private boolean open = true;

  HadoopChannel(FSDataInputStream in, long size) {
    this.in = in;
    this.size = size;
  }

  /** Allows this many bytes to be read from here on. No byte may be read before the first call. */
  void allow(long bytes) {
    allowance = bytes;
  }

  /** Whether somebody asked for more bytes than were allowed. */
  boolean overran() {
    return overran;
  }

  /**
   * Returns the file system's own error, if there is one. It comes before the error that it caused
   * in the archive.
   */
  IOException failureOr(ArchiveException other) {
    return failure != null ? failure : other;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (into.remaining() > allowance) {
      overran = true;
      throw new IOException("more of the archive is asked for than is allowed");
    }
    allowance -= into.remaining();
    byte[] bytes = new byte[into.remaining()];
    try {
      int read = in.read(bytes, 0, bytes.length);
      if (read > 0) {
        into.put(bytes, 0, read);
      }
      return read;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public long position() throws IOException {
    return in.getPos();
  }

  @Override
  public SeekableByteChannel position(long to) throws IOException {
    in.seek(to);
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    if (open) {
      open = false;
      in.close();
    }
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long to) {
    throw new NonWritableChannelException();
  }
}

package org.openqar.ilr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.fs.FSDataInputStream;

/**
 * A file of any Hadoop file system as a channel that can be read from any place, but only as far as
 * its reader has been allowed, so that no hostile archive fills the memory.
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

  /** Lets so many bytes be read from here on; before that, none. */
  void allow(long bytes) {
    allowance = bytes;
  }

  /** Whether more was asked for than was allowed. */
  boolean overran() {
    return overran;
  }

  /** The file system's own error, which comes before what it made of the archive. */
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

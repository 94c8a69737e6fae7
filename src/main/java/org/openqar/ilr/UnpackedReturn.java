package org.openqar.ilr;

import java.io.IOException;
import java.io.InputStream;

/**
 * The XML in an archive. It is unpacked while it is read, and only as far as the limits let it
 * expand.
 */
abstract class UnpackedReturn extends BlockStream {
  private final HadoopChannel channel;
  private final InputStream content;
  private final long packed;
  private final IlrLimits limits;
  private final IlrProblem tooLarge;
  private long expanded;

  /**
   * @param channel the archive; closed with the stream
   * @param packed the number of bytes that the content takes in the archive
   * @param tooLarge the problem of content that expands beyond the limits
   */
  UnpackedReturn(
      HadoopChannel channel,
      InputStream content,
      long packed,
      IlrLimits limits,
      IlrProblem tooLarge) {
    this.channel = channel;
    this.content = content;
    this.packed = packed;
    this.limits = limits;
    this.tooLarge = tooLarge;
  }

  @Override
  public final int read(byte[] into, int offset, int length) throws IOException {
    try {
      beforeRead(length);
      int read = content.read(into, offset, length);
      if (read > 0) {
        expanded += read;
        requireWithinLimits();
      }
      afterRead(into, offset, read);
      return read;
    } catch (ArchiveException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw channel.failureOr(damage(e));
    }
  }

  @Override
  public void close() throws IOException {
    content.close();
    channel.close();
  }

  void beforeRead(int length) {}

  /**
   * @param read the number of bytes, or -1 at the end
   */
  void afterRead(byte[] bytes, int offset, int read) throws ArchiveException {}

  /** Returns the problem of an archive that fails in this way. */
  abstract ArchiveException damage(Exception e);

  private void requireWithinLimits() throws ArchiveException {
    if (expanded > limits.archiveBytes()) {
      throw new ArchiveException(
          tooLarge, "one that expands over " + limits.archiveBytes() + " bytes");
    }
    if (expanded > limits.archiveRatioFrom() && expanded / limits.archiveRatio() > packed) {
      throw new ArchiveException(
          tooLarge, "one that expands over " + limits.archiveRatio() + " times its size");
    }
  }
}

package org.openqar.ilr;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** The XML of a gzip file. Its members, if there are several, follow each other. */
final class GzippedReturn extends UnpackedReturn {

  /**
   * The bytes that may be read of the file without giving any content, such as names in its
   * headers.
   */
  private static final long IDLE_BYTES = 1 << 20;

  private final HadoopChannel channel;

  private GzippedReturn(HadoopChannel channel, IlrLimits limits) throws IOException {
    super(channel, members(channel), channel.size(), limits, IlrProblem.GZIP_TOO_LARGE);
    this.channel = channel;
  }

  /**
   * Opens a gzip file. Closing the stream closes the file.
   *
   * @throws ArchiveException if it is not a gzip file
   */
  static GzippedReturn open(HadoopChannel channel, IlrLimits limits) throws IOException {
    try {
      return new GzippedReturn(channel, limits);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw channel.failureOr(corrupt(e));
    }
  }

  @Override
  void beforeRead(int length) {
    channel.allow(IDLE_BYTES + length);
  }

  @Override
  ArchiveException damage(Exception e) {
    return corrupt(e);
  }

  private static GzipCompressorInputStream members(HadoopChannel channel) throws IOException {
    channel.allow(IDLE_BYTES);
    return GzipCompressorInputStream.builder()
        .setInputStream(Channels.newInputStream(channel))
        .setDecompressConcatenated(true)
        .get();
  }

  private static ArchiveException corrupt(Exception e) {
    return new ArchiveException(
        IlrProblem.GZIP_CORRUPT, e instanceof EOFException ? "cut short" : "corrupt or invalid");
  }
}

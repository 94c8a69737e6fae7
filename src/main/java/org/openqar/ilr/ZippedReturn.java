package org.openqar.ilr;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The one XML file in an archive, unpacked as it is read: its checksum is verified at the end, and
 * it may expand only within the limits.
 */
final class ZippedReturn extends InputStream {
  private final HadoopChannel channel;
  private final ZipFile archive;
  private final ZipArchiveEntry entry;
  private final InputStream content;
  private final IlrLimits limits;
  private final CRC32 checksum = new CRC32();
  private long expanded;

  private ZippedReturn(
      HadoopChannel channel, ZipFile archive, ZipArchiveEntry entry, IlrLimits limits)
      throws IOException {
    this.channel = channel;
    this.archive = archive;
    this.entry = entry;
    this.limits = limits;
    this.content = archive.getInputStream(entry);
  }

  /**
   * Opens an archive, which is closed with the stream.
   *
   * @throws ArchiveException if it does not hold exactly one XML file that can be unpacked
   */
  static ZippedReturn open(HadoopChannel channel, IlrLimits limits) throws IOException {
    try {
      ZipFile archive =
          ZipFile.builder().setSeekableByteChannel(channel).setIgnoreLocalFileHeader(true).get();
      return new ZippedReturn(channel, archive, onlyXml(archive), limits);
    } catch (ArchiveException e) {
      channel.close();
      throw e;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw corrupt(channel, e);
    }
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      int read = content.read(into, offset, length);
      if (read < 0) {
        verify();
      } else {
        checksum.update(into, offset, read);
        expanded += read;
        requireWithinLimits();
      }
      return read;
    } catch (ArchiveException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw corrupt(channel, e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    archive.close();
    channel.close();
  }

  private void verify() throws ArchiveException {
    if (checksum.getValue() != entry.getCrc()) {
      throw new ArchiveException(IlrProblem.ZIP_CORRUPT, (String) null);
    }
  }

  private void requireWithinLimits() throws ArchiveException {
    if (expanded > limits.zipBytes()) {
      throw new ArchiveException(
          IlrProblem.ZIP_TOO_LARGE, "one over " + limits.zipBytes() + " bytes");
    }
    if (expanded > limits.zipRatioFrom()
        && expanded / limits.zipRatio() > entry.getCompressedSize()) {
      throw new ArchiveException(
          IlrProblem.ZIP_TOO_LARGE, "one over " + limits.zipRatio() + " times its compressed size");
    }
  }

  private static ZipArchiveEntry onlyXml(ZipFile archive) throws ArchiveException {
    List<ZipArchiveEntry> found =
        Collections.list(archive.getEntries()).stream().filter(ZippedReturn::isXml).toList();
    if (found.size() != 1) {
      throw new ArchiveException(
          IlrProblem.ZIP_NOT_ONE_XML, found.isEmpty() ? "none" : String.valueOf(found.size()));
    }
    ZipArchiveEntry entry = found.get(0);
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new ArchiveException(IlrProblem.ZIP_PROTECTED, (String) null);
    }
    return entry;
  }

  private static boolean isXml(ZipArchiveEntry entry) {
    String name = entry.getName();
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return !entry.isDirectory()
        && !Listing.isHidden(last)
        && last.toLowerCase(Locale.ROOT).endsWith(".xml");
  }

  /** The file system's own error if it had one, else that the archive is not sound. */
  private static IOException corrupt(HadoopChannel channel, Exception e) {
    return channel.failure() != null
        ? channel.failure()
        : new ArchiveException(IlrProblem.ZIP_CORRUPT, e);
  }
}

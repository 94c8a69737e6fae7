package org.openqar.ilr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** The one XML file in a ZIP archive. The end of the stream verifies its checksum. */
final class ZippedReturn extends UnpackedReturn {

  /** The methods of common tools. Others need libraries or memory that they are not worth. */
  private static final Set<ZipMethod> METHODS =
      Set.of(ZipMethod.STORED, ZipMethod.DEFLATED, ZipMethod.ENHANCED_DEFLATED);

  /**
   * The most bytes to read to find the directory, and for each of its entries with names and
   * comments.
   */
  private static final long DIRECTORY_BYTES = 1 << 20;

  private static final long ENTRY_BYTES = 1 << 10;

  private static final int END_BYTES = 22;
  private static final int END_AND_COMMENT_BYTES = END_BYTES + 0xFFFF;
  private static final String END_OF_DIRECTORY = "PK\5\6";
  private static final String ENTRY = "PK\3\4";

  private final ZipFile archive;
  private final ZipArchiveEntry entry;
  private final CRC32 checksum = new CRC32();

  private ZippedReturn(
      HadoopChannel channel, ZipFile archive, ZipArchiveEntry entry, IlrLimits limits)
      throws IOException {
    super(
        channel,
        archive.getInputStream(entry),
        Math.min(entry.getCompressedSize(), channel.size()),
        limits,
        IlrProblem.ZIP_TOO_LARGE);
    this.archive = archive;
    this.entry = entry;
  }

  /**
   * Opens an archive. Closing the stream closes it.
   *
   * @throws ArchiveException if it does not hold exactly one XML file that can be unpacked
   */
  static ZippedReturn open(HadoopChannel channel, IlrLimits limits) throws IOException {
    try {
      channel.allow(Long.MAX_VALUE);
      if (isCutShort(channel)) {
        throw new ArchiveException(IlrProblem.ZIP_TRUNCATED);
      }
      ZipFile archive = directory(channel, limits);
      channel.allow(Long.MAX_VALUE);
      return new ZippedReturn(channel, archive, onlyXml(archive, limits), limits);
    } catch (ArchiveException e) {
      channel.close();
      throw e;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw channel.failureOr(corrupt());
    }
  }

  /** Returns the name of the XML file, without its folders. */
  String innerName() {
    return lastName(entry.getName());
  }

  @Override
  public void close() throws IOException {
    archive.close();
    super.close();
  }

  @Override
  void afterRead(byte[] bytes, int offset, int read) throws ArchiveException {
    if (read > 0) {
      checksum.update(bytes, offset, read);
    } else if (read < 0 && checksum.getValue() != entry.getCrc()) {
      throw corrupt();
    }
  }

  @Override
  ArchiveException damage(Exception e) {
    return corrupt();
  }

  private static ZipFile directory(HadoopChannel channel, IlrLimits limits) throws IOException {
    channel.allow(DIRECTORY_BYTES + limits.archiveEntries() * ENTRY_BYTES);
    try {
      return ZipFile.builder().setSeekableByteChannel(channel).setIgnoreLocalFileHeader(true).get();
    } catch (IOException | RuntimeException e) {
      if (channel.overran()) {
        throw tooManyEntries(limits);
      }
      throw e;
    }
  }

  /** Whether the file begins like an archive and does not end like one. */
  private static boolean isCutShort(HadoopChannel channel) throws IOException {
    String tail = text(channel, channel.size() - END_AND_COMMENT_BYTES, END_AND_COMMENT_BYTES);
    int end = tail.lastIndexOf(END_OF_DIRECTORY);
    return (end < 0 || end > tail.length() - END_BYTES)
        && text(channel, 0, ENTRY.length()).equals(ENTRY);
  }

  private static String text(HadoopChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    channel.position(Math.max(0, from));
    int read = 0;
    while (read >= 0 && bytes.hasRemaining()) {
      read = channel.read(bytes);
    }
    return StandardCharsets.ISO_8859_1.decode(bytes.flip()).toString();
  }

  private static ZipArchiveEntry onlyXml(ZipFile archive, IlrLimits limits)
      throws ArchiveException {
    List<ZipArchiveEntry> entries = Collections.list(archive.getEntries());
    if (entries.size() > limits.archiveEntries()) {
      throw tooManyEntries(limits);
    }
    if (entries.stream().anyMatch(ZippedReturn::leadsOut)) {
      throw new ArchiveException(IlrProblem.ZIP_UNSAFE_NAME);
    }
    List<ZipArchiveEntry> files = entries.stream().filter(ZippedReturn::isFile).toList();
    if (files.stream().anyMatch(it -> IlrFile.isArchive(it.getName()))) {
      throw new ArchiveException(IlrProblem.ZIP_IN_ZIP);
    }
    List<ZipArchiveEntry> found = files.stream().filter(it -> IlrFile.isXml(it.getName())).toList();
    if (found.isEmpty()) {
      throw new ArchiveException(IlrProblem.ZIP_NO_XML);
    }
    if (found.size() > 1) {
      throw new ArchiveException(IlrProblem.ZIP_SEVERAL_XML, String.valueOf(found.size()));
    }
    ZipArchiveEntry entry = found.get(0);
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new ArchiveException(IlrProblem.ZIP_PROTECTED);
    }
    if (!METHODS.contains(ZipMethod.getMethodByCode(entry.getMethod()))) {
      throw corrupt();
    }
    return entry;
  }

  /**
   * Whether an entry's name would lead out of the folder into which somebody unpacked the archive.
   */
  private static boolean leadsOut(ZipArchiveEntry entry) {
    String name = entry.getName();
    return name.startsWith("/")
        || name.indexOf('\\') >= 0
        || name.indexOf(0) >= 0
        || name.matches("(?s)[A-Za-z]:.*")
        || List.of(name.split("/")).contains("..");
  }

  private static boolean isFile(ZipArchiveEntry entry) {
    return !entry.isDirectory() && !Listing.isHidden(lastName(entry.getName()));
  }

  private static String lastName(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static ArchiveException tooManyEntries(IlrLimits limits) {
    return new ArchiveException(
        IlrProblem.ZIP_TOO_LARGE, "one of over " + limits.archiveEntries() + " entries");
  }

  private static ArchiveException corrupt() {
    return new ArchiveException(IlrProblem.ZIP_CORRUPT);
  }
}

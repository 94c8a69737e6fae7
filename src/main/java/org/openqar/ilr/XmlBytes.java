package org.openqar.ilr;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The bytes of one XML file on their way to the parser. It counts them, hashes them on request, and
 * hands out only as many as the parser may have, so that no single piece of a hostile file fills
 * the memory.
 *
 * <p>If the bytes stop before their end, this call and every later one throws an {@link
 * IlrReadException}.
 */
final class XmlBytes extends BlockStream {
  private static final int BLOCK = 64 << 10;

  private final InputStream source;
  private final String file;
  private final MessageDigest digest;
  private final byte[] block = new byte[BLOCK];
  private int position;
  private int filled;
  private long count;
  private int allowance;
  private boolean overran;
  private IlrReadException failure;

  /**
   * @param file the name of the file in problems
   * @param hashes whether {@link #hash} will be called
   */
  XmlBytes(InputStream source, String file, boolean hashes) {
    this.source = source;
    this.file = file;
    this.digest = hashes ? DigestUtils.getSha256Digest() : null;
  }

  /** Allows the parser this many bytes from here on. */
  void allow(int bytes) {
    allowance = bytes;
  }

  /** Whether the parser asked for more than it was allowed. */
  boolean overran() {
    return overran;
  }

  /** Whether the file has no byte at all. */
  boolean isEmpty() {
    return atEnd() && count == 0;
  }

  /** Reads the rest that the parser left. */
  void drain() {
    position = filled;
    while (!atEnd()) {
      position = filled;
    }
  }

  /** Returns the number of bytes read. */
  long count() {
    return count;
  }

  /** Returns the SHA-256 of the bytes read, in lower-case hexadecimal. */
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (atEnd()) {
      return -1;
    }
    if (allowance <= 0) {
      overran = true;
      throw new IOException("a piece of the XML is too long");
    }
    int handed = Math.min(Math.min(length, filled - position), allowance);
    System.arraycopy(block, position, into, offset, handed);
    position += handed;
    allowance -= handed;
    return handed;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  private boolean atEnd() {
    while (position == filled) {
      int read = fill();
      if (read < 0) {
        return true;
      }
      position = 0;
      filled = read;
      count += read;
      if (digest != null) {
        digest.update(block, 0, read);
      }
    }
    return false;
  }

  private int fill() {
    if (failure != null) {
      throw failure;
    }
    try {
      return source.read(block, 0, block.length);
    } catch (ClosedByInterruptException | InterruptedIOException e) {
      throw new UncheckedIOException(e);
    } catch (ArchiveException e) {
      failure = new IlrReadException(e.problem(), file, e.detail());
    } catch (IOException e) {
      failure = new IlrReadException(IlrProblem.UNREADABLE, file, e.getClass().getSimpleName());
    }
    throw failure;
  }
}
